import { type Account, type Plan, planAll, statusOf, type User } from 'amend';
import { nest } from './change.ts';
import type { State } from './state.ts';
import { providerNames, type Subject, subjectLike } from './subjects.ts';

/** A user at one provider, as the page plans for it. */
export interface Planned {
  readonly subject: Subject;
  readonly account: Account;
  readonly plan: Plan;
}

/** A user whom a mock has. */
export interface MockUser {
  readonly provider: string;
  readonly id: string;
  readonly status?: string;
  readonly label: string;
  readonly subject: Subject;
  readonly current: User;
}

/** Stands for an identifier where nobody in particular is meant. */
const nobody = 'USER_ID';

const accountOf = (state: State, subject: Subject, user: MockUser | undefined): Account => {
  const { operation } = subject;
  const isChosen = subject === state.subject;
  // A word of one provider's says nothing at another; what it means does.
  const status = isChosen ? state.status : statusOf(state.subject.operation, state.status);
  const native = isChosen ? nest(state.change).native : {};
  return {
    operation,
    id: user?.id ?? nobody,
    ...(user ? { current: user.current } : { status }),
    ...(Object.keys(native).length > 0 && { native }),
  };
};

/** What becomes of the change at every provider, the chosen one first. */
export const plansOf = (state: State, users: readonly MockUser[]): readonly Planned[] => {
  const { subject, change, skip } = state;
  const names = [subject.provider, ...providerNames.filter((name) => name !== subject.provider)];
  const accounts = names.map((provider) => {
    const user = users.find((each) => each.provider === provider && each.id === state.users[provider]);
    const own = provider === subject.provider ? subject : (user?.subject ?? subjectLike(provider, subject));
    return { subject: own, account: accountOf(state, own, user) };
  });
  const plans = planAll(
    nest(change).patch,
    accounts.map(({ account }) => account),
    skip ? { onLocked: 'skip' } : {},
  );
  return accounts.map((each, index) => ({ ...each, plan: plans[index] as Plan }));
};
