import { type ContractOperation, type Named, usersAt } from '@amend/contract';
import type { Caller } from './calls.ts';
import { own } from './json.ts';
import type { Provider } from './model.ts';

/** How a user is read, and its update is addressed, by what the contract says of its calls. */
export interface Records {
  /** Whether any call answers with a user that is asked for. */
  readonly canRead: boolean;
  /** The user as an answer shows it; nothing if the provider does not know it, or shows nothing. */
  readonly read: (id: string, known?: Named) => Promise<Named | undefined>;
  /** A body that names its user where no path does. */
  readonly bodyFor: (operation: ContractOperation, id: string, fields: Named) => Named;
  /** The input of a call about a user. */
  readonly inputFor: (operation: ContractOperation, id: string, body?: Named) => object;
  /** A user whom a list shows with this value, such as an e-mail address. */
  readonly findBy: (name: string, value: unknown) => Promise<Named | undefined>;
  /** The users in an answer. */
  readonly usersIn: (operation: ContractOperation, answer: unknown) => readonly Named[];
}

/** The most pages of a list that a user is looked for on. */
const maxPages = 20;

const sizes = ['per_page', 'limit', 'page_size'];

export const recordsOf = ({ operations, user }: Provider, { call }: Caller): Records => {
  const reader = operations.find(({ kind }) => kind === 'read');
  const lister = operations.find(({ kind }) => kind === 'list');

  const bodyFor: Records['bodyFor'] = ({ pathParameters, body }, id, fields) => {
    const named = Object.entries(body?.roles ?? {}).filter(([, role]) => role === 'identifier');
    return pathParameters.length > 0 ? fields : { ...fields, ...Object.fromEntries(named.map(([name]) => [name, id])) };
  };

  const inputFor: Records['inputFor'] = (operation, id, fields = {}) => ({
    ...(operation.pathParameters.length > 0 && {
      path: Object.fromEntries(operation.pathParameters.map(({ name }) => [name, id])),
    }),
    ...(operation.body && { body: bodyFor(operation, id, fields) }),
  });

  const usersIn: Records['usersIn'] = ({ way }, answer) => (way ? usersAt(way, answer) : []);

  type Wanted = (user: Named) => boolean;
  const isNamed =
    (id: string): Wanted =>
    (each) =>
      String(own(each, user.id)) === id;

  /** Looks for a user on the pages of a list, of which one may show only those with the user's own e-mail address. */
  const search = async (operation: ContractOperation, wanted: Wanted, known: Named): Promise<Named | undefined> => {
    const taken = [
      ...operation.query.map(({ name }) => name),
      ...(operation.body?.schemas ?? []).flatMap(({ schema }) => Object.keys(schema.properties ?? {})),
    ];
    const filter = /mail/.test(taken.join())
      ? taken.find((name) => /mail/.test(name) && own(known, name) != null)
      : undefined;
    const size = sizes.find((name) => taken.includes(name));
    for (let page = 0; page < maxPages; page += 1) {
      const asked = {
        ...(filter !== undefined && { [filter]: known[filter] }),
        ...(size !== undefined && { [size]: 100 }),
        ...(page > 0 && taken.includes('page') && { page: page + 1 }),
        ...(page > 0 && taken.includes('offset') && { offset: page * 100 }),
      };
      const input = operation.body ? { body: asked } : { query: asked };
      const called = await call(operation.id, input, false);
      if (called.is !== 'done') return undefined;
      const found = usersIn(operation, called.data).find(wanted);
      if (found || usersIn(operation, called.data).length < 100) return found;
      if (!taken.includes('page') && !taken.includes('offset')) return undefined;
    }
    return undefined;
  };

  return {
    findBy: async (name, value) => lister && search(lister, (each) => own(each, name) === value, { [name]: value }),
    bodyFor,
    canRead: reader !== undefined || lister !== undefined,
    inputFor,
    usersIn,
    read: async (id, known = {}) => {
      if (!reader) return lister && search(lister, isNamed(id), known);
      const called = await call(reader.id, inputFor(reader, id), false);
      if (called.is !== 'done') return undefined;
      return usersIn(reader, called.data).find(isNamed(id));
    },
  };
};
