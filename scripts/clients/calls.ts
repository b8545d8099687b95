import type { CallOptions, ClientOptions, Result } from '@amend/client';
import { createHpay } from '@amend/hpay';
import { createIngo } from '@amend/ingo';
import { createMachnet } from '@amend/machnet';
import { createStilt } from '@amend/stilt';
import { refusalExample, requestExample, successExample } from './contract-examples.ts';

/** A client's methods, as far as all of them are the same: here they are called by rows of a table. */
export type AnyMethods = Readonly<Record<string, (input: unknown, options?: CallOptions) => Promise<Result<unknown>>>>;

/** Made up for the tests; nobody issues them. */
export const credentials = {
  ingo: { apiKey: 'ingo-key-4711', username: 'ingo-program', secret: 'ingo-secret-0815' },
  machnet: { clientId: 'machnet-client-4711', clientSecret: 'machnet-secret-0815' },
  stilt: { clientUuid: '7a0d4d6e-0000-4000-8000-000000000000', secret: '00112233-4455-6677-8899-aabbccddeeff' },
  hpay: { apiKey: 'hpay-key-4711', secretKey: 'hpay-secret-0815' },
};

export type Provider = keyof typeof credentials;
export type Credentials = typeof credentials;

/** Whatever goes wrong in a client, no test calls a provider. */
const onlyTo =
  (origin: string): typeof fetch =>
  (url, init) =>
    String(url).startsWith(`${origin}/`) ? fetch(url, init) : Promise.reject(new Error('Not this machine.'));

/**
 * Makes a provider's client for a server on this machine.
 *
 * @param mounts Where the server has each contract, if it has more than one provider's.
 */
export const createAny = (
  provider: Provider,
  origin: string,
  given: Omit<ClientOptions, 'baseUrl'> = {},
  { ingo, machnet, stilt, hpay }: Credentials = credentials,
  mounts: Readonly<Record<string, string>> = {},
): AnyMethods => {
  const options = { fetch: onlyTo(origin), ...given };
  const at = (contract: string): string => origin + (mounts[contract] ?? '');
  const create = {
    ingo: () => {
      const below = (mounts['ingo@v4'] ?? '/api/v4').replace(/\/v4$/, '');
      return createIngo({ ...ingo, ...options, baseUrl: origin + below });
    },
    machnet: () => createMachnet({ ...machnet, ...options, baseUrl: `${at('machnet@v4')}/v4` }),
    stilt: () => createStilt({ ...stilt, ...options, baseUrl: `${at('stilt@v1')}/v1` }),
    hpay: () => createHpay({ ...hpay, ...options, baseUrl: at('hpay@v1') }),
  };
  // The typed calls are tested in scripts/wire; a table cannot be typed more closely than this.
  return create[provider]() as unknown as AnyMethods;
};

/** One call that a client can make. */
export interface Call {
  readonly name: string;
  readonly contract: string;
  readonly provider: Provider;
  readonly id: string;
  /** Whether it may be sent again once bytes have gone out. */
  readonly repeats: 'repeatable' | 'once';
  readonly input: { readonly path?: Readonly<Record<string, string>>; readonly body?: unknown };
  /** What the provider answers, by its contract's own examples. */
  readonly success: unknown;
  readonly refusal: unknown;
}

const userId = '50a59abe-e714-4416-a9f9-273a9b1dbe87';

/**
 * Every operation, with the name of an example request or a body. `repeats` is written from the providers' pages and not
 * taken from the contracts' `x-retry`.
 */
const rows: readonly [contract: string, id: string, Call['repeats'], body?: string | object][] = [
  ['ingo@v3', 'createUser', 'once', 'businessContact'],
  ['ingo@v3', 'startKyc', 'once', 'unverified'],
  ['ingo@v4', 'updateUser', 'repeatable', 'newAddress'],
  ['ingo@v4', 'listUsers', 'repeatable', 'byEmail'],
  ['machnet@v4', 'createUser', 'once', 'individual'],
  ['machnet@v4', 'createUser', 'once', 'business'],
  ['machnet@v4', 'getUser', 'repeatable'],
  // Each document that is sent archives the one before.
  ['machnet@v4', 'updateUser', 'once', 'verifiedIndividual'],
  ['machnet@v4', 'updateUser', 'once', 'verifiedBusiness'],
  ['machnet@v4', 'updateUser', 'repeatable', { city: 'Albany' }],
  ['machnet@v4', 'startKyc', 'once'],
  ['machnet@v4', 'getKyc', 'repeatable'],
  ['stilt@v1', 'createUser', 'once', 'full'],
  ['stilt@v1', 'listUsers', 'repeatable'],
  ['stilt@v1', 'getUser', 'repeatable'],
  ['stilt@v1', 'updateUser', 'repeatable', 'everyField'],
  ['stilt@v1', 'deleteUser', 'repeatable'],
  ['hpay@v1', 'createUser', 'once', 'stringId'],
  ['hpay@v1', 'listUsers', 'repeatable'],
  ['hpay@v1', 'getUser', 'repeatable'],
  ['hpay@v1', 'updateUser', 'repeatable', 'active'],
  ['hpay@v1', 'patchUser', 'repeatable', 'contact'],
  ['hpay@v1', 'deleteUser', 'repeatable'],
  ['hpay@v1', 'disableUser', 'repeatable'],
  ['hpay@v1', 'enableUser', 'repeatable'],
];

export const calls: readonly Call[] = rows.map(([contract, id, repeats, body]) => ({
  name: [contract, id, typeof body === 'string' && body].filter(Boolean).join(' '),
  contract,
  provider: contract.split('@')[0] as Provider,
  id,
  repeats,
  input: {
    path: { user_id: userId },
    ...(body && { body: typeof body === 'string' ? requestExample(contract, id, body) : body }),
  },
  success: successExample(contract, id),
  refusal: refusalExample(contract, id),
}));

/** One of each client and of each way to repeat it; all others take the same ways. */
export const firstCalls: readonly Call[] = calls.filter(
  ({ provider, repeats }, index) =>
    calls.findIndex((other) => other.provider === provider && other.repeats === repeats) === index,
);

/** Of a table's rows one for the short tests to try, so that together they try them all. */
export const inTurn = <Row>(rows: readonly Row[], index: number): readonly Row[] =>
  rows.length > 0 ? [rows[index % rows.length] as Row] : [];
