import type { ClientError } from '@amend/client';
import { fieldsNamedBy, type Outcome, type Prepared, redact } from 'amend';
import type { ExitCode, Io } from '../command.ts';
import { renderUser } from '../render-user.ts';
import { styleOf } from '../style.ts';

/** What is printed for a program: an error has no answer of the provider's in it, and a user nothing private. */
const toJson = ({ provider, outcome, plan, user, notTaken, error, why }: Outcome): object => ({
  provider,
  outcome,
  ...(plan && { plan }),
  ...(user && { user: redact(user) }),
  ...(notTaken && { notTaken }),
  ...(why && { why }),
  ...(error && {
    error: {
      kind: error.kind,
      status: error.status,
      message: error.message,
      isUncertain: error.isUncertain,
      ...(plan && { fields: fieldsNamedBy(error, plan) }),
    },
  }),
});

const describeError = (error: ClientError, { plan }: Outcome, isRead: boolean): string => {
  const named = plan ? fieldsNamedBy(error, plan) : [];
  const fields = named.length > 0 ? ` Its answer names ${named.join(' and ')}.` : '';
  const wayOut = isRead ? 'the same command reads the user again and tells' : 'look there before you send it again';
  const open = error.isUncertain ? ` It is not known whether the change was made; ${wayOut}.` : '';
  return `amend: ${error.message}${fields}${open}`;
};

const describeNotTaken = (provider: string, fields: readonly string[]): string =>
  `amend: ${provider} said yes and did not take ${fields.join(' and ')}; what it now has is what counts.`;

const isWrong = ({ outcome, why }: Outcome): boolean =>
  outcome === 'failed' || outcome === 'not-taken' || why?.reason === 'aborted' || why?.reason === 'blocked';

/** Tells what became of each user, and the exit code of it. */
export const report = (
  outcomes: readonly Outcome[],
  prepared: readonly Prepared[],
  { asJson, isDryRun }: { readonly asJson: boolean; readonly isDryRun: boolean },
  io: Io,
): ExitCode => {
  const style = styleOf(io);
  if (asJson) io.stdout(JSON.stringify({ users: outcomes.map(toJson) }, undefined, 2));
  const blocked = outcomes.filter(({ why }) => why?.reason === 'blocked').map(({ provider }) => provider);
  for (const [index, each] of outcomes.entries()) {
    const { provider, outcome, user, notTaken = [], error, why } = each;
    const isSent = outcome === 'sent' || outcome === 'not-taken';
    if (user && isSent && !asJson) io.stdout(`\n${style.paint('bold', provider)} now has\n${renderUser(user, style)}`);
    if (error) io.stderr(describeError(error, each, prepared[index]?.isRead === true));
    if (notTaken.length > 0) io.stderr(describeNotTaken(provider, notTaken));
    const isAside = why?.reason === 'aborted' || (why?.reason === 'held-back' && blocked.length === 0);
    if (why && isAside && !isDryRun) io.stderr(`amend: ${why.message}`);
  }
  if (blocked.length > 0 && !isDryRun) io.stderr(`amend: nothing was sent: ${blocked.join(' and ')} would refuse it.`);
  return outcomes.some(isWrong) ? 1 : 0;
};
