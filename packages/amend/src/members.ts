import { type LockedPlace, lockedPlaces, type MemberRule, ruleAt } from '@amend/contract';
import type { BodyProperty } from './body-properties.ts';
import type { Values } from './codec.ts';
import { isRecord, own } from './fields.ts';
import { lockOf, whyLocked } from './rules.ts';
import { sameJson } from './same-json.ts';
import type { Standing } from './status.ts';

// Rules below a property: of what its fields stand in, and of what is written when they change.

/** The rule of a field: that of its place in the property. */
export const ruleOfField = ({ rule, row }: BodyProperty, field: string): MemberRule | undefined =>
  rule && ruleAt(rule, (row.is === 'fields' && own(row.codec.places, field)?.path) || []);

/** All places below a rule that are locked, the topmost of each. */
export const lockedBelow = (rule: MemberRule, standing: Standing): readonly LockedPlace[] =>
  lockedPlaces(rule, standing, undefined, undefined, () => false);

/** All places below a rule that have a rule of their own. */
export const placesBelow = ({ members = {} }: MemberRule): readonly Pick<LockedPlace, 'path' | 'rule'>[] =>
  Object.entries(members).flatMap(([name, rule]) => [
    { path: [name], rule },
    ...placesBelow(rule).map((place) => ({ ...place, path: [name, ...place.path] })),
  ]);

/** The fields that a rule below the property locks, and why. */
export const heldFields = (of: BodyProperty, standing: Standing, fields: readonly string[]): Map<string, string> =>
  new Map(
    fields.flatMap((field) => {
      const rule = ruleOfField(of, field);
      const lock = rule === of.rule ? undefined : lockOf(rule, standing);
      return lock === undefined ? [] : [[field, lock] as const];
    }),
  );

/** What is written when those fields stay as they are. */
export const withStored = (values: Values, stored: Values, held: Iterable<string>): Map<string, unknown> => {
  const kept = new Map(values);
  for (const field of held) {
    if (stored.has(field)) kept.set(field, stored.get(field));
    else kept.delete(field);
  }
  return kept;
};

/** Whether what stands in the place of a field stays when it is left out, since all that holds it is merged. */
export const staysOut = ({ rule, row }: BodyProperty, field: string): boolean => {
  const path = (row.is === 'fields' && own(row.codec.places, field)?.path) || [];
  const stays = (of: MemberRule | undefined, [step = '', ...rest]: readonly string[]): boolean =>
    of?.merges === true && (rest.length === 0 || stays(own(of.members, step), rest));
  return path.length > 0 && stays(rule, path);
};

/** One value over another: what the lower alone has stays. */
const laid = (over: unknown, under: unknown): unknown => {
  if (!isRecord(over) || !isRecord(under)) return over === undefined ? under : over;
  return Object.fromEntries(
    Object.keys({ ...under, ...over }).map((name) => [name, laid(own(over, name), own(under, name))]),
  );
};

/** What a property then is: an object that is merged keeps what it leaves out. */
const becoming = (rule: MemberRule | undefined, sent: unknown, stored: unknown): unknown => {
  if (!rule?.merges || !isRecord(sent) || !isRecord(stored)) return sent;
  const parts = Object.entries(sent).map(([name, part]) => [
    name,
    becoming(own(rule.members, name), part, own(stored, name)),
  ]);
  return { ...stored, ...Object.fromEntries(parts) };
};

/** Whether what stands at a place is lost when this is sent. */
const isLost = (rule: MemberRule | undefined, sent: unknown, [step = '', ...rest]: readonly string[]): boolean => {
  const part = isRecord(sent) ? own(sent, step) : undefined;
  if (part === undefined) return !isRecord(sent) || !rule?.merges;
  return rest.length > 0 && isLost(own(rule?.members, step), part, rest);
};

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((inner, name) => (isRecord(inner) ? own(inner, name) : undefined), value);

/** A property as it is to be sent, and what is known of the stored one. */
export interface Sending {
  readonly sent: unknown;
  /** As it is written from the fields that are stored. */
  readonly stored: unknown;
  /** As the provider shows it, where fields do not say all of it. */
  readonly shown: unknown;
  /** Whether all that is stored was read at the provider, so that it has nothing that an answer would show. */
  readonly isRead: boolean;
}

const known = ({ stored, shown }: Sending): unknown => laid(stored, shown);

/** The locked places of which nobody knows what the provider has there, and that an object leaves out. */
const unknownPlaces = (rule: MemberRule, standing: Standing, sending: Sending): readonly LockedPlace[] => {
  const stored = known(sending);
  const isKnown = ({ path, rule: { hidden } }: LockedPlace): boolean => {
    if (valueAt(stored, path) !== undefined) return true;
    // An object that shows some of its members shows that it has no other.
    const holder = valueAt(stored, path.slice(0, -1));
    return sending.isRead && !hidden && isRecord(holder) && Object.keys(holder).length > 0;
  };
  return lockedBelow(rule, standing).filter((place) => !isKnown(place) && isLost(rule, sending.sent, place.path));
};

const placeOf = ({ property }: BodyProperty, { path, rule, lock }: LockedPlace): string =>
  `${[property, ...path].join('.')}, which ${whyLocked(rule, lock)}`;

/** What an object leaves out although nobody knows that the provider has none of it; it goes on from a field's name. */
export const leftOut = (of: BodyProperty, standing: Standing, sending: Sending): string | undefined => {
  const [place] = of.rule?.members ? unknownPlaces(of.rule, standing, sending) : [];
  return place && `is sent without ${placeOf(of, place)}; pass the user in current, with that`;
};

/** Why a property cannot be sent as it is, whatever rule its fields have; it goes on from a field's name. */
export const lockBelow = (of: BodyProperty, standing: Standing, sending: Sending): string | undefined => {
  const { rule } = of;
  if (!rule?.members) return undefined;
  const stored = known(sending);
  const [place] = lockedPlaces(rule, standing, becoming(rule, sending.sent, stored), stored, sameJson);
  return place ? `changes ${placeOf(of, place)}; send that as the provider has it` : leftOut(of, standing, sending);
};
