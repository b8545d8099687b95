import type { BodyProperty } from './body-properties.ts';
import type { EncodeContext, FieldsCodec, Values } from './codec.ts';
import { isRecord, own } from './fields.ts';
import { heldFields, leftOut, lockBelow, type Sending, staysOut, withStored } from './members.ts';
import { type FieldVerdict, type Note, tell } from './plan-result.ts';
import { isUnreadable, noPlainData } from './read-plain.ts';
import { lockOf } from './rules.ts';
import { sameJson } from './same-json.ts';
import type { Standing } from './status.ts';
import type { DocumentsRow, FieldsRow } from './user-operation.ts';

/** What a plan knows before it looks at the properties of the body. */
export interface Situation {
  readonly standing: Standing;
  readonly context: EncodeContext;
  readonly update: 'partial' | 'replacement' | undefined;
  /** What `current` has, what the patch changes and has a place for, and the two together. */
  readonly stored: Values;
  readonly changes: Values;
  readonly values: Values;
  /** Whether `current` was read at the provider. */
  readonly isRead: boolean;
  /** All that the patch names. */
  readonly named: ReadonlyMap<string, unknown>;
}

/** What becomes of one property of the body. */
export interface Decision {
  readonly property: string;
  readonly verdicts: readonly FieldVerdict[];
  readonly notes: readonly Note[];
  /** What is sent; nothing if the property is left out. */
  readonly wire: unknown;
  /** Those that the patch does not name, and that are sent as `current` has them. */
  readonly completed: readonly string[];
}

/** A note; `what` goes on from the fields' names. */
export const note = (kind: Note['kind'], fields: readonly string[], what: string): Note => {
  const field = fields.join(', ');
  return { kind, field, message: `${field} ${what}.` };
};

const effects = {
  'archives-previous': 'is added as a new copy, and the older one archived',
  'downgrades-verification': 'takes the verification back, so that the user has to be verified anew',
  'held-for-review': 'is held for review, and changes nothing before the provider has decided',
} as const;

/** What else is to be known of fields that are sent. */
const notesOn = ({ rule }: BodyProperty, { status }: Standing, sent: readonly string[], loss?: string): Note[] => {
  const notes: Note[] = [];
  if (loss) notes.push(note('loss', sent, loss));
  // Who is not verified has nothing to lose.
  const isIdle = rule?.effect === 'downgrades-verification' && status === 'unverified';
  if (rule?.effect && !isIdle) notes.push(note('effect', sent, effects[rule.effect]));
  return notes;
};

const asItStands = ', as it stands in current';
const mustStay = 'is needed as the provider has it, and can never change; pass it in current';
const loses = 'takes the place of what the provider holds, so what it leaves out is lost; give it whole';
const unknownLocked = ', which may not change and is not known; pass it in current';
const mayReset = 'is not known, so it is left out, and the provider may reset it; pass it in current to keep it';

type Written = ReturnType<FieldsCodec['encode']> | { readonly missing: readonly string[] };

/** A property as it is written of these values, or what it lacks. */
const write = ({ encode, needs }: FieldsCodec, values: Values, context: EncodeContext): Written => {
  const encoded = encode(values, context);
  const missing = needs.filter((field) => !values.has(field));
  return 'issues' in encoded || missing.length === 0 ? encoded : { missing };
};

const noneHeld: ReadonlyMap<string, string> = new Map();

const without = (values: Values, fields: Iterable<string>): Map<string, unknown> => {
  const others = new Map(values);
  for (const field of fields) others.delete(field);
  return others;
};

/** What is known to be stored, also where that is not enough to be written, or is a mask in part. */
const storedWire = ({ encode }: FieldsCodec, stored: Values, context: EncodeContext): unknown => {
  const encoded = encode(stored, context);
  const readable = 'wire' in encoded ? encoded : encode(without(stored, encoded.issues.keys()), context);
  return 'wire' in readable ? readable.wire : undefined;
};

const isSame = ({ normal = (wire) => wire }: FieldsCodec, before: Written, after: Written): boolean =>
  'wire' in before && 'wire' in after && sameJson(normal(before.wire), normal(after.wire));

const issuesOf = (written: Written): ReadonlyMap<string, string> | undefined =>
  'issues' in written ? written.issues : undefined;

/** Whether an object of the provider's own may leave out what it has; one that is made of fields is made of all. */
const mayLose = (before: Written, after: Written): boolean => {
  if (!('wire' in after) || !isRecord(after.wire)) return false;
  const { wire } = after;
  return (
    !('wire' in before && isRecord(before.wire)) ||
    Object.keys(before.wire).some((name) => own(wire, name) === undefined)
  );
};

/** Fields as one property: a part that changes is sent with the other parts, and a replacement is sent whole. */
export const decideFields = (situation: Situation, of: BodyProperty, row: FieldsRow<string>): Decision => {
  const { stored, changes, values, named, update, context } = situation;
  const { property, rule, required } = of;
  const replaces = update === 'replacement';
  const isStored = (field: string): boolean => sameJson(stored.get(field), changes.get(field));

  const before = write(row.codec, stored, context);
  const changed = row.fields.filter((field) => changes.has(field) && !isStored(field));
  const held = rule?.members ? heldFields(of, situation.standing, changed) : noneHeld;
  const changesNothing = changed.every((field) => held.has(field));
  const given = held.size > 0 ? withStored(values, stored, held.keys()) : values;
  const tried = changesNothing ? before : write(row.codec, given, context);
  // A mask of what is merged stays where it is.
  const masks = [...(issuesOf(tried)?.keys() ?? [])].filter(
    (field) => rule?.members && staysOut(of, field) && (held.has(field) || !changes.has(field)),
  );
  const after = masks.length > 0 && !changesNothing ? write(row.codec, without(given, masks), context) : tried;
  const keeps = changesNothing || isSame(row.codec, before, after);
  const sending = (written: Written): Sending => ({
    sent: 'wire' in written ? written.wire : undefined,
    stored: storedWire(row.codec, stored, context),
    shown: row.codec.name === 'native' ? undefined : stored.get(`native.${property}`),
    isRead: situation.isRead,
  });
  const judged = (written: Written): string | undefined => {
    if ('wire' in written) return lockBelow(of, situation.standing, sending(written));
    const lacking = 'missing' in written ? written.missing.filter((field) => held.has(field)) : [];
    return lacking.length > 0 ? `is written with ${lacking.join(', ')}${unknownLocked}` : undefined;
  };
  const lock = keeps ? undefined : (lockOf(rule, situation.standing) ?? judged(after));
  const sends = !keeps && lock === undefined;

  const issues = issuesOf(after);
  const verdicts: FieldVerdict[] = [];
  const sent: string[] = [];
  for (const field of row.fields) {
    if (!changes.has(field)) continue;
    const issue = issues?.get(field);
    const isUnknown = replaces && 'missing' in before && required.includes(field);
    // What cannot be written is no obstacle where nothing is.
    if (issue && (sends || replaces) && (isStored(field) || held.has(field)))
      verdicts.push(tell(field, 'invalid', issue + asItStands, property));
    else if (held.has(field)) verdicts.push(tell(field, 'locked', held.get(field), property));
    else if (keeps || isStored(field)) verdicts.push(tell(field, 'unchanged', undefined, property));
    else if (lock && isUnknown) verdicts.push(tell(field, 'missing', mustStay, property));
    else if (lock) verdicts.push(tell(field, 'locked', lock, property));
    else if (issue) verdicts.push(tell(field, 'invalid', issue, property));
    else {
      verdicts.push(of.sent.get(field) as FieldVerdict);
      sent.push(field);
    }
  }
  if (!sends && !replaces) return { ...of.untouched, verdicts };

  // What does not change, or may not, goes into a replacement as it is stored.
  const written = sends ? after : before;
  const notes = sent.length > 0 ? notesOn(of, situation.standing, sent, row.codec.loss) : [];
  if (sends && row.codec.name === 'native' && rule && !rule.merges && mayLose(before, after))
    notes.push(note('may-reset', sent, loses));
  if ('wire' in written && !sends && written.wire === row.omitted) return { ...of.untouched, verdicts, notes };
  const raw = `native.${property}`;
  if ('missing' in written && !sends && stored.has(raw)) {
    // What we do not understand is kept.
    verdicts.push(tell(raw, 'echo', undefined, property));
    return { property, verdicts, notes, wire: stored.get(raw), completed: [raw] };
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
  const wire = 'wire' in written ? written.wire : undefined;
  const lost = sends || wire === undefined ? undefined : leftOut(of, situation.standing, sending(written));
  if (lost !== undefined) verdicts.push(tell(row.fields[0] ?? raw, 'missing', lost, property));
  return { property, verdicts, notes, wire, completed };
};

/** The documents of a field, by where each stands in the patch; nothing if it is no list of them. */
const documentsIn = (
  field: string,
  value: unknown,
  { ssnKind }: DocumentsRow,
): [path: string, document: unknown][] | undefined => {
  if (field === 'ssn') return [[field, { type: ssnKind, number: value }]];
  return Array.isArray(value) ? value.map((document, index) => [`${field}[${index}]`, document]) : undefined;
};

/** Documents are judged one by one: each kind may have a rule of its own. They are added, so none is ever unchanged. */
export const decideDocuments = (situation: Situation, of: BodyProperty, row: DocumentsRow): Decision => {
  const { property, rule } = of;
  const verdicts: FieldVerdict[] = [];
  const given: [path: string, document: unknown][] = [];
  for (const field of row.fields) {
    if (!situation.changes.has(field)) continue;
    const documents = documentsIn(field, situation.changes.get(field), row);
    if (!documents) verdicts.push(tell(field, 'invalid', 'must be a list of documents', property));
    else if (documents.length === 0) verdicts.push(tell(field, 'unchanged', undefined, property));
    else given.push(...documents);
  }
  const kindOf = (wire: unknown): unknown => (isRecord(wire) ? own(wire, row.kind) : undefined);
  const sent = new Map<string, unknown>();
  for (const [path, document] of given) {
    const encoded = row.codec.encode(document, situation.context);
    const kind = 'wire' in encoded ? kindOf(encoded.wire) : undefined;
    // No kind is none that a rule names.
    const lock = lockOf(rule, situation.standing, kind ?? null);
    const isSecond = path === 'ssn' && [...sent.values()].some((wire) => kindOf(wire) === kind);
    if (isUnreadable(document)) verdicts.push(tell(path, 'invalid', noPlainData, property));
    else if ('issue' in encoded) verdicts.push(tell(path, 'invalid', encoded.issue, property));
    else if (lock) verdicts.push(tell(path, 'locked', lock, property));
    else if (isSecond) verdicts.push(tell(path, 'invalid', 'stands among the documents too; give it once', property));
    else {
      verdicts.push(tell(path, 'send', undefined, property));
      sent.set(path, encoded.wire);
    }
  }
  const notes = [...sent.keys()].flatMap((path) => notesOn(of, situation.standing, [path]));
  const wire = sent.size > 0 ? [...sent.values()] : undefined;
  return { property, verdicts, notes, wire, completed: [] };
};
