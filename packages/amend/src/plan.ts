import type { VerificationStatus } from '@amend/contract';
import { makePlan } from './make-plan.ts';
import type { NativeFor, PatchFor } from './patch-for.ts';
import type { Plan } from './plan-result.ts';
import { readCurrent, readInput } from './read-input.ts';
import { readPlain } from './read-plain.ts';
import type { StatusWord } from './status.ts';
import type { WordIn } from './updatable.ts';
import type { Patch, User } from './user.ts';
import type { AnyUserOperation, UserOperation } from './user-operation.ts';

/** What a plan is made from, beside status and patch. */
export interface Circumstances<NativeSlot> {
  /** The provider's identifier of the user; by default the one of `current`. A create has none. */
  readonly id?: string | undefined;
  /** Properties of the provider's that have no field here, under its own names. */
  readonly native?: NativeSlot | undefined;
  /** `skip` leaves locked fields out and sends the rest; by default nothing is sent by half. */
  readonly onLocked?: 'refuse' | 'skip' | undefined;
  /** ISO 8601, for rules about age; by default the day on which the plan is made, in UTC. */
  readonly today?: string | undefined;
}

/**
 * What a plan is made for. Where the status is known when the code is written, a field that is locked in it does not
 * compile; with the user as the provider has it, the plan tells what is locked, and leaves out what does not change. What
 * no status unlocks never compiles.
 */
export interface PlanInput<Rules, Body, Rows, S> extends Circumstances<NativeFor<Body, Rules, Rows, S>> {
  readonly status?: S | undefined;
  /** None for a create. */
  readonly current?: User | undefined;
  /** The status is not inferred from it: a patch may have been typed before there was one. */
  readonly patch: PatchFor<UserOperation<Rules, never, Rows>, NoInfer<S>>;
}

/** Decides, without sending anything, what a provider does with a patch: a verdict for every field, and the request. */
export const plan = <
  const Rules,
  Body extends object,
  Rows,
  // Not overloads: of those the compiler tells only what is wrong with the last one.
  const S extends VerificationStatus | WordIn<Rules> | undefined = undefined,
>(
  operation: UserOperation<Rules, Body, Rows>,
  input: PlanInput<Rules, Body, Rows, S>,
): Plan<Body> => makePlan(operation as unknown as AnyUserOperation, readInput(input), readCurrent(input)) as never;

/** One user at one provider. */
export interface Account {
  readonly operation: AnyUserOperation;
  readonly id?: string | undefined;
  /** One of ours, or a word of the provider's that its contract takes for neither or its rules name. */
  readonly status?: StatusWord | undefined;
  readonly current?: User | undefined;
  readonly native?: object | undefined;
}

/** The same change at several providers: a plan for each, in their order. */
export const planAll = (
  patch: Patch,
  accounts: readonly Account[],
  options: Pick<Circumstances<object>, 'onLocked' | 'today'> = {},
): Plan[] => {
  const { value } = readPlain(patch);
  const { onLocked, today } = readInput(options);
  return accounts.map((account) =>
    makePlan(account.operation, { ...readInput(account), patch: value, onLocked, today }, readCurrent(account)),
  );
};
