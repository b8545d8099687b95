import type { FieldsRow } from './action.ts';
import { type Draft, isRequired, judge, lockOf, noteReset, noteSending, storedNative, take, write } from './draft.ts';
import { type Field, valueAt } from './fields.ts';
import { sameJson } from './same-json.ts';

type Values = ReadonlyMap<Field, unknown>;

const none: Values = new Map();

const storedValues = ({ current }: Draft, { fields }: FieldsRow): Values =>
  current
    ? new Map(fields.map((name) => [name, valueAt(current, name)] as const).filter(([, value]) => value !== undefined))
    : none;

/** What the patch changes, without what cannot be cleared. */
const takeChanges = (draft: Draft, property: string, { fields, clears }: FieldsRow): Values => {
  const changes = new Map<Field, unknown>();
  for (const field of fields) {
    if (!draft.changes.has(field)) continue;
    const value = take(draft, field);
    if (value !== null || clears.includes(field)) changes.set(field, value);
    else judge(draft, field, 'unsupported', 'cannot be cleared: the provider documents no way; leave it out', property);
  }
  return changes;
};

/** A replacement takes what the patch leaves alone from `current`. */
const complete = (draft: Draft, property: string, row: FieldsRow, stored: Values): void => {
  const encoded = row.codec.encode(stored, draft.context);
  const isNeeded = isRequired(draft, property) || row.omitted !== undefined;
  const native = 'missing' in encoded ? storedNative(draft, property) : undefined;
  if (native !== undefined) {
    write(draft, property, native, [`native.${property}`]);
    judge(draft, `native.${property}`, 'echo', undefined, property);
    return;
  }
  if ('wire' in encoded) {
    if (encoded.wire === row.omitted) return;
    write(draft, property, encoded.wire, [...stored.keys()]);
  }
  for (const field of row.fields) {
    // What has a verdict was in the patch.
    if (draft.verdicts.has(field)) continue;
    if ('wire' in encoded && stored.has(field)) judge(draft, field, 'echo', undefined, property);
    else if ('missing' in encoded && isNeeded && encoded.missing.includes(field))
      judge(draft, field, 'missing', 'is needed; pass it in current', property);
    else if ('issues' in encoded && encoded.issues.has(field))
      judge(draft, field, 'invalid', `${encoded.issues.get(field)}, as it stands in current`, property);
    else if (!isNeeded) noteReset(draft, field);
  }
};

/** Fields as one property: a part that changes is sent with the other parts, from `current`. */
export const planFields = (draft: Draft, property: string, row: FieldsRow): void => {
  const { codec } = row;
  if (!draft.replaces && !row.fields.some((field) => draft.changes.has(field))) return;
  const changes = takeChanges(draft, property, row);
  const stored = storedValues(draft, row);
  if (changes.size === 0) {
    if (draft.replaces) complete(draft, property, row, stored);
    return;
  }
  const values = stored.size > 0 ? new Map([...stored, ...changes]) : changes;
  const before = codec.encode(stored, draft.context);
  const after = codec.encode(values, draft.context);
  const normal = codec.normal ?? ((wire: unknown) => wire);
  const isSame = 'wire' in before && 'wire' in after && sameJson(normal(before.wire), normal(after.wire));
  const lock = lockOf(draft, property);
  const issues = 'issues' in after ? after.issues : undefined;

  for (const [field, value] of changes) {
    const issue = issues?.get(field);
    if (isSame || (stored.has(field) && sameJson(stored.get(field), value)))
      judge(draft, field, 'unchanged', undefined, property);
    else if (lock) judge(draft, field, 'locked', lock, property);
    else judge(draft, field, issue ? 'invalid' : 'send', issue, property);
  }
  const writers = [...changes.keys()];
  // What does not change, or may not, is sent as it is stored, and in a replacement only.
  const written = isSame || lock ? draft.replaces && before : after;
  if (written && 'wire' in written) write(draft, property, written.wire, writers);
  if (isSame || lock) return;
  // A part that does not change can still keep the whole from being written.
  for (const [field, issue] of issues ?? [])
    if (!changes.has(field)) judge(draft, field, 'invalid', `${issue}, as it stands in current`, property);
  for (const field of 'missing' in after ? after.missing : [])
    judge(draft, field, 'missing', 'is needed with the other parts; pass it in current', property);
  noteSending(draft, property, writers, codec.loss);
  if (draft.action.rules && codec.hasParts)
    for (const field of row.fields) if (!values.has(field)) noteReset(draft, field);
};
