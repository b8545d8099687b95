import type { World } from './world.ts';

/** One user of each kind in each status. */
export const users = {
  individual: {
    verified: '4c955cca-3a6e-4d2b-b0c3-1c423440f541',
    notVerified: '550371f4-b6cc-4402-9382-ffecf487d4db',
  },
  business: {
    verified: '3222a3fb-4c17-4c2e-b311-c4fe96ffc6f0',
    notVerified: '23d847a4-0eca-43b8-a2ec-16255e8bae56',
  },
} as const;

/** The path of a user. */
export const pathOf = (id: string): string => `/machnet/users/${id}`;

/** A user as Machnet has it. */
export const read = async ({ http }: World, id: string) => (await http('GET', pathOf(id))).body;

/** Sends an update as it stands. */
export const update = ({ http }: World, id: string, body: object, headers = {}) =>
  http('PATCH', pathOf(id), body, headers);
