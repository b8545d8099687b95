import { wordsOf } from '@amend/contract';
import { isTime } from './derived/provided.ts';
import { createIds } from './ids.ts';
import type { Fields } from './json.ts';
import type { Provider } from './provider.ts';
import type { StoredUser } from './store.ts';

/** Every user whom an example of a success shows, under the name of the last such example. */
const shownUsers = ({ contracts, usersIn, idOf, fromExample }: Provider) => {
  const users = new Map<string, StoredUser>();
  const operations = contracts.flatMap((contract) => contract.operations);
  for (const { answers, success } of operations)
    for (const [name, answer] of Object.entries(answers[success] ?? {}))
      for (const user of usersIn(answer)) {
        const id = idOf(user);
        if (id !== 'undefined') users.set(id, { id, fields: fromExample(user), archived: [], fixture: name });
      }
  return [...users.values()];
};

/** What a page's sample has in the place of a value, such as `<string>`. */
const isPlaceholder = (value: unknown): boolean => typeof value === 'string' && /^<[a-z ]+>$/i.test(value);

const looksWhole = ({ fields }: StoredUser): boolean => !Object.values(fields).some(isPlaceholder);

/** Users as people are: where a sample has a placeholder, they have what another of their kind has, under ids of their own. */
const asPeople = (
  { kindOf, withNewIds, name, verification }: Provider,
  shown: readonly StoredUser[],
): readonly StoredUser[] => {
  const ids = createIds(`placeholders of ${name}`);
  const status = verification?.property ?? '';
  return shown.map((user) => {
    if (looksWhole(user)) return user;
    const others = shown.filter((other) => looksWhole(other) && kindOf(other.fields) === kindOf(user.fields));
    const like = others.find(({ fields }) => fields[status] === user.fields[status]) ?? others[0];
    const lent = withNewIds(like?.fields ?? {}, ids);
    const fields = Object.entries(user.fields).flatMap(([field, value]) =>
      isPlaceholder(value) ? (field in lent ? [[field, lent[field]]] : []) : [[field, value]],
    );
    return { ...user, fields: Object.fromEntries(fields) };
  });
};

/** As the contracts name their examples: `inProgressIndividual`. */
const nameOf = (...words: readonly string[]): string =>
  words
    .join('_')
    .toLowerCase()
    .replace(/_+$/, '')
    .replaceAll(/_+(.)/g, (_, letter: string) => letter.toUpperCase());

/** Users in the states that no example shows, each a copy of one who is not verified, or else of any. */
const missingStates = (provider: Provider, shown: readonly StoredUser[]): readonly StoredUser[] => {
  const { verification, kindOf, withNewIds, idOf } = provider;
  if (!verification) return [];
  const { property, unverified } = verification;
  // The same users under every seed: their ids may be written into a test.
  const ids = createIds(`fixtures of ${provider.name}`);
  const copy = (user: StoredUser, status: string): StoredUser => {
    const fields: Fields = { ...withNewIds(user.fields, ids), [property]: status };
    return { id: idOf(fields), fields, archived: [], fixture: nameOf(status, kindOf(fields)) };
  };
  const kinds = new Set(shown.map(({ fields }) => kindOf(fields)));
  return [...kinds].flatMap((kind) => {
    const ofKind = shown.filter(({ fields }) => kindOf(fields) === kind);
    const model = ofKind.find(({ fields }) => unverified.includes(String(fields[property]))) ?? ofKind[0];
    const missing = wordsOf(verification).filter((status) => ofKind.every(({ fields }) => fields[property] !== status));
    return model ? missing.map((status) => copy(model, status)) : [];
  });
};

/** The users whom a fresh mock knows: those of the contract's own examples, and one in each further state. */
export const fixturesOf = (provider: Provider): readonly StoredUser[] => {
  const shown = asPeople(provider, shownUsers(provider));
  return [...shown, ...missingStates(provider, shown)].map((user) => ({ ...user, original: user.fields }));
};

/** The latest time in any fixture, in milliseconds since 1970. */
export const latestTime = (users: readonly StoredUser[]): number =>
  Math.max(
    0,
    ...users.flatMap(({ fields }) =>
      Object.entries(fields)
        .filter(([name]) => isTime(name))
        .map(([, time]) => Date.parse(String(time)))
        .filter(Number.isFinite),
    ),
  );
