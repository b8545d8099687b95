import { type ClientOptions, checkCredentials, createClient, type Methods } from '@amend/client';
import { headers, operations, servers } from './generated/v4/operations.ts';
import type { operations as Operations } from './generated/v4/types.ts';
import * as validators from './generated/v4/validators.js';

export type * from '@amend/client';

/** What Machnet issues to a client. */
export interface MachnetCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export type MachnetOptions = MachnetCredentials & ClientOptions;

/** The user calls of Machnet, one method per operation of its contract. */
export type Machnet = Methods<Operations>;

/**
 * A client for Machnet; without a `baseUrl`, for its sandbox.
 *
 * @throws {TypeError} if a credential or the `baseUrl` cannot be used.
 */
export const createMachnet = ({ clientId, clientSecret, ...options }: MachnetOptions): Machnet => {
  checkCredentials({ clientId, clientSecret });
  const credentials = { [headers.clientId]: clientId, [headers.clientSecret]: clientSecret };
  return createClient<Operations>(
    { provider: 'machnet', baseUrl: servers[0], operations, validators, sign: () => credentials },
    options,
  );
};
