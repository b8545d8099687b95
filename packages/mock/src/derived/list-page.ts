import type { Fields } from '../json.ts';

const sizes = ['limit', 'per_page', 'page_size'];
const totals = /^(total(_count|_items|_results)?|count)$/;

const numberOf = (asked: Fields, name: string | undefined): number | undefined => {
  const value = Number(name === undefined ? undefined : asked[name]);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

/** The users that a list is asked for: those with the given fields, and of them one page where it asks for one. */
export const listPage = (users: readonly Fields[], asked: Fields): { users: readonly Fields[]; total: number } => {
  const [sample = {}] = users;
  const filters = Object.entries(asked).filter(([name]) => Object.hasOwn(sample, name));
  const wanted = users.filter((user) => filters.every(([name, value]) => String(user[name]) === String(value)));
  const size =
    numberOf(
      asked,
      sizes.find((name) => name in asked),
    ) ?? wanted.length;
  const start = numberOf(asked, 'offset') ?? Math.max((numberOf(asked, 'page') ?? 1) - 1, 0) * size;
  return { users: wanted.slice(start, start + size), total: wanted.length };
};

/** An envelope whose counts of all users are the mock's own. */
export const withTotal = (envelope: unknown, total: number): unknown => {
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) return envelope;
  return Object.fromEntries(
    Object.entries(envelope).map(([name, value]) => [
      name,
      totals.test(name) && typeof value === 'number' ? total : withTotal(value, total),
    ]),
  );
};
