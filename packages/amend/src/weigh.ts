import type { BodyProperty } from './body-properties.ts';
import type { EncodeContext, FieldsCodec, Values } from './codec.ts';
import type { Situation } from './decision.ts';
import { heldFields, lockBelow, type Sending, staysOut, withStored } from './members.ts';
import { lockOf } from './rules.ts';
import { sameJson } from './same-json.ts';
import type { FieldsRow } from './user-operation.ts';

const unknownLocked = ', which may not change and is not known; pass it in current';

/** A property as it is written, or why it cannot be. */
export type Written = ReturnType<FieldsCodec['encode']> | { readonly missing: readonly string[] };

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

/** What stands against writing it, by field. */
export const issuesOf = (written: Written): ReadonlyMap<string, string> | undefined =>
  'issues' in written ? written.issues : undefined;

/** A property as the provider has it and as it would be sent, and what speaks against that. */
export interface Weighed {
  readonly before: Written;
  readonly after: Written;
  /** The fields that change although a rule of their own forbids it, each with its lock. */
  readonly held: ReadonlyMap<string, string>;
  /** Whether nothing changes. */
  readonly keeps: boolean;
  readonly lock: string | undefined;
  readonly sends: boolean;
}

/** Whether the provider has the value already. */
export const isStored = ({ stored, changes }: Situation, field: string): boolean =>
  sameJson(stored.get(field), changes.get(field));

export const sendingOf = (
  situation: Situation,
  { property }: BodyProperty,
  codec: FieldsCodec,
  written: Written,
): Sending => ({
  sent: 'wire' in written ? written.wire : undefined,
  stored: storedWire(codec, situation.stored, situation.context),
  shown: codec.name === 'native' ? undefined : situation.stored.get(`native.${property}`),
  isRead: situation.isRead,
});

/** What would become of a property. */
export const weigh = (situation: Situation, of: BodyProperty, { fields, codec }: FieldsRow<string>): Weighed => {
  const { standing, stored, changes, values, context } = situation;
  const { rule } = of;
  const before = write(codec, stored, context);
  const changed = fields.filter((field) => changes.has(field) && !isStored(situation, field));
  const held = rule?.members ? heldFields(of, standing, changed) : noneHeld;
  if (changed.every((field) => held.has(field)))
    return { before, after: before, held, keeps: true, lock: undefined, sends: false };

  const given = held.size > 0 ? withStored(values, stored, held.keys()) : values;
  const tried = write(codec, given, context);
  // A mask of what is merged stays where it is.
  const masks = [...(issuesOf(tried)?.keys() ?? [])].filter(
    (field) => rule?.members && staysOut(of, field) && (held.has(field) || !changes.has(field)),
  );
  const after = masks.length > 0 ? write(codec, without(given, masks), context) : tried;
  const lockHere = (): string | undefined => {
    if ('wire' in after) return lockBelow(of, standing, sendingOf(situation, of, codec, after));
    const lacking = 'missing' in after ? after.missing.filter((field) => held.has(field)) : [];
    return lacking.length > 0 ? `is written with ${lacking.join(', ')}${unknownLocked}` : undefined;
  };
  const keeps = isSame(codec, before, after);
  const lock = keeps ? undefined : (lockOf(rule, standing) ?? lockHere());
  return { before, after, held, keeps, lock, sends: !keeps && lock === undefined };
};
