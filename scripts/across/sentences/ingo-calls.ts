import type { World } from './world.ts';

/** A user who is not verified. */
export const id = 'user-d452801d-b694-4679-9289-2be622f62113';
/** Sends a body, which may change that of a usual request. */
export type Call = (
  world: World,
  body: object,
  headers?: Readonly<Record<string, string | undefined>>,
) => ReturnType<World['http']>;

/** An update of that user. */
export const update: Call = ({ http }, body, headers = {}) =>
  http('POST', '/ingo/v4/user/update', { user_id: id, ...body }, headers);

/** What a new user cannot do without. */
export const person = {
  first_name: 'Robin',
  last_name: 'Fields',
  email: 'robin@example.com',
  phone_number: '+15125550142',
  address_one: '12 Juniper Lane',
  city: 'Austin',
  state: 'TX',
  country: 'US',
  postal_code: '78701',
};

/** A new user. */
export const create: Call = ({ http }, body, headers = {}) =>
  http('POST', '/ingo/v3/user/create', { ...person, ...body }, headers);

/** Users as Ingo lists them. */
export const listed = async ({ http }: World): Promise<readonly Record<string, unknown>[]> => {
  const { body } = await http('POST', '/ingo/v4/user/get-all', { per_page: 500 });
  return body.data.items;
};

/** One of them; nothing if there is no such user. */
export const stored = async (world: World, user = id) => (await listed(world)).find((each) => each.id === user) ?? {};

/** The command for the same user. */
export const change = (...args: string[]) => ['update', `ingo:${id}`, ...args];
