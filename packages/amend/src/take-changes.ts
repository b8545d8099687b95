import { type Draft, judge } from './draft.ts';
import { fieldsIn, isField, isGroup, isRecord, own, safeName } from './fields.ts';
import { type Place, placesOf } from './place.ts';
import type { FieldVerdict } from './plan-result.ts';
import { isUnreadable, unreadable } from './read-plain.ts';

/** What is known of a user, the provider's own properties with it. */
export const storedIn = (user: Readonly<Record<string, unknown>>): Map<string, unknown> => {
  const { values } = fieldsIn(user);
  const native = own(user, 'native');
  for (const [property, value] of Object.entries(isRecord(native) ? native : {}))
    if (value !== undefined) values.set(`native.${property}`, value);
  for (const [field, value] of values) if (isUnreadable(value)) values.delete(field);
  return values;
};

/** Why what is not JSON cannot be a value; in words that go on from the field's name. */
export const noPlainData =
  'is no plain data, but an accessor of a class, a Date, NaN or the like; pass what JSON can hold';

/** Of the whole of a patch, of `native` or of `current`. */
export const cannotBeRead = 'cannot be read whole; pass a plain object';

/** Keeps a field's place among the verdicts, and blocks the plan until it has one. */
export const pending: FieldVerdict = Object.freeze({
  field: 'patch',
  verdict: 'invalid',
  message: 'patch was not judged as a whole.',
});

const change = ({ changes, values, verdicts }: Draft, field: string, value: unknown, row: Place['row']): void => {
  changes.set(field, value);
  if (values !== changes) values.set(field, value);
  if (row.is !== 'documents' || !Array.isArray(value) || value.length === 0) verdicts.set(field, pending);
  else for (const index of value.keys()) verdicts.set(`${field}[${index}]`, pending);
};

/** Takes from a patch what the action has a place for; all else has its verdict at once. Tells what is no field. */
export const takePatch = (draft: Draft, patch: unknown): readonly string[] => {
  if (patch === unreadable) judge(draft, 'patch', 'invalid', cannotBeRead);
  else if (!isRecord(patch)) judge(draft, 'patch', 'invalid', 'must be an object');
  const { byField } = placesOf(draft.action);
  const { values, others } = fieldsIn(patch);
  for (const [field, value] of values) {
    const { row, property } = byField.get(field) ?? {};
    const isOneByOne = row?.is === 'documents' && Array.isArray(value);
    if (!isOneByOne && isUnreadable(value)) judge(draft, field, 'invalid', noPlainData, property);
    else if (!row) judge(draft, field, 'unsupported', `has no place at ${draft.action.provider}; leave it out`);
    else if (value !== null || ('clears' in row && row.clears.includes(field))) change(draft, field, value, row);
    else judge(draft, field, 'unsupported', 'cannot be cleared: the provider documents no way; leave it out', property);
  }
  return others;
};

/** Takes what the caller sets under the provider's own names. */
export const takeNative = (draft: Draft, native: unknown): void => {
  if (native === unreadable) judge(draft, 'native', 'invalid', cannotBeRead);
  else if (native !== undefined && !isRecord(native)) judge(draft, 'native', 'invalid', 'must be an object');
  for (const [index, [property, value]] of Object.entries(isRecord(native) ? native : {}).entries()) {
    if (value === undefined) continue;
    const row = own(draft.action.rows, property);
    const field = `native.${row ? property : safeName(property, index)}`;
    if (row && isUnreadable(value)) judge(draft, field, 'invalid', noPlainData, property);
    else if (row?.is === 'native') change(draft, field, value, row);
    else if (!row) judge(draft, field, 'invalid', 'is no field of this provider; leave it out');
    else if (!('fields' in row)) judge(draft, field, 'invalid', 'is set by us; leave it out');
    else judge(draft, field, 'invalid', `is written from ${row.fields.join(', ')}; change it there`);
  }
};

/** Names in a patch that are none of a field, or stand there twice. Nothing takes the place of another verdict. */
export const judgeOthers = (draft: Draft, names: readonly string[]): void => {
  for (const [index, name] of names.entries()) {
    const shown = safeName(name, index);
    const field = isField(name) || draft.verdicts.has(shown) ? `[${index}]` : shown;
    if (isField(name)) judge(draft, field, 'invalid', 'names a field that stands in the patch twice');
    else if (isGroup(name)) judge(draft, field, 'invalid', 'must be an object of its parts');
    else judge(draft, field, 'invalid', 'is no field of a user; leave it out');
  }
};
