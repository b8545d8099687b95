import type { MemberRule, PropertyRule, Source } from '@amend/contract';
import { type BodyProperty, propertiesOf } from './body-properties.ts';
import { schemaBelow, schemaOf, wirePath } from './field-schema.ts';
import { type Field, type FieldFacts, fields, isField, type NativeField, own } from './fields.ts';
import { lockedBelow, placesBelow, ruleOfField } from './members.ts';
import { type FieldLock, lockFor, lockOf, reasonOf } from './rules.ts';
import { type Standing, type StatusWord, standingOf } from './status.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** A field as a form shows it. */
export interface FieldState extends FieldFacts {
  readonly field: Field | NativeField;
  /** Where it stands in the provider's body: `company_details.company_name`. */
  readonly property: string;
  /** Whether the contract takes no such body without it; what does not change, a plan adds from `current`. */
  readonly required: boolean;
  readonly editable: boolean;
  /** Why it is not editable, or where it is said that it is. */
  readonly reason: string;
  /** The same for programs; nothing if it is editable. */
  readonly lock?: FieldLock;
  /** Where its rule comes from; none for a create. */
  readonly sources: readonly Source[];
  /** Where sources disagree about it: the names that the disagreements have in the contract (`x-conflict`). */
  readonly conflicts?: readonly string[];
  /** For a list of documents: the kinds that cannot be added, and why. */
  readonly lockedKinds?: Readonly<Record<string, string>>;
  /** The same for programs. */
  readonly kindLocks?: Readonly<Record<string, FieldLock>>;
  /** For an object of the provider's own that is editable: the members of it that are not, `currency` or `tax.number`, and why. */
  readonly lockedMembers?: Readonly<Record<string, string>>;
}

const nativeLabel = (property: string): string => {
  const words = property.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** What is said of the kinds of document that are locked; nothing if none is. */
const kindsIn = (rule: PropertyRule | undefined, standing: Standing): Pick<FieldState, 'lockedKinds' | 'kindLocks'> => {
  const locked = Object.keys(rule?.items?.kinds ?? {}).flatMap((name) => {
    const lock = lockFor(rule, standing, name);
    return lock ? [{ name, lock, reason: `${name} ${lockOf(rule, standing, name)}.` }] : [];
  });
  if (locked.length === 0) return {};
  return {
    lockedKinds: Object.fromEntries(locked.map(({ name, reason }) => [name, reason])),
    kindLocks: Object.fromEntries(locked.map(({ name, lock }) => [name, lock])),
  };
};

/** What is said of the members that are locked below a field; nothing if none is. */
const membersIn = (rule: MemberRule | undefined, standing: Standing): Pick<FieldState, 'lockedMembers'> => {
  const locked = rule?.members ? lockedBelow(rule, standing) : [];
  if (locked.length === 0) return {};
  const told = locked.map(({ path, rule }) => [path.join('.'), `${path.join('.')} ${lockOf(rule, standing)}.`]);
  return { lockedMembers: Object.fromEntries(told) };
};

const stateOf = (
  operation: AnyUserOperation,
  field: Field | NativeField,
  place: BodyProperty,
  standing: Standing,
): FieldState => {
  const { property, required } = place;
  const rule = ruleOfField(place, field);
  const isSsn = place.row.is === 'documents' && field === 'ssn';
  const kind = isSsn ? place.row.ssnKind : undefined;
  const lock = lockFor(rule, standing, kind);
  const { conflicts, bodyConflicts = [] } = operation.facts;
  const disagreed = [...(own(conflicts, property) ?? []), ...bodyConflicts];
  return {
    field,
    property: wirePath(place, field),
    label: isField(field) ? fields[field].label : nativeLabel(property),
    schema: schemaOf(operation, place, field),
    required: required.includes(field),
    editable: lock === undefined,
    reason: `${field} ${reasonOf(rule, standing, kind)}.`,
    ...(lock && { lock }),
    sources: rule?.sources ?? [],
    ...(disagreed.length > 0 && { conflicts: disagreed }),
    ...(!isSsn && kindsIn(place.rule, standing)),
    ...(!lock && membersIn(rule, standing)),
  };
};

/** A state by itself for each member with a rule of an object of the provider's own, as `native.settings.region`. */
export const memberStates = (operation: AnyUserOperation, state: FieldState, word: StatusWord): FieldState[] => {
  const { rule } = propertiesOf(operation).byField.get(state.field) ?? {};
  if (isField(state.field) || !rule?.members) return [];
  const standing = standingOf(operation, word);
  const { lockedMembers: _, lock: __, ...facts } = state;
  return placesBelow(rule).map(({ path, rule: member }) => {
    const lock = lockFor(member, standing);
    const field = `${state.field}.${path.join('.')}` as NativeField;
    return {
      ...facts,
      field,
      property: [facts.property, ...path].join('.'),
      label: `${facts.label}, ${path.join(', ').replaceAll('_', ' ')}`,
      schema: schemaBelow(facts.schema, path),
      required: false,
      editable: lock === undefined,
      reason: `${field} ${reasonOf(member, standing)}.`,
      ...(lock && { lock }),
      sources: member.sources,
    };
  });
};

/** Every field that an operation has a place for, whether it may change for a user who stands so, and why. */
export const statesOf = (operation: AnyUserOperation, standing: Standing): FieldState[] => {
  const { byField } = propertiesOf(operation);
  const names = Object.keys(fields).filter((name) => byField.has(name)) as Field[];
  const native = [...byField.keys()].filter((name): name is NativeField => name.startsWith('native.'));
  return [...names, ...native].flatMap((name) => {
    const place = byField.get(name);
    return place ? [stateOf(operation, name, place, standing)] : [];
  });
};

/**
 * Every field that an operation has a place for, whether it may change in a status, and why: ready for a form. The status is
 * one of ours or the provider's own word, as {@link statusOf} reads it; any other text is `unknown`, which closes, and so is
 * none, as of a user who shows no status.
 */
export const fieldsFor = (operation: AnyUserOperation, status: StatusWord = 'unknown'): FieldState[] =>
  statesOf(operation, standingOf(operation, status));

/** Whether an operation may change a field in a status, and why, in one sentence. */
export const explain = (
  operation: AnyUserOperation,
  name: Field | NativeField,
  status: StatusWord = 'unknown',
): string => {
  const place = propertiesOf(operation).byField.get(name);
  return place
    ? stateOf(operation, name, place, standingOf(operation, status)).reason
    : `${name} has no place at ${operation.provider}.`;
};
