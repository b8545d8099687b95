import { type BodyProperty, propertiesOf } from './body-properties.ts';
import { type Field, type FieldFacts, fields, isField, type NativeField } from './fields.ts';
import { lockOf, reasonOf } from './rules.ts';
import { type Standing, type StatusWord, standingOf } from './status.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** A field as a form shows it. */
export interface FieldState extends FieldFacts {
  readonly field: Field | NativeField;
  /** Whether the contract takes no such body without it; what does not change, a plan adds from `current`. */
  readonly required: boolean;
  readonly editable: boolean;
  /** Why it is not editable, or where it is said that it is. */
  readonly reason: string;
  /** For a list of documents: the kinds that cannot be added, and why. */
  readonly lockedKinds?: Readonly<Record<string, string>>;
}

/** What may stand in a property of the provider's own, its contract alone knows. */
const nativeFacts = (property: string): FieldFacts => {
  const words = property.replaceAll('_', ' ');
  return { label: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, schema: {} };
};

const stateOf = (field: Field | NativeField, place: BodyProperty, standing: Standing): FieldState => {
  const { property, rule, required } = place;
  const isSsn = place.row.is === 'documents' && field === 'ssn';
  const kind = isSsn ? place.row.ssnKind : undefined;
  const lockedKinds = Object.keys((!isSsn && rule?.items?.kinds) || {}).flatMap((name) => {
    const lock = lockOf(rule, standing, name);
    return lock === undefined ? [] : [[name, `${name} ${lock}.`] as const];
  });
  return {
    field,
    ...(isField(field) ? fields[field] : nativeFacts(property)),
    required: required.includes(field),
    editable: lockOf(rule, standing, kind) === undefined,
    reason: `${field} ${reasonOf(rule, standing, kind)}.`,
    ...(lockedKinds.length > 0 && { lockedKinds: Object.fromEntries(lockedKinds) }),
  };
};

/** Every field that an operation has a place for, whether it may change for a user who stands so, and why. */
export const statesOf = (operation: AnyUserOperation, standing: Standing): FieldState[] => {
  const { byField } = propertiesOf(operation);
  const names = Object.keys(fields).filter((name) => byField.has(name)) as Field[];
  const native = [...byField.keys()].filter((name): name is NativeField => name.startsWith('native.'));
  return [...names, ...native].flatMap((name) => {
    const place = byField.get(name);
    return place ? [stateOf(name, place, standing)] : [];
  });
};

/**
 * Every field that an operation has a place for, whether it may change in a status, and why: ready for a form. The status is
 * one of ours or the provider's own word, as {@link statusOf} reads it; any other text is `unknown`, which closes.
 */
export const fieldsFor = (operation: AnyUserOperation, status: StatusWord): FieldState[] =>
  statesOf(operation, standingOf(operation, status));

/** Whether an operation may change a field in a status, and why, in one sentence. */
export const explain = (operation: AnyUserOperation, name: Field | NativeField, status: StatusWord): string => {
  const place = propertiesOf(operation).byField.get(name);
  return place
    ? stateOf(name, place, standingOf(operation, status)).reason
    : `${name} has no place at ${operation.provider}.`;
};
