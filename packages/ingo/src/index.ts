import { type ClientOptions, checkCredentials, createClient, type Methods, type UnsignedRequest } from '@amend/client';
import { operations as operationsV3, servers as serversV3 } from './generated/v3/operations.ts';
import type { operations as OperationsV3 } from './generated/v3/types.ts';
import * as validatorsV3 from './generated/v3/validators.js';
import { headers, operations as operationsV4, servers as serversV4 } from './generated/v4/operations.ts';
import type { operations as OperationsV4 } from './generated/v4/types.ts';
import * as validatorsV4 from './generated/v4/validators.js';
import { type IngoCredentials, signRequest } from './signing.ts';

export type * from '@amend/client';

export type { IngoCredentials } from './signing.ts';

/** `baseUrl` is the address below which the versions of the API are, `/v3` and `/v4`; by default the sandbox's. */
export type IngoOptions = IngoCredentials & ClientOptions;

/** The name of the key's copy in a body, which Ingo accepts and we never send: bodies end up in logs. */
type KeyInBody = (typeof headers)['apiKey'];

/** The user calls of Ingo: `createUser` and `startKyc` of v3, `updateUser` and `listUsers` of v4. */
export type Ingo = Methods<OperationsV3, KeyInBody> & Methods<OperationsV4, KeyInBody>;

/**
 * A client for the Banking Platform of Ingo Payments, over both versions of its API.
 *
 * @throws {TypeError} if a credential or a `baseUrl` cannot be used.
 */
export const createIngo = ({ apiKey, username, secret, baseUrl, ...options }: IngoOptions): Ingo => {
  const credentials = { apiKey, username, secret };
  checkCredentials(credentials);
  if (/["\\]/.test(username)) throw new TypeError('username must not hold a quotation mark or a backslash.');
  const addressOf = (version: 'v3' | 'v4', sandbox: string): string =>
    typeof baseUrl === 'string' ? baseUrl.replace(/\/*$/, `/${version}`) : (baseUrl ?? sandbox);
  const now = options.now ?? Date.now;
  const common = {
    provider: 'ingo',
    sign: (request: UnsignedRequest) => signRequest(request, credentials, now()),
    signsTime: true,
    ownFields: [headers.apiKey],
  };
  return {
    ...createClient<OperationsV3, KeyInBody>(
      { ...common, baseUrl: addressOf('v3', serversV3[0]), operations: operationsV3, validators: validatorsV3 },
      options,
    ),
    ...createClient<OperationsV4, KeyInBody>(
      { ...common, baseUrl: addressOf('v4', serversV4[0]), operations: operationsV4, validators: validatorsV4 },
      options,
    ),
  };
};
