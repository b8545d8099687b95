import { expect } from 'vitest';
import type { Row } from './machnet-tables.ts';
import type { Check, World } from './world.ts';

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

type Kind = keyof typeof users;

/** The path of a user. */
export const pathOf = (id: string): string => `/machnet/users/${id}`;

/** A user as Machnet has it. */
export const read = async ({ http }: World, id: string) => (await http('GET', pathOf(id))).body;

/** Sends an update as it stands. */
export const update = ({ http }: World, id: string, body: object, headers = {}) =>
  http('PATCH', pathOf(id), body, headers);

/** One cell of a table: through the command and over HTTP, the field changes, or nothing does and both say why. */
export const checkCell =
  (kind: Kind, status: 'verified' | 'notVerified', { field, body, patch, native, ...row }: Row): Check =>
  async (world) => {
    const id = users[kind][status];
    const before = await read(world, id);
    const changedBy = async (send: () => Promise<unknown>) => {
      await send();
      const after = await read(world, id);
      world.reset();
      return { ...after, [field]: undefined, isNew: JSON.stringify(after[field]) !== JSON.stringify(before[field]) };
    };
    const args = ['update', `machnet:${id}`, '--type', kind, '--patch', '-', ...(native ? ['--native', native] : [])];
    const mayChange = row[status] === 'Yes';
    const wanted = { ...before, [field]: undefined, isNew: mayChange };
    const byCommand = changedBy(async () => {
      const { code, out } = await world.amend(args, patch);
      expect({ code, out }).toEqual({
        code: mayChange ? 0 : 1,
        out: mayChange ? expect.not.stringContaining('locked') : expect.stringContaining('locked'),
      });
    });
    expect(await byCommand).toEqual(wanted);
    const byHttp = changedBy(async () => {
      const answer = await update(world, id, body);
      expect(answer.status).toBe(mayChange ? 200 : 400);
      if (!mayChange) expect(answer.body.message).toMatch(new RegExp(`^${field}.* (once|never|change)`));
    });
    expect(await byHttp).toEqual(wanted);
  };
