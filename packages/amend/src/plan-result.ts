import type { User } from './user.ts';

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

/**
 * What else is to be known.
 *
 * - `loss`: the provider does not keep the value as it was given.
 * - `effect`: a side effect that the provider documents, or a call that it asks for after a change.
 * - `may-reset`: a replacement leaves the field out, because its value is not known.
 * - `undocumented`: the provider states no rules by status.
 */
export interface Note {
  readonly kind: 'loss' | 'effect' | 'may-reset' | 'undocumented';
  readonly field?: string;
  readonly message: string;
}

/** What a plan sends: the input of the client's method. */
export interface PlannedRequest<Body> {
  readonly path?: Readonly<Record<string, string>>;
  readonly body: Body;
}

/**
 * What one provider does with a patch. It holds no value but in `request`, which neither `JSON.stringify` nor
 * `inspect` shows: a plan may be logged, and sent to a browser.
 */
export class Plan<Body = object> {
  readonly provider: string;
  readonly operation: string;
  /** `blocked`: some field is locked, invalid or missing. `empty`: there is nothing to send. */
  readonly state: 'ready' | 'blocked' | 'empty';
  readonly fields: readonly FieldVerdict[];
  readonly notes: readonly Note[];
  readonly #request: PlannedRequest<Body> | undefined;
  readonly #read: (answer: unknown) => User;

  constructor(
    facts: Pick<Plan, 'provider' | 'operation' | 'state' | 'fields' | 'notes'>,
    request: PlannedRequest<Body> | undefined,
    read: (answer: unknown) => User,
  ) {
    this.provider = facts.provider;
    this.operation = facts.operation;
    this.state = facts.state;
    this.fields = facts.fields;
    this.notes = facts.notes;
    this.#request = request;
    this.#read = read;
  }

  /** What is sent; nothing unless the plan is ready. */
  get request(): PlannedRequest<Body> | undefined {
    return this.#request;
  }

  /** The provider's answer to the request, as a user. */
  read(answer: unknown): User {
    return this.#read(answer);
  }
}
