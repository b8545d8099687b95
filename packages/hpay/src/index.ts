import { type ClientOptions, checkCredentials, createClient, type Methods } from '@amend/client';
import { headers, operations, servers } from './generated/v1/operations.ts';
import type { operations as Operations } from './generated/v1/types.ts';
import * as validators from './generated/v1/validators.js';

export type * from '@amend/client';

/** What HPay issues to an application; the keys choose test or live mode. */
export interface HpayCredentials {
  readonly apiKey: string;
  readonly secretKey: string;
}

export type HpayOptions = HpayCredentials & ClientOptions;

/** The user calls of HPay, one method per operation of its contract. */
export type Hpay = Methods<Operations>;

/**
 * A client for HPay.
 *
 * @throws {TypeError} if a credential or the `baseUrl` cannot be used.
 */
export const createHpay = ({ apiKey, secretKey, ...options }: HpayOptions): Hpay => {
  checkCredentials({ apiKey, secretKey });
  const credentials = { [headers.apiKey]: apiKey, [headers.secretKey]: secretKey };
  return createClient<Operations>(
    { provider: 'hpay', baseUrl: servers[0], operations, validators, sign: () => credentials },
    options,
  );
};
