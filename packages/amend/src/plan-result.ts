import type { PlanInput } from './read-input.ts';
import type { AnyUserOperation } from './user-operation.ts';

/**
 * What becomes of one field.
 *
 * - `send`: allowed, and different from what is known.
 * - `unchanged`: equal to `current`; never a violation, even if it is locked.
 * - `echo`: taken from `current`, because a replacement must be complete.
 * - `locked`: the provider's rules forbid it in this status.
 * - `unsupported`: the provider has no such field, or documents no way to clear it.
 * - `invalid`: it is no field at all, cannot be written, or breaks the provider's contract.
 * - `missing`: it is needed, and neither the patch nor `current` has it.
 */
export type Verdict = 'send' | 'unchanged' | 'echo' | 'locked' | 'unsupported' | 'invalid' | 'missing';

export interface FieldVerdict {
  /** The field's path in the patch: `address.city`, `documents.virtual[0]`, `native.user_scope`. */
  readonly field: string;
  readonly verdict: Verdict;
  /** The provider's property, where there is one. */
  readonly property?: string;
  /** Why, for all but `send`, `unchanged` and `echo`. It names field, rule and way out, and never a value. */
  readonly message?: string;
}

/** What is said of a field; `why` goes on from its name. */
export const tell = (field: string, verdict: Verdict, why?: string, property?: string): FieldVerdict => {
  const told: { -readonly [Name in keyof FieldVerdict]: FieldVerdict[Name] } = { field, verdict };
  if (property !== undefined) told.property = property;
  if (why !== undefined) told.message = `${field} ${why}.`;
  return Object.freeze(told);
};

/** Whether a plan with such a verdict sends nothing. */
export const isBlocking = (told: FieldVerdict | undefined, skipsLocked = false): boolean =>
  told?.verdict === 'invalid' || told?.verdict === 'missing' || (told?.verdict === 'locked' && !skipsLocked);

/**
 * What else is to be known.
 *
 * - `loss`: the provider does not keep the value as it was given.
 * - `effect`: a side effect that the provider documents, or a call that it asks for after a change.
 * - `overwrites`: what is not in the patch is sent as `current` has it, because the provider takes it as a whole.
 * - `may-reset`: a replacement leaves the field out, because its value is not known; or an object takes another's place,
 *   and leaves parts of it out.
 * - `undocumented`: the provider states no rules by status.
 */
export interface Note {
  readonly kind: 'loss' | 'effect' | 'overwrites' | 'may-reset' | 'undocumented';
  readonly field?: string;
  readonly message: string;
}

/** What a plan sends: the input of the client's method. */
export interface PlannedRequest<Body> {
  readonly path?: Readonly<Record<string, string>>;
  readonly body: Body;
}

declare const bodyOf: unique symbol;

/**
 * What one provider does with a patch: plain, frozen data without a value of the user's, that may be logged, kept in any
 * store and sent to a browser. What is sent is held apart, and {@link requestOf} tells it.
 */
export interface Plan<Body = object> {
  readonly provider: string;
  readonly operation: string;
  /** `blocked`: some field is locked, invalid or missing. `empty`: there is nothing to send. */
  readonly state: 'ready' | 'blocked' | 'empty';
  readonly fields: readonly FieldVerdict[];
  readonly notes: readonly Note[];
  /** For the compiler alone: no plan has such a property. */
  readonly [bodyOf]?: Body;
}

/** What a plan stands for, and does not show. */
export interface Held {
  readonly operation: AnyUserOperation;
  readonly request: PlannedRequest<object>;
  /** What it was made from, beside `current`. */
  readonly input: PlanInput;
  readonly id: unknown;
}

// By the list of verdicts: every proxy of a frozen plan has to hand out that very list, and a copy has another.
const held = new WeakMap<readonly FieldVerdict[], Held>();

/** A frozen plan, and what it stands for if there is something to send. */
export const sealPlan = (plan: Plan, kept: Held | undefined): Plan => {
  if (kept) {
    // What stands in the body was frozen when it was written.
    Object.freeze(kept.request.body);
    Object.freeze(kept.request.path);
    Object.freeze(kept.request);
    held.set(plan.fields, kept);
  }
  // Each verdict was frozen when it was made.
  for (const note of plan.notes) Object.freeze(note);
  Object.freeze(plan.fields);
  Object.freeze(plan.notes);
  return Object.freeze(plan);
};

/** What a plan stands for; nothing of a copy, and of what is no plan. */
export const heldBy = (plan: Plan): Held | undefined =>
  plan && Object.isFrozen(plan) ? held.get(plan.fields) : undefined;

/** What a plan sends, frozen; nothing unless it is ready, and nothing of a copy such as `structuredClone` makes. */
export const requestOf = <Body>(plan: Plan<Body>): PlannedRequest<Body> | undefined =>
  heldBy(plan as Plan)?.request as PlannedRequest<Body> | undefined;
