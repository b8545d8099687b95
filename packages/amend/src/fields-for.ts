import type { FieldRule, Source, Status } from '@amend/client/contract';
import type { AnyAction, Row } from './action.ts';
import { type Field, type FieldFacts, fields } from './fields.ts';
import { allows, lockedBecause, type PlanStatus, ruleOf, statusesOfKind } from './rules.ts';

/** A field as a form shows it. */
export interface FieldState extends FieldFacts {
  readonly field: Field;
  readonly editable: boolean;
  /** Why it is not editable, or where it is said that it is. */
  readonly reason: string;
  /** For a list of documents: the kinds that cannot be added, and why. */
  readonly lockedKinds?: Readonly<Record<string, string>>;
}

const sourceOf = ([source]: readonly Source[]): string => (source ? ` (${source.from})` : '');

/** Whether something may change, in words. */
const sentence = (name: string, updatable: readonly Status[], status: PlanStatus, rule: FieldRule): string =>
  allows(updatable, status)
    ? `${name} may change${sourceOf(rule.sources)}.`
    : `${name} ${lockedBecause(updatable, status, rule)}.`;

const rowOf = (action: AnyAction, name: Field): [property: string, row: Row] | undefined =>
  Object.entries(action.rows).find(([, row]) => 'fields' in row && row.fields.includes(name));

const lockedKinds = (rule: FieldRule, status: PlanStatus): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rule.items?.kinds ?? {})
      .filter(([, statuses]) => !allows(statuses, status))
      .map(([kind, statuses]) => [kind, sentence(kind, statuses, status, rule)]),
  );

const stateOf = (action: AnyAction, name: Field, status: PlanStatus): FieldState | undefined => {
  const found = rowOf(action, name);
  if (!found) return undefined;
  const [property, row] = found;
  const rule = ruleOf(action, property);
  if (!rule) return { field: name, ...fields[name], editable: true, reason: `${name} may be set.` };
  const kind = row.is === 'documents' && name === 'ssn' ? row.ssnKind : undefined;
  const updatable = kind === undefined ? rule.updatable : statusesOfKind(rule, kind);
  const kinds = row.is === 'documents' && name !== 'ssn' ? lockedKinds(rule, status) : {};
  return {
    field: name,
    ...fields[name],
    editable: allows(updatable, status),
    reason: sentence(name, updatable, status, rule),
    ...(Object.keys(kinds).length > 0 && { lockedKinds: kinds }),
  };
};

/** Every field that an action has a place for, whether it may change in a status, and why: ready for a form. */
export const fieldsFor = (action: AnyAction, status: PlanStatus): FieldState[] =>
  (Object.keys(fields) as Field[]).flatMap((name) => stateOf(action, name, status) ?? []);

/** Whether an action may change a field in a status, and why, in one sentence. */
export const explain = (action: AnyAction, name: Field, status: PlanStatus): string =>
  stateOf(action, name, status)?.reason ?? `${name} has no place at ${action.provider}.`;
