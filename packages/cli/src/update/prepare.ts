import type { AnyClient } from '@amend/client/provider';
import type { AskedAccount } from '../account-flags.ts';
import { call } from '../call.ts';
import type { Io } from '../command.ts';
import { connect } from '../connect.ts';
import { type Known, type ResolvedAccount, readKnown, resolveAccount } from '../resolve-account.ts';
import { selectOperation } from '../select-operation.ts';
import { UsageError } from '../usage-error.ts';
import type { Outcome } from './outcome.ts';

/** A user whose plan can be made, and the client that can send it; a dry run needs none. */
export interface Prepared extends ResolvedAccount {
  /** Whether the user was read at the provider. */
  readonly isRead: boolean;
  readonly client?: AnyClient;
}

/**
 * Finds out what is known of a user: what files say, else what the provider answers.
 *
 * @throws {UsageError} before anything is sent, if the user or the credentials are missing.
 */
export const prepare = async (asked: AskedAccount, isDryRun: boolean, io: Io): Promise<Prepared | Outcome> => {
  const { provider, id } = asked;
  const { operation } = await selectOperation(provider, asked);
  const given = await readKnown(asked, io);
  if (operation.rules && id === undefined && given === undefined)
    throw new UsageError(`say which user: ${provider}:ID, or --id ID.`);
  const isChange = operation.rules !== undefined && given === undefined && id !== undefined;
  const read = isChange ? operation.reader.read?.({ id }) : undefined;
  const client = read || !isDryRun ? await connect(provider, io, asked['base-url']) : undefined;
  const answer = read && client ? await call(client, read, { signal: io.signal }) : undefined;
  if (answer && !answer.ok) return { provider, outcome: 'failed', error: answer.error };
  const known: Known | undefined = answer ? { answer: answer.data } : given;
  return { ...(await resolveAccount(asked, known, io)), isRead: read !== undefined, ...(client && { client }) };
};
