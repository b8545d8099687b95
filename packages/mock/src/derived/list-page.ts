import type { ContractParameter } from '@amend/contract';
import { type Fields, isFields } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Call } from '../provider.ts';

const sizes = ['limit', 'per_page', 'page_size'];
const counts = [...sizes, 'offset', 'page'];
const searches = ['search', 'q'];
const totals = /^(total(_count|_items|_results)?|count)$/;

const isCount = (value: unknown): boolean => Number.isSafeInteger(Number(value)) && Number(value) >= 0;

const numberOf = (asked: Fields, name: string | undefined): number | undefined =>
  name !== undefined && name in asked && isCount(asked[name]) ? Number(asked[name]) : undefined;

/** What is asked for in a query, or else in a body; what is left out or empty is what the contract says of it. */
export const askedFor = (defaults: Fields, { query, body }: Pick<Call, 'query' | 'body'>): Fields => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')),
  ...body,
});

/** What a query leaves out, where the contract says what it then is. */
export const parameterDefaults = (query: readonly ContractParameter[]): Fields =>
  Object.fromEntries(
    query.flatMap((parameter) => ('default' in parameter ? [[parameter.name, parameter.default]] : [])),
  );

/** The numbers of a query that are none. */
export const countProblems = (query: Call['query']): readonly Problem[] =>
  Object.entries(query)
    .filter(([name, value]) => counts.includes(name) && value !== '' && !isCount(value))
    .map(([name]) => ({ field: `query.${name}`, rule: 'minimum', message: 'must be at least 0' }));

/** What a list is made of, beside its users. */
interface ListForm {
  /** The properties of a user. */
  readonly names: readonly string[];
  /** Those that a search looks at. */
  readonly searched: readonly string[];
  /** The answer around the users. */
  readonly envelope: unknown;
}

const holds = (user: Fields, names: readonly string[], text: string): boolean =>
  names.some((name) => typeof user[name] === 'string' && user[name].toLowerCase().includes(text.toLowerCase()));

/** The order that an envelope tells, such as `created_at:desc`, in whatever property. */
const orderIn = (envelope: unknown): { readonly by: string; readonly sign: 1 | -1 } | undefined => {
  if (!isFields(envelope)) return undefined;
  for (const value of Object.values(envelope)) {
    const [, by, way] = /^([A-Za-z_]+):(asc|desc)$/.exec(typeof value === 'string' ? value : '') ?? [];
    const found = by ? ({ by, sign: way === 'asc' ? 1 : -1 } as const) : orderIn(value);
    if (found) return found;
  }
  return undefined;
};

/** The users that a list is asked for: those with the given fields, in order, and of them one page where it asks for one. */
export const listPage = (
  users: readonly Fields[],
  asked: Fields,
  { names, searched, envelope }: ListForm,
): { users: readonly Fields[]; total: number } => {
  const filters = Object.entries(asked).filter(([name]) => names.includes(name));
  const texts = searches.flatMap((name) =>
    typeof asked[name] === 'string' && asked[name] !== '' ? [asked[name]] : [],
  );
  const order = orderIn(envelope);
  const found = users
    .filter((user) => filters.every(([name, value]) => String(user[name]) === String(value)))
    .filter((user) => texts.every((text) => holds(user, searched, text)));
  const wanted = order
    ? found.toSorted((a, b) => order.sign * String(a[order.by]).localeCompare(String(b[order.by])))
    : found;
  const size =
    numberOf(
      asked,
      sizes.find((name) => name in asked),
    ) ?? wanted.length;
  const start = numberOf(asked, 'offset') ?? Math.max((numberOf(asked, 'page') ?? 1) - 1, 0) * size;
  return { users: wanted.slice(start, start + size), total: wanted.length };
};

/** An envelope that tells how many users there are, and repeats what was asked for. */
export const envelopeFor = (envelope: unknown, total: number, asked: Fields): unknown => {
  if (!isFields(envelope)) return envelope;
  return Object.fromEntries(
    Object.entries(envelope).map(([name, value]) => {
      if (typeof value === 'number' && totals.test(name)) return [name, total];
      if (typeof value === 'number' && isCount(asked[name])) return [name, Number(asked[name])];
      if (typeof value === 'string' && typeof asked[name] === 'string') return [name, asked[name]];
      return [name, envelopeFor(value, total, asked)];
    }),
  );
};

/** How many users an envelope tells of, wherever; nothing if it does not. */
const totalIn = (envelope: unknown): number | undefined => {
  if (!isFields(envelope)) return undefined;
  for (const [name, value] of Object.entries(envelope)) {
    const found = typeof value === 'number' && totals.test(name) ? value : totalIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The first example whose count is that of its users, or else the first: a page out of many is no frame for all. */
export const frameOf = (examples: readonly unknown[], usersIn: (answer: unknown) => readonly unknown[]): unknown =>
  examples.find((answer) => (totalIn(answer) ?? usersIn(answer).length) === usersIn(answer).length) ?? examples[0];
