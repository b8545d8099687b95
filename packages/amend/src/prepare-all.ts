import type { CallOptions, ClientError } from '@amend/client';
import { atOnce } from './at-once.ts';
import { makeCall } from './make-call.ts';
import { type Known, operationFor } from './operation-for.ts';
import { type Account, type Circumstances, planAll } from './plan.ts';
import type { Plan } from './plan-result.ts';
import { loggedAs, redact } from './redact.ts';
import { type Client, methodOf } from './send.ts';
import type { Patch, User } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** One user at one provider, and the client that reaches it. */
export interface AccountAt extends Omit<Account, 'operation'> {
  /** Several, where it is not known which kind of user it is: what the provider answers tells. */
  readonly operation: AnyUserOperation | readonly AnyUserOperation[];
  /** Without one, the user is neither read nor sent. */
  readonly client?: Client | undefined;
  /** What the provider has answered about the user, in place of `current`. */
  readonly answer?: unknown;
}

export interface PrepareOptions extends Pick<Circumstances<object>, 'onLocked' | 'today'>, CallOptions {
  /** How many users are called about at the same time; 4 by default. */
  readonly atOnce?: number | undefined;
}

/** A user of whom it is known what becomes of the change; or why it could not be asked. It may be logged. */
export interface Prepared {
  readonly provider: string;
  readonly operation: AnyUserOperation;
  readonly client: Client | undefined;
  /** Whether the provider was asked for the user. */
  readonly isRead: boolean;
  readonly current?: User;
  readonly plan?: Plan;
  readonly error?: ClientError;
}

const knownOf = ({ current, answer }: AccountAt): Known | undefined => {
  if (current !== undefined) return { user: current };
  return answer === undefined ? undefined : { answer };
};

/** The user as it is known: as it was handed in, else as the provider answers. */
const look = async (account: AccountAt, options: CallOptions): Promise<Prepared> => {
  const { id, client } = account;
  const operations = [account.operation].flat();
  const given = knownOf(account);
  const { operation, current } = operationFor(operations, given);
  const { provider, rules, reader } = operation;
  const read = rules && !given && client && id !== undefined ? reader.read?.({ id }) : undefined;
  const isRead = read !== undefined;
  if (!read || !client) return { provider, operation, client, isRead, ...(current && { current }) };
  const answer = await makeCall(client, read, options);
  if (!answer.ok) return { provider, operation, client, isRead, error: answer.error };
  return { provider, client, isRead, ...operationFor(operations, { answer: answer.data }) } as Prepared;
};

/** What a log has of it: neither the client nor all that is known of the operation, and the user redacted. */
const seen = ({ client: _, operation, current, ...facts }: Prepared): object => ({
  ...facts,
  operation: operation.operationId,
  ...(current && { current: redact(current) }),
});

/**
 * The first half of {@link updateAll}: reads each user of whom nothing is handed in, and plans the change. Nothing is sent.
 *
 * @throws {TypeError} if a client is not the provider's.
 */
export const prepareAll = async (
  patch: Patch,
  accounts: readonly AccountAt[],
  { atOnce: limit, onLocked, today, ...options }: PrepareOptions = {},
): Promise<Prepared[]> => {
  // What is a mistake of the caller's is told before anybody is asked.
  for (const { client, operation } of accounts)
    for (const { provider, operationId } of [operation].flat()) if (client) methodOf(client, provider, operationId);
  const looked = await atOnce(accounts, (account) => look(account, options), limit);
  return looked.map((prepared, index) => {
    if (prepared.error) return loggedAs(prepared, seen);
    const { operation: _, client: __, answer: ___, ...account } = accounts[index] as AccountAt;
    const { operation, current } = prepared;
    const [plan] = planAll(patch, [{ ...account, operation, ...(current && { current }) }], {
      ...(onLocked && { onLocked }),
      ...(today !== undefined && { today }),
    });
    return loggedAs<Prepared>({ ...prepared, ...(plan && { plan }) }, seen);
  });
};
