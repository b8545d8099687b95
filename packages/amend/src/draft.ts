import type { FieldRule } from '@amend/contract';
import type { AnyAction } from './action.ts';
import type { EncodeContext, Values } from './codec.ts';
import type { FieldVerdict, Note, Verdict } from './plan-result.ts';
import type { PlanStatus } from './rules.ts';

/** A plan in the making. */
export interface Draft {
  readonly action: AnyAction;
  readonly status: PlanStatus;
  readonly context: EncodeContext;
  /** What is left out is lost. */
  readonly replaces: boolean;
  /** What `current` has, what the patch changes and has a place for, and the two together. */
  readonly stored: Values;
  readonly changes: Map<string, unknown>;
  readonly values: Map<string, unknown>;
  readonly verdicts: Map<string, FieldVerdict>;
  readonly notes: Note[];
  /** What the patch does not name, and is sent as `current` has it. */
  readonly completed: string[];
  readonly body: Record<string, unknown>;
  /** The fields from which each property of the body was written; of a list of documents, element by element. */
  readonly written: Map<string, readonly string[]>;
}

/** Sets a field's verdict, instead of the one that it had. `why` goes on from the field's name. */
export const judge = ({ verdicts }: Draft, field: string, verdict: Verdict, why?: string, property?: string): void => {
  const told: { -readonly [Name in keyof FieldVerdict]: FieldVerdict[Name] } = { field, verdict };
  if (property !== undefined) told.property = property;
  if (why !== undefined) told.message = `${field} ${why}.`;
  verdicts.set(field, Object.freeze(told));
};

/** Notes what else is to be known. `what` goes on from the fields' names. */
export const note = ({ notes }: Draft, kind: Note['kind'], fields: readonly string[], what: string): void => {
  const field = fields.join(', ');
  notes.push({ kind, field, message: `${field} ${what}.` });
};

/** Notes the side effect of sending fields, where their rule has one. */
export const noteEffect = (draft: Draft, rule: FieldRule | undefined, fields: readonly string[]): void => {
  if (rule?.effect === 'archives-previous')
    note(draft, 'effect', fields, 'is added as a new copy, and the older one archived');
};
