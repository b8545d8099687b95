import type { OtherRow } from './action.ts';
import { type Draft, isRequired, judge, lockOf, noteReset, storedNative, write } from './draft.ts';
import { isRecord, safeName } from './fields.ts';
import { sameJson } from './same-json.ts';

/** What the caller sets under the provider's own names; the same rules hold. */
export const planNative = (draft: Draft, native: unknown): void => {
  if (!isRecord(native)) judge(draft, 'native', 'invalid', 'must be an object');
  for (const [index, [property, value]] of Object.entries(isRecord(native) ? native : {}).entries()) {
    if (value === undefined) continue;
    const row = Object.hasOwn(draft.action.rows, property) ? draft.action.rows[property] : undefined;
    const field = `native.${row ? property : safeName(property, index)}`;
    const lock = lockOf(draft, property);
    if (!row) judge(draft, field, 'invalid', 'is no field of this provider; leave it out');
    else if ('fields' in row)
      judge(draft, field, 'invalid', `is written from ${row.fields.join(', ')}; change it there`);
    else if (row.is !== 'native') judge(draft, field, 'invalid', 'is set by us; leave it out');
    else if (sameJson(value, storedNative(draft, property))) {
      judge(draft, field, 'unchanged', undefined, property);
      if (draft.replaces) write(draft, property, value, [field]);
    } else if (lock) {
      judge(draft, field, 'locked', lock, property);
      keep(draft, property, field);
    } else {
      judge(draft, field, 'send', undefined, property);
      write(draft, property, value, [field]);
    }
  }
};

/** Writes what `current` has of a property into a replacement. */
const keep = (draft: Draft, property: string, field: string): boolean => {
  const stored = storedNative(draft, property);
  if (!draft.replaces || stored === undefined) return false;
  write(draft, property, stored, [field]);
  return true;
};

/** A replacement takes what it is not told, and what we do not understand, from `current`. */
export const completeNative = (draft: Draft, property: string, row: OtherRow): void => {
  const field = `native.${property}`;
  if (!draft.replaces || row.is !== 'native' || draft.verdicts.has(field)) return;
  if (keep(draft, property, field)) judge(draft, field, 'echo', undefined, property);
  else if (isRequired(draft, property)) judge(draft, field, 'missing', 'is needed; pass it in native', property);
  else noteReset(draft, field);
};
