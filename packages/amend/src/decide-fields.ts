import type { BodyProperty } from './body-properties.ts';
import { type Decision, note, notesOn, type Situation } from './decision.ts';
import { isRecord, own } from './fields.ts';
import { leftOut, lockBelow } from './members.ts';
import { type FieldVerdict, tell } from './plan-result.ts';
import type { FieldsRow } from './user-operation.ts';
import { isStored, issuesOf, sendingOf, type Weighed, type Written, weigh } from './weigh.ts';

const asItStands = ', as it stands in current';
const mustStay = 'is needed as the provider has it, and can never change; pass it in current';
const loses = 'takes the place of what the provider holds, so what it leaves out is lost; give it whole';
const mayReset = 'is not known, so it is left out, and the provider may reset it; pass it in current to keep it';

/** Whether an object of the provider's own may leave out what it has; one that is made of fields is made of all. */
const mayLose = (before: Written, after: Written): boolean => {
  if (!('wire' in after) || !isRecord(after.wire)) return false;
  const { wire } = after;
  return (
    !('wire' in before && isRecord(before.wire)) ||
    Object.keys(before.wire).some((name) => own(wire, name) === undefined)
  );
};

/** What is said of each field that the patch changes. */
const tellChanged = (
  situation: Situation,
  { property, required, sent }: BodyProperty,
  { fields }: FieldsRow<string>,
  { before, after, held, keeps, lock, sends }: Weighed,
): FieldVerdict[] => {
  const replaces = situation.update === 'replacement';
  const issues = issuesOf(after);
  return fields
    .filter((field) => situation.changes.has(field))
    .map((field) => {
      const issue = issues?.get(field);
      const stays = isStored(situation, field);
      // What cannot be written is no obstacle where nothing is.
      if (issue && (sends || replaces) && (stays || held.has(field)))
        return tell(field, 'invalid', issue + asItStands, property);
      if (held.has(field)) return tell(field, 'locked', held.get(field), property);
      if (keeps || stays) return tell(field, 'unchanged', undefined, property);
      if (lock && replaces && 'missing' in before && required.includes(field))
        return tell(field, 'missing', mustStay, property);
      if (lock) return tell(field, 'locked', lock, property);
      if (issue) return tell(field, 'invalid', issue, property);
      return sent.get(field) as FieldVerdict;
    });
};

/**
 * What a replacement does with a property that stays: nothing special, or sends it as the provider shows it, where it cannot
 * be written from our fields or would lose something locked; else it says what is lost.
 */
const keepStored = (
  situation: Situation,
  of: BodyProperty,
  { codec }: FieldsRow<string>,
  written: Written,
): { readonly lost?: string | undefined; readonly shown?: unknown } => {
  const { standing, stored } = situation;
  const shown = codec.name === 'native' ? undefined : stored.get(`native.${of.property}`);
  const sending = sendingOf(situation, of, codec, written);
  const isSent = 'wire' in written && written.wire !== undefined;
  const lost = isSent || shown !== undefined ? lockBelow(of, standing, sending) : undefined;
  if (shown === undefined || (lost === undefined && !('missing' in written))) return { lost };
  const isWhole = leftOut(of, standing, { ...sending, sent: shown, stored: undefined }) === undefined;
  return isWhole ? { shown } : { lost };
};

/** Fields as one property: a part that changes is sent with the other parts, and a replacement is sent whole. */
export const decideFields = (situation: Situation, of: BodyProperty, row: FieldsRow<string>): Decision => {
  const { standing, stored, changes, values, named, update } = situation;
  const { property, rule, required } = of;
  const weighed = weigh(situation, of, row);
  const { before, after, held, sends } = weighed;
  const verdicts = tellChanged(situation, of, row, weighed);
  if (!sends && update !== 'replacement') return { ...of.untouched, verdicts };

  // What does not change, or may not, goes into a replacement as it is stored.
  const written = sends ? after : before;
  const sent = verdicts.filter((verdict) => verdict.verdict === 'send').map(({ field }) => field);
  const notes = sent.length > 0 ? notesOn(of, standing, sent, row.codec.loss) : [];
  if (sends && row.codec.name === 'native' && rule && !rule.merges && mayLose(before, after))
    notes.push(note('may-reset', sent, loses));
  if ('wire' in written && !sends && written.wire === row.omitted) return { ...of.untouched, verdicts, notes };
  const raw = `native.${property}`;
  const { lost, shown } = sends ? {} : keepStored(situation, of, row, written);
  if (shown !== undefined) {
    verdicts.push(tell(raw, 'echo', undefined, property));
    return { property, verdicts, notes, wire: shown, completed: [raw] };
  }
  const isNeeded = sends || required.length > 0 || row.omitted !== undefined;
  const completed: string[] = [];
  for (const field of row.fields) {
    const isKept = 'wire' in written && stored.has(field);
    if (isKept && (!changes.has(field) || held.has(field))) completed.push(field);
    if (named.has(field)) continue;
    const issue = issuesOf(written)?.get(field);
    if (issue) verdicts.push(tell(field, 'invalid', issue + asItStands, property));
    else if ('missing' in written && isNeeded && written.missing.includes(field))
      verdicts.push(tell(field, 'missing', 'is needed; pass it in current', property));
    else if (isKept && !sends) verdicts.push(tell(field, 'echo', undefined, property));
    else if (!values.has(field) && update && (sends || !isNeeded)) notes.push(note('may-reset', [field], mayReset));
  }
  if (lost !== undefined) verdicts.push(tell(row.fields[0] ?? raw, 'missing', lost, property));
  return { property, verdicts, notes, wire: 'wire' in written ? written.wire : undefined, completed };
};
