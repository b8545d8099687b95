import type { FieldsRow } from './action.ts';
import { type Draft, judge, note, noteEffect } from './draft.ts';
import type { Place } from './place.ts';
import { freezeDeep } from './read-plain.ts';
import { lockOf } from './rules.ts';
import { sameJson } from './same-json.ts';
import { pending } from './take-changes.ts';

const asItStands = ', as it stands in current';
const mustStay = 'is needed as the provider has it, and can never change; pass it in current';
const mayReset = 'is not known, so it is left out, and the provider may reset it; pass it in current to keep it';

type Encoded = ReturnType<FieldsRow['codec']['encode']>;

const isSame = ({ normal = (wire) => wire }: FieldsRow['codec'], before: Encoded, after: Encoded): boolean =>
  'wire' in before && 'wire' in after && sameJson(normal(before.wire), normal(after.wire));

/** Fields as one property: a part that changes is sent with the other parts, and a replacement is sent whole. */
export const planFields = (draft: Draft, place: Place, row: FieldsRow<string>): void => {
  const { stored, changes, values, replaces, context, verdicts } = draft;
  const { property, rule } = place;
  const changed = row.fields.filter((field) => changes.has(field));

  const isStored = (field: string): boolean => stored.size > 0 && sameJson(stored.get(field), changes.get(field));
  const changesNothing = changed.every(isStored);
  const before = row.codec.encode(stored, context);
  const after = changesNothing ? before : row.codec.encode(values, context);
  const keeps = changesNothing || isSame(row.codec, before, after);
  const lock = keeps ? undefined : lockOf(rule, draft.status);
  const sends = !keeps && lock === undefined;
  const issues = 'issues' in after ? after.issues : undefined;
  const sent: string[] = [];
  for (const field of changed) {
    const issue = issues?.get(field);
    const isUnknown = 'missing' in before && place.required.includes(field);
    // What cannot be written is no obstacle where nothing is.
    if (issue && (sends || replaces) && isStored(field)) judge(draft, field, 'invalid', issue + asItStands, property);
    else if (keeps || isStored(field)) judge(draft, field, 'unchanged', undefined, property);
    else if (lock && replaces && isUnknown) judge(draft, field, 'missing', mustStay, property);
    else if (lock) judge(draft, field, 'locked', lock, property);
    else if (issue) judge(draft, field, 'invalid', issue, property);
    else {
      sent.push(field);
      verdicts.set(field, place.sent.get(field) ?? pending);
    }
  }
  if (!sends && !replaces) return;
  if (sent.length > 0 && row.codec.loss) note(draft, 'loss', sent, row.codec.loss);
  if (sent.length > 0) noteEffect(draft, rule, sent);

  // What does not change, or may not, goes into a replacement as it is stored.
  const written = sends ? after : before;
  const raw = `native.${property}`;
  if ('wire' in written) {
    if (!sends && written.wire === row.omitted) return;
    draft.body[property] = freezeDeep(written.wire);
    const known = stored.size > 0 ? row.fields.filter((field) => stored.has(field)) : [];
    for (const field of known) if (!changes.has(field)) draft.completed.push(field);
    draft.written.set(property, sent.length > 0 ? sent : known);
  } else if (!sends && 'missing' in written && stored.has(raw)) {
    // What we do not understand is kept.
    draft.body[property] = freezeDeep(stored.get(raw));
    draft.written.set(property, [raw]);
    draft.completed.push(raw);
    judge(draft, raw, 'echo', undefined, property);
    return;
  }
  const isNeeded = sends || place.required.length > 0 || row.omitted !== undefined;
  for (const field of row.fields) {
    // What has a verdict was in the patch.
    if (verdicts.has(field)) continue;
    const issue = 'issues' in written ? written.issues.get(field) : undefined;
    if (issue) judge(draft, field, 'invalid', issue + asItStands, property);
    else if ('missing' in written && isNeeded && written.missing.includes(field))
      judge(draft, field, 'missing', 'is needed; pass it in current', property);
    else if ('wire' in written && !sends && stored.has(field)) judge(draft, field, 'echo', undefined, property);
    else if (!values.has(field) && draft.action.rules && (sends || !isNeeded))
      note(draft, 'may-reset', [field], mayReset);
  }
};
