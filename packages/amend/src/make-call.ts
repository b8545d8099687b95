import { type CallOptions, providerOf, type Result } from '@amend/client';
import { type Client, methodOf } from './send.ts';
import type { UserCall } from './user-operation.ts';

/**
 * Makes a call that a mapping names: `reader.read`, or `reader.check`.
 *
 * @throws {TypeError} if the client has no such method.
 */
export const makeCall = (
  client: Client,
  { operation, input }: UserCall,
  options: CallOptions = {},
): Promise<Result<unknown>> => methodOf(client, client[providerOf], operation)(input, options);
