import type { AnyAction } from './action.ts';
import type { EncodeContext } from './codec.ts';
import { type Field, valueAt } from './fields.ts';
import type { FieldVerdict, Note, Verdict } from './plan-result.ts';
import { allows, lockedBecause, type PlanStatus, ruleOf, statusesOfKind } from './rules.ts';
import type { User } from './user.ts';

/** A plan in the making. Each row takes the changes that are its own; what is left over has no place. */
export interface Draft {
  readonly action: AnyAction;
  readonly status: PlanStatus;
  readonly current: User | undefined;
  readonly context: EncodeContext;
  /** What is left out is lost. */
  readonly replaces: boolean;
  /** The changes that no row has taken yet, by path. */
  readonly changes: Map<Field, unknown>;
  readonly verdicts: Map<string, FieldVerdict>;
  readonly notes: Note[];
  readonly body: Record<string, unknown>;
  /** The fields that each property was written from; for a list, in the order of its elements. */
  readonly writers: Map<string, readonly string[]>;
}

/** Puts a property into the body. */
export const write = (draft: Draft, property: string, wire: unknown, fields: readonly string[]): void => {
  draft.body[property] = wire;
  draft.writers.set(property, fields);
};

export const take = (draft: Draft, field: Field): unknown => {
  const value = draft.changes.get(field);
  draft.changes.delete(field);
  return value;
};

/** Sets a field's verdict, instead of the one that it had. `why` goes on from the field's name. */
export const judge = (draft: Draft, field: string, verdict: Verdict, why?: string, property?: string): void => {
  draft.verdicts.set(field, {
    field,
    verdict,
    ...(property !== undefined && { property }),
    ...(why !== undefined && { message: `${field} ${why}.` }),
  });
};

/** What `current` has of a property that no field stands for, or whose value is none that we understand. */
export const storedNative = ({ current }: Draft, property: string): unknown => valueAt(current, `native.${property}`);

/** Why a property, or an element of such a kind in it, may not be sent in the draft's status; nothing if it may. */
export const lockOf = (draft: Draft, property: string, kind?: unknown): string | undefined => {
  const rule = ruleOf(draft.action, property);
  if (!rule) return undefined;
  const updatable = kind === undefined ? rule.updatable : statusesOfKind(rule, kind);
  return allows(updatable, draft.status) ? undefined : lockedBecause(updatable, draft.status, rule);
};

/** Whether the contract demands a property of this body. */
export const isRequired = (draft: Draft, property: string): boolean =>
  ruleOf(draft.action, property)?.required ?? false;

/** Notes what is lost and what else happens when a property is sent. */
export const noteSending = (draft: Draft, property: string, fields: readonly string[], loss?: string): void => {
  const field = fields.join(', ');
  if (loss) draft.notes.push({ kind: 'loss', field, message: `${field} ${loss}.` });
  if (ruleOf(draft.action, property)?.effect === 'archives-previous')
    draft.notes.push({
      kind: 'effect',
      field,
      message: `${field} is added as a new copy, and the older one archived.`,
    });
};

export const noteReset = (draft: Draft, field: string): void => {
  draft.notes.push({
    kind: 'may-reset',
    field,
    message: `${field} is not known, so it is left out, and the provider may reset it; pass it in current to keep it.`,
  });
};
