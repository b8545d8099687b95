import { propertiesOf } from './body-properties.ts';
import { isRecord, knownIn, own } from './fields.ts';
import type { FieldState } from './fields-for.ts';
import { readPlain } from './read-plain.ts';
import { sameJson } from './same-json.ts';
import type { AnyUserOperation } from './user-operation.ts';

// Forms hold what inputs hold: '' where there is nothing, and a number or a yes as a text where the input knows no better.

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isType = ({ schema: { type } }: FieldState, name: string): boolean =>
  type === name || (Array.isArray(type) && type.includes(name));

/** Documents are added, so a form begins with none; the lists and objects of a provider's own are changed as a whole. */
const isList = (state: FieldState): boolean => isType(state, 'array');

/** What an input of a field begins with. What a provider shows in part can be shown, and is no value. */
const initialValue = (state: FieldState, known: unknown): unknown => {
  if (isScalar(known)) return known;
  const isOwn = state.field.startsWith('native.');
  if (isOwn && known !== undefined && known !== null) return known;
  return isList(state) ? [] : '';
};

/** What each input begins with, by field. */
export const initialValues = (states: readonly FieldState[], current: unknown): ReadonlyMap<string, unknown> => {
  const known = isRecord(current) ? knownIn(current) : new Map<string, unknown>();
  return new Map(states.map((state) => [state.field, initialValue(state, known.get(state.field))]));
};

/** Values by path as nested objects, as form libraries name them. */
export const nest = (values: Iterable<readonly [string, unknown]>): Record<string, unknown> => {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const [name = '', ...rest] = path.split('.');
    const part = rest.join('.');
    if (part === '') nested[name] = value;
    else nested[name] = { ...(nested[name] as object | undefined), [part]: value };
  }
  return nested;
};

/** What a form holds for a field; nothing if it holds no such input. */
export const inputAt = (values: unknown, field: string): unknown => {
  const at = field.indexOf('.');
  if (at < 0) return isRecord(values) ? own(values, field) : undefined;
  const group = isRecord(values) ? own(values, field.slice(0, at)) : undefined;
  return isRecord(group) ? own(group, field.slice(at + 1)) : undefined;
};

/** The inputs of a document that nobody filled in are no part of it. */
const withoutEmpty = (document: unknown): unknown =>
  isRecord(document) ? Object.fromEntries(Object.entries(document).filter(([, part]) => part !== '')) : document;

/** An input's text as the field's type. */
const typed = (state: FieldState, input: unknown): unknown => {
  if (typeof input !== 'string' || isType(state, 'string')) return input;
  if (isType(state, 'boolean') && /^(?:true|false)$/.test(input)) return input === 'true';
  const isNumber = isType(state, 'integer') || isType(state, 'number');
  return isNumber && /^-?[0-9]{1,15}(?:\.[0-9]+)?$/.test(input) ? Number(input) : input;
};

/** What an emptied input asks for: `null` where the provider clears a field so, or an empty text where it takes one. */
const cleared = (operation: AnyUserOperation, field: string): unknown => {
  const { row } = propertiesOf(operation).byField.get(field) ?? {};
  if (row?.is !== 'fields' || row.clears.includes(field)) return null;
  const encoded = row.codec.encode(new Map([[field, '']]), { today: '' });
  return 'issues' in encoded && encoded.issues.has(field) ? null : '';
};

/** What a form changes of a field; nothing if it does not. */
export const changeOf = (operation: AnyUserOperation, state: FieldState, initial: unknown, input: unknown): unknown => {
  // An empty input of type `number` is NaN.
  const isEmpty = input === null || input === '' || Number.isNaN(input);
  if (isEmpty) return initial === '' || isList(state) ? undefined : cleared(operation, state.field);
  const value = readPlain(input).value;
  if (Array.isArray(initial) && !state.field.startsWith('native.'))
    return Array.isArray(value) ? (value.length > 0 ? value.map(withoutEmpty) : undefined) : value;
  const isSame = isScalar(value) && isScalar(initial) ? String(value) === String(initial) : sameJson(value, initial);
  return isSame ? undefined : typed(state, value);
};
