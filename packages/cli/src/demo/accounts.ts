import { type Result, unwrap } from '@amend/client';
import { createHpay } from '@amend/hpay';
import { createIngo } from '@amend/ingo';
import { createMachnet } from '@amend/machnet';
import { createStilt } from '@amend/stilt';
import { type AnyAction, type Plan, plan, send, toUser, type User } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';
import { UsageError } from '../usage-error.ts';
import { person } from './person.ts';

type Client = Parameters<typeof send>[1];

/** How the person is made known at one provider, and changed there. */
interface Recipe {
  readonly client: Client;
  readonly create: Plan;
  readonly change: AnyAction;
  /** The calls of the provider's own identity check, one after the other. */
  readonly verify: readonly ((id: string) => Promise<Result<unknown>>)[];
  readonly read: (id: string) => Promise<Result<unknown>>;
}

/** The person at one provider. */
export interface DemoAccount {
  readonly action: AnyAction;
  readonly id: string;
  readonly client: Client;
  readonly current: User;
  /** The person as the provider has it at that time. */
  readonly read: () => Promise<User>;
}

/** The mock takes any credentials; Stilt's secret has the form that seals an SSN. */
const credentials = {
  ingo: { apiKey: 'YOUR_API_KEY', username: 'YOUR_USERNAME', secret: 'YOUR_SECRET' },
  machnet: { clientId: 'CLIENT_ID', clientSecret: 'CLIENT_SECRET' },
  stilt: { clientUuid: 'CLIENT_UUID', secret: '00112233-4455-6677-8899-aabbccddeeff' },
  hpay: { apiKey: 'YOUR_API_KEY', secretKey: 'YOUR_SECRET_KEY' },
} as const;

const recipesFor = (url: string): readonly Recipe[] => {
  // The mock may listen where others on the network reach it.
  const allowPlainHttp = true;
  const ingo = createIngo({
    ...credentials.ingo,
    allowPlainHttp,
    baseUrl: { v3: `${url}/ingo/v3`, v4: `${url}/ingo/v4` },
  });
  const machnet = createMachnet({ ...credentials.machnet, allowPlainHttp, baseUrl: `${url}/machnet` });
  const stilt = createStilt({ ...credentials.stilt, allowPlainHttp, baseUrl: `${url}/stilt` });
  const hpay = createHpay({ ...credentials.hpay, allowPlainHttp, baseUrl: `${url}/hpay` });
  const startMachnetKyc = (user_id: string) => machnet.startKyc({ path: { user_id } });
  return [
    {
      client: ingo,
      create: plan(ingoUser.create, { patch: person }),
      change: ingoUser.update,
      verify: [(user_id) => ingo.startKyc({ body: { user_id } })],
      // Ingo reads no single user, and its update cannot change the e-mail address.
      read: () => ingo.listUsers({ body: { email: person.email } }),
    },
    {
      client: machnet,
      create: plan(machnetIndividual.create, { patch: person }),
      change: machnetIndividual.update,
      // The first call starts the check, and the mock ends it at the second.
      verify: [startMachnetKyc, startMachnetKyc],
      read: (user_id) => machnet.getUser({ path: { user_id } }),
    },
    {
      client: stilt,
      create: plan(stiltUser.create, { patch: person }),
      change: stiltUser.update,
      verify: [],
      read: (user_id) => stilt.getUser({ path: { user_id } }),
    },
    {
      client: hpay,
      create: plan(hpayUser.create, { patch: person }),
      change: hpayUser.replace,
      verify: [],
      read: (user_id) => hpay.getUser({ path: { user_id } }),
    },
  ];
};

const connected = (url: string): readonly Recipe[] => {
  try {
    return recipesFor(url);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError('--host is public, and no client speaks plain http to it; choose 127.0.0.1 or 0.0.0.0.');
  }
};

const openAccount = async ({ client, create, change, verify, read }: Recipe): Promise<DemoAccount> => {
  const { id = '' } = unwrap(await send(create, client));
  for (const step of verify) unwrap(await step(id));
  const readUser = async () => toUser(change, unwrap(await read(id)));
  return { action: change, id, client, current: await readUser(), read: readUser };
};

/**
 * Makes the person known to every provider of a mock, and verified where the provider verifies.
 *
 * @throws {ClientError} if a provider refuses.
 * @throws {UsageError} if the mock listens at a public address.
 */
export const openAccounts = async (url: string): Promise<readonly DemoAccount[]> => {
  const accounts: DemoAccount[] = [];
  for (const recipe of connected(url)) accounts.push(await openAccount(recipe));
  return accounts;
};
