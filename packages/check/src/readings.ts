import type { Named, ResolvedSchema } from '@amend/contract';
import { isObject, own, sameJson, textOf } from './json.ts';

/** What a read after an update shows of a property, told without its value. */
export type Reading = 'as before' | 'as sent' | 'another value' | 'not shown';

/** What the reads before and after an update show of a property. */
export interface Shown {
  readonly before: 'a value' | 'not shown';
  readonly after: Reading;
}

const propertiesOf = ({ properties = {} }: ResolvedSchema = {}) => properties;

/** The name under which a user shows a property. */
export const shownName = (name: string, { storedAs }: ResolvedSchema): string =>
  typeof storedAs === 'object' ? storedAs.property : name;

const digitsOf = (text: string): string => text.replaceAll(/[^0-9]/g, '');

/** Providers keep texts in capitals, numbers as texts, phone numbers with a country, and show the end of what is private. */
const sameText = (sent: string, shown: string): boolean => {
  if (sent.toLowerCase() === shown.toLowerCase()) return true;
  const [digits, end] = [digitsOf(sent), digitsOf(shown)];
  if (digits.length >= 7 && end.length >= 7) return end.endsWith(digits) && /^[+0-9 ().-]+$/.test(shown);
  return end.length === 4 && digits.length >= 9 && digits.endsWith(end) && /^[*xX•.-]*[0-9]{4}$/.test(shown);
};

/** Whether a value that was sent may be what is shown. */
export const isShownAs = (sent: unknown, shown: unknown, schema: ResolvedSchema | undefined): boolean => {
  if (isObject(sent) && isObject(shown))
    return Object.entries(sent).every(
      ([name, part]) =>
        !Object.hasOwn(propertiesOf(schema), name) || isShownAs(part, own(shown, name), propertiesOf(schema)[name]),
    );
  return sameJson(sent, shown) || sameText(String(sent), String(shown));
};

/** Whether each element that was sent is a new one of the list. */
const isAdded = (sent: readonly unknown[], before: unknown, after: unknown, schema: ResolvedSchema = {}): boolean => {
  const known = new Set(Array.isArray(before) ? before.map(textOf) : []);
  const added = (Array.isArray(after) ? after : []).filter((element) => !known.has(textOf(element)));
  return sent.every((element) => added.some((one) => isShownAs(element, one, schema.items)));
};

/** One property, as it was sent, and as the user's record had it before and has it after. */
export interface Change {
  readonly name: string;
  readonly schema: ResolvedSchema;
  /** Of the user, as the contract has it. */
  readonly user: ResolvedSchema;
  readonly sent: unknown;
  readonly before: Named;
  readonly after: Named;
}

/** What the record shows of a property that was sent. */
export const readingOf = ({ name, schema, user, sent, before, after }: Change): Reading => {
  const at = shownName(name, schema);
  const shown = propertiesOf(user)[at];
  const [old, now] = [own(before, at) ?? null, own(after, at) ?? null];
  const isAsSent = Array.isArray(sent) ? isAdded(sent, old, now, shown) : isShownAs(sent, now, shown);
  if (isAsSent && !sameJson(old, now)) return 'as sent';
  if (shown === undefined || now === null) return old === null ? 'not shown' : 'another value';
  if (sameJson(old, now)) return 'as before';
  return isAsSent ? 'as sent' : 'another value';
};

/** Whether a record shows a property at all. */
export const isShownIn = (name: string, schema: ResolvedSchema, record: Named): boolean =>
  (own(record, shownName(name, schema)) ?? null) !== null;
