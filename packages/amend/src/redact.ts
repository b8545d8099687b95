import { isField, isGroup, isRecord, own } from './fields.ts';
import { isMasked } from './masked.ts';
import { documentParts, privateFields } from './private-fields.ts';
import { readPlain } from './read-plain.ts';
import type { Patch, User } from './user.ts';

/** What tells who a user is and how far the check has come: no contract calls any of it private. */
const facts: ReadonlySet<string> = new Set(['provider', 'id', 'kind', 'verification'] satisfies (keyof User)[]);

const digitsIn = (text: string): string => text.replaceAll(/[^0-9]/g, '');

/** As the numbers of persons and of businesses are written. A date that is written wrong is none of them. */
const nineDigits = /^(?:\d{9}|\d{3}-\d\d-\d{4}|\d\d-\d{7})$/;

/** What may be seen of a private value: of nine digits the last four, as providers themselves show them. */
const mask = (value: unknown): unknown => {
  if (value === null) return null;
  const given = isRecord(value) ? value.masked : undefined;
  if (typeof given === 'string' && isMasked(given) && digitsIn(given).length <= 4) return { masked: given };
  if (typeof value !== 'string') return { masked: '*****' };
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { masked: '****-**-**' };
  return { masked: nineDigits.test(value) ? `*****${value.slice(-4)}` : '*****' };
};

const isShown = (value: unknown): boolean => value === null || !['object', 'symbol'].includes(typeof value);

/** What may be seen of an object's values; what may not is left out. */
const partsOf = (
  record: object,
  shownOf: (name: string, value: unknown) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(record)
      .map(([name, value]) => [name, shownOf(name, value)] as const)
      .filter(([, value]) => value !== undefined),
  );

const documentOf = (document: unknown): object =>
  partsOf(isRecord(document) ? document : {}, (part, value) => {
    const sight = own(documentParts, part);
    if (sight === 'private') return mask(value);
    return sight && isShown(value) ? value : undefined;
  });

/** What may be seen of a value; nothing of what does not look like one of its field. */
const shownAt = (path: string, value: unknown): unknown => {
  if (facts.has(path)) return typeof value === 'string' ? value : undefined;
  if (privateFields.has(path)) return mask(value);
  if (Array.isArray(value)) return path.startsWith('documents.') && isField(path) ? value.map(documentOf) : undefined;
  if (isField(path)) return isShown(value) ? value : undefined;
  if (!isGroup(path) || !isRecord(value)) return undefined;
  return partsOf(value, (part, inner) => shownAt(`${path}.${part}`, inner));
};

/**
 * A user, or a change to one, that may be logged and shown: what some contract calls private is masked, and what no field
 * stands for is left out, since it may hold anything. Made to be read, and not to be planned with. Never throws.
 *
 * @example
 * log.info({ user: redact(user) });
 */
export const redact = (user: User | Patch): Readonly<Record<string, unknown>> => {
  const { value } = readPlain(user);
  return partsOf(isRecord(value) ? value : {}, shownAt);
};

/**
 * Lets a record of a call be logged: `JSON.stringify` and `inspect` show what `seen` makes of it. The record itself stays plain
 * data: neither a spread nor a copy has what is added here.
 */
export const loggedAs = <const Report extends object>(report: Report, seen: (report: Report) => object): Report =>
  Object.defineProperties(report, {
    toJSON: { value: () => seen(report) },
    [Symbol.for('nodejs.util.inspect.custom')]: {
      value: (_: number, options: object, inspect: (value: unknown, options: object) => string) =>
        inspect(seen(report), options),
    },
  });

/** The same with its user redacted, which stands under this name. */
export const withRedacted = <const Report extends object>(report: Report, name: keyof Report & string): Report =>
  loggedAs(report, (all) => ({ ...all, ...(name in all && { [name]: redact(all[name] as User) }) }));
