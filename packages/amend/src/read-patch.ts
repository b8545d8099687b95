import { type BodyProperty, propertiesOf } from './body-properties.ts';
import { fieldsIn, isField, isGroup, isRecord, own, safeName } from './fields.ts';
import { type FieldVerdict, tell, type Verdict } from './plan-result.ts';
import { cannotBeRead, isUnreadable, noPlainData, unreadable } from './read-plain.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** What a patch asks for, sorted by whether the operation has a place for it. */
export interface ReadPatch {
  /** What it changes, by field. */
  readonly changes: ReadonlyMap<string, unknown>;
  /** All that it names, in its order, a list of documents element by element; with what is to be said of what has no place. */
  readonly named: Map<string, FieldVerdict | undefined>;
  /** Names that are no field's, or that stand there twice. */
  readonly others: readonly string[];
}

/** Whether it is a list of documents, each of which has a verdict; the SSN, which may be one of them, is no list. */
const isOneByOne = (field: string, value: unknown, row?: BodyProperty['row']): value is unknown[] =>
  row?.is === 'documents' && field !== 'ssn' && Array.isArray(value);

/** Reads what the caller changes, under our names and, in the native slot, under the provider's. */
export const readPatch = (operation: AnyUserOperation, patch: unknown, native: unknown): ReadPatch => {
  const changes = new Map<string, unknown>();
  const named = new Map<string, FieldVerdict | undefined>();
  const refuse = (field: string, verdict: Verdict, why: string, property?: string): void => {
    named.set(field, tell(field, verdict, why, property));
  };
  const change = (field: string, value: unknown, row?: BodyProperty['row']): void => {
    changes.set(field, value);
    if (isOneByOne(field, value, row) && value.length > 0)
      for (const index of value.keys()) named.set(`${field}[${index}]`, undefined);
    else named.set(field, undefined);
  };

  if (patch === unreadable) refuse('patch', 'invalid', cannotBeRead);
  else if (!isRecord(patch)) refuse('patch', 'invalid', 'must be an object');
  const { byField } = propertiesOf(operation);
  const { values, others } = fieldsIn(patch);
  for (const [field, value] of values) {
    const { row, property } = byField.get(field) ?? {};
    if (!isOneByOne(field, value, row) && isUnreadable(value)) refuse(field, 'invalid', noPlainData, property);
    else if (!row) refuse(field, 'unsupported', `has no place at ${operation.provider}; leave it out`);
    else if (value !== null || ('clears' in row && row.clears.includes(field))) change(field, value, row);
    else refuse(field, 'unsupported', 'cannot be cleared: the provider documents no way; leave it out', property);
  }

  if (native === unreadable) refuse('native', 'invalid', cannotBeRead);
  else if (native !== undefined && !isRecord(native)) refuse('native', 'invalid', 'must be an object');
  for (const [index, [property, value]] of Object.entries(isRecord(native) ? native : {}).entries()) {
    const row = own(operation.rows, property);
    const field = `native.${row ? property : safeName(property, index)}`;
    if (row && isUnreadable(value)) refuse(field, 'invalid', noPlainData, property);
    else if (!row) refuse(field, 'invalid', 'is no field of this provider; leave it out');
    else if ('fields' in row) refuse(field, 'invalid', `is written from ${row.fields.join(', ')}; change it there`);
    else if (row.is !== 'native') refuse(field, 'invalid', 'is set by us; leave it out');
    else change(field, value);
  }
  return { changes, named, others };
};

/** What is to be said of names that are no field's; nothing takes the place of what is said of a field. */
export const refuseOthers = (others: readonly string[], found: ReadonlyMap<string, unknown>): FieldVerdict[] =>
  others.map((name, index) => {
    const shown = safeName(name, index);
    if (isField(name)) return tell(`[${index}]`, 'invalid', 'names a field that stands in the patch twice');
    const field = found.has(shown) ? `[${index}]` : shown;
    return tell(
      field,
      'invalid',
      isGroup(name) ? 'must be an object of its parts' : 'is no field of a user; leave it out',
    );
  });
