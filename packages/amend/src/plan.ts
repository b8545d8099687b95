import type { Action, AnyAction } from './action.ts';
import { makePlan } from './make-plan.ts';
import type { Plan } from './plan-result.ts';
import { readCurrent, readInput } from './read-input.ts';
import { readPlain } from './read-plain.ts';
import type { PlanStatus } from './rules.ts';
import type { NativeFor, PatchFor } from './updatable.ts';
import type { Patch, User } from './user.ts';

/** What a plan is made from, beside status and patch. */
export interface Circumstances<NativeSlot> {
  /** The provider's identifier of the user; by default the one of `current`. A create has none. */
  readonly id?: string;
  /** Properties of the provider's that have no field here, under its own names. */
  readonly native?: NativeSlot;
  /** `skip` leaves locked fields out and sends the rest; by default nothing is sent by half. */
  readonly onLocked?: 'refuse' | 'skip';
  /** ISO 8601, for rules about age; by default the day on which the plan is made, in UTC. */
  readonly today?: string;
}

/**
 * What a plan is made for. Where the status is known when the code is written, a field that is locked in it does not
 * compile; with the user as the provider has it, the plan tells what is locked, and leaves out what does not change. What
 * no status unlocks never compiles.
 */
export interface PlanInput<Rules, Body, ActionRows, S> extends Circumstances<NativeFor<Body, Rules, ActionRows, S>> {
  readonly status?: S;
  /** None for a create. */
  readonly current?: User;
  /** The status is not inferred from it: a patch may have been typed before there was one. */
  readonly patch: PatchFor<Action<Rules, never, ActionRows>, NoInfer<S>>;
}

/** Decides, without sending anything, what a provider does with a patch: a verdict for every field, and the request. */
export const plan = <
  const Rules,
  Body extends object,
  ActionRows,
  // Not overloads: of those the compiler tells only what is wrong with the last one.
  const S extends PlanStatus | undefined = undefined,
>(
  action: Action<Rules, Body, ActionRows>,
  input: PlanInput<Rules, Body, ActionRows, S>,
): Plan<Body> => makePlan(action as unknown as AnyAction, readInput(input), readCurrent(input)) as never;

/** One user at one provider. */
export interface Account {
  readonly action: AnyAction;
  readonly id?: string;
  readonly status?: PlanStatus;
  readonly current?: User;
  readonly native?: object;
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
    makePlan(account.action, { ...readInput(account), patch: value, onLocked, today }, readCurrent(account)),
  );
};
