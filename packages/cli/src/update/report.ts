import type { ClientError } from '@amend/client';
import type { ExitCode, Io } from '../command.ts';
import { privateUser } from '../private-user.ts';
import { renderUser } from '../render-user.ts';
import { styleOf } from '../style.ts';
import { namedFields } from './named-fields.ts';
import type { Outcome } from './outcome.ts';

/** What is printed for a program: an error has no answer of the provider's in it, and a user nothing private. */
const toJson = ({ provider, outcome, plan, user, notTaken, error }: Outcome): object => ({
  provider,
  outcome,
  ...(plan && { plan }),
  ...(user && { user: privateUser(user) }),
  ...(notTaken && { notTaken }),
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

const describeError = ({ plan, isRead }: Outcome, error: ClientError): string => {
  const named = plan ? namedFields(plan, error) : [];
  const fields = named.length > 0 ? ` Its answer names ${named.join(' and ')}.` : '';
  const wayOut = isRead ? 'the same command reads the user again and tells' : 'look there before you send it again';
  const open = error.isUncertain ? ` It is not known whether the change was made; ${wayOut}.` : '';
  return `amend: ${error.message}${fields}${open}`;
};

const describeNotTaken = (provider: string, fields: readonly string[]): string =>
  `amend: ${provider} said yes and did not take ${fields.join(' and ')}; what it now has is what counts.`;

/** Tells what became of each user, and the exit code of it. */
export const report = (outcomes: readonly Outcome[], asJson: boolean, isDryRun: boolean, io: Io): ExitCode => {
  const style = styleOf(io);
  if (asJson) io.stdout(JSON.stringify({ users: outcomes.map(toJson) }, undefined, 2));
  for (const outcome of outcomes) {
    const { provider, user, notTaken = [], error } = outcome;
    if (user && !asJson) io.stdout(`\n${style.paint('bold', provider)} now has\n${renderUser(user, style)}`);
    if (error) io.stderr(describeError(outcome, error));
    if (notTaken.length > 0) io.stderr(describeNotTaken(provider, notTaken));
  }
  const blocked = outcomes.filter(({ plan }) => plan?.state === 'blocked').map(({ provider }) => provider);
  if (blocked.length > 0 && !isDryRun) io.stderr(`amend: nothing was sent: ${blocked.join(' and ')} would refuse it.`);
  return blocked.length > 0 || outcomes.some(({ outcome }) => outcome === 'failed' || outcome === 'not-taken') ? 1 : 0;
};
