import type { ExitCode, Io } from '../command.ts';
import { privateUser } from '../private-user.ts';
import { renderUser } from '../render-user.ts';
import { styleOf } from '../style.ts';
import { namedFields } from './named-fields.ts';
import type { Outcome } from './outcome.ts';

/** What is printed for a program: an error has no answer of the provider's in it, and a user nothing private. */
const toJson = ({ provider, outcome, plan, user, error }: Outcome): object => ({
  provider,
  outcome,
  ...(plan && { plan }),
  ...(user && { user: privateUser(user) }),
  ...(error && {
    error: {
      kind: error.kind,
      status: error.status,
      message: error.message,
      isUncertain: error.isUncertain,
      ...(plan && { fields: namedFields(plan, error) }),
    },
  }),
});

const describeError = ({ plan, error }: Outcome): string => {
  const hint = ' It is not known whether the change was made; the same command reads the user again and tells.';
  const named = plan && error ? namedFields(plan, error) : [];
  const fields = named.length > 0 ? ` Its answer names ${named.join(' and ')}.` : '';
  return `amend: ${error?.message}${fields}${error?.isUncertain ? hint : ''}`;
};

/** Tells what became of each user, and the exit code of it. */
export const report = (outcomes: readonly Outcome[], asJson: boolean, isDryRun: boolean, io: Io): ExitCode => {
  const style = styleOf(io);
  if (asJson) io.stdout(JSON.stringify({ users: outcomes.map(toJson) }, undefined, 2));
  for (const outcome of outcomes) {
    const { provider, user, error } = outcome;
    if (user && !asJson) io.stdout(`\n${style.paint('bold', provider)} now has\n${renderUser(user, style)}`);
    if (error) io.stderr(describeError(outcome));
  }
  const blocked = outcomes.filter(({ plan }) => plan?.state === 'blocked').map(({ provider }) => provider);
  if (blocked.length > 0 && !isDryRun) io.stderr(`amend: nothing was sent: ${blocked.join(' and ')} would refuse it.`);
  return blocked.length > 0 || outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
};
