import type { Action, AnyAction } from './action.ts';
import { makePlan, type PlanInput } from './make-plan.ts';
import type { Plan } from './plan-result.ts';
import type { PlanStatus } from './rules.ts';
import type { NativeFor, PatchFor } from './updatable.ts';
import type { Patch, User } from './user.ts';

/** What a plan is made from, beside status and patch. */
interface Circumstances<NativeSlot> {
  /** The provider's identifier of the user; by default the one of `current`. A create has none. */
  readonly id?: string;
  /** Properties of the provider's that have no field here, under its own names. */
  readonly native?: NativeSlot;
  /** `skip` leaves locked fields out and sends the rest; by default nothing is sent by half. */
  readonly onLocked?: 'refuse' | 'skip';
  /** ISO 8601, for rules about age; by default the day on which the plan is made. */
  readonly today?: string;
}

/** Where the status is known when the code is written, a field that is locked in it does not compile. */
export interface PlanByStatus<A, NativeSlot, S extends PlanStatus> extends Circumstances<NativeSlot> {
  readonly status: S;
  readonly current?: User;
  readonly patch: PatchFor<A, S>;
}

/** With the user as the provider has it, the plan tells what is locked, and leaves out what does not change. */
export interface PlanByUser<NativeSlot> extends Circumstances<NativeSlot> {
  readonly status?: undefined;
  /** None for a create. */
  readonly current?: User;
  readonly patch: Patch;
}

/** Decides, without sending anything, what a provider does with a patch: a verdict for every field, and the request. */
export const plan: {
  <const Rules, Body extends object, ActionRows, const S extends PlanStatus>(
    action: Action<Rules, Body, ActionRows>,
    input: PlanByStatus<Action<Rules, never, ActionRows>, NativeFor<Body, Rules, ActionRows, S>, S>,
  ): Plan<Body>;
  <Rules, Body extends object, ActionRows>(
    action: Action<Rules, Body, ActionRows>,
    input: PlanByUser<NativeFor<Body, undefined, ActionRows>>,
  ): Plan<Body>;
} = (action: unknown, input: unknown) => makePlan(action as AnyAction, input as PlanInput) as never;

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
): Plan[] => accounts.map(({ action, ...account }) => makePlan(action, { ...options, ...account, patch }));
