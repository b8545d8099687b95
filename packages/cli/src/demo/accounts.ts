import { type ClientOptions, unwrap } from '@amend/client';
import type { AnyClient, ProviderDescriptor } from '@amend/client/provider';
import {
  type AnyUserOperation,
  makeCall,
  type Plan,
  planAll,
  send,
  toUser,
  type User,
  type UserOperations,
} from 'amend';
import { providers } from 'amend/providers';
import type { Io } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { person } from './person.ts';

/** The person at one provider. */
export interface DemoAccount {
  readonly operation: AnyUserOperation;
  readonly id: string;
  readonly client: AnyClient;
  readonly current: User;
  /** The person as the provider has it at that time. */
  readonly read: () => Promise<User>;
  /** Has the provider check the person, as far as it does that, and answers with the account as it is then. */
  readonly verify: () => Promise<DemoAccount>;
  /** A client that sends in another way. */
  readonly connect: (fetch: ClientOptions['fetch']) => AnyClient;
}

/** How often a check is started that is not done at once. */
const maxChecks = 3;

/** Makes clients of a provider; the mock takes any credentials, and may listen where others on the network reach it. */
const connectTo =
  ({ name, credentials, connect }: ProviderDescriptor, url: string) =>
  (fetch: ClientOptions['fetch']): AnyClient => {
    try {
      return connect(credentials, { baseUrl: `${url}/${name}`, allowPlainHttp: true, ...(fetch && { fetch }) });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new UsageError('--host is public, and no client speaks plain http to it; choose 127.0.0.1 or 0.0.0.0.');
    }
  };

/** The update to show: one that replaces, and so has to say more, before one that does not. */
const updateIn = (operations: UserOperations): AnyUserOperation | undefined => {
  const updates = Object.values(operations).filter(({ rules }) => rules);
  return updates.find(({ rules }) => rules?.update === 'replacement') ?? updates[0];
};

const openAccount = async (
  connect: DemoAccount['connect'],
  created: Plan,
  operation: AnyUserOperation,
): Promise<DemoAccount> => {
  const client = connect(undefined);
  const { id = '' } = unwrap(await send(created, client));
  const make = async (callFor = operation.reader.read): Promise<unknown> => {
    const made = callFor?.({ ...person, id });
    return made && unwrap(await makeCall(client, made));
  };
  const read = async () => toUser(operation, await make());
  const { check } = operation.reader;
  const accountOf = (current: User): DemoAccount => ({ operation, id, client, current, read, verify, connect });
  const verify = async (): Promise<DemoAccount> => {
    let current = await read();
    for (let checks = 0; checks < maxChecks && check && current.verification !== 'verified'; checks++) {
      await make(check);
      current = await read();
    }
    return accountOf(current);
  };
  return accountOf(await read());
};

/** Why a provider has no part in this. */
const whyNot = (provider: string, { fields }: Plan): string =>
  `${provider} is left out: the person has no ${fields
    .filter(({ verdict }) => verdict === 'missing' || verdict === 'invalid')
    .map(({ field }) => field)
    .join(' and no ')} for it.`;

/**
 * Makes the person known to every provider of a mock.
 *
 * @throws {ClientError} if a provider refuses.
 * @throws {UsageError} if the mock listens at a public address.
 */
export const openAccounts = async (url: string, { stderr }: Pick<Io, 'stderr'>): Promise<readonly DemoAccount[]> => {
  const accounts: DemoAccount[] = [];
  for (const [name, { describe, users }] of Object.entries(providers)) {
    const [operations = {}] = Object.values(await users());
    const update = updateIn(operations);
    const [created] = operations.create ? planAll(person, [{ operation: operations.create }]) : [];
    if (!created || !update) continue;
    if (created.state === 'ready') accounts.push(await openAccount(connectTo(await describe(), url), created, update));
    else stderr(whyNot(name, created));
  }
  return accounts;
};
