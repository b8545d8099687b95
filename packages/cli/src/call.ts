import type { CallOptions, Result } from '@amend/client';
import type { AnyClient } from '@amend/client/provider';
import type { UserCall } from 'amend';

/** Makes a call that a mapping names. */
export const call = (
  client: AnyClient,
  { operation, input }: UserCall,
  options?: CallOptions,
): Promise<Result<unknown>> => {
  const method = client[operation];
  if (!method) throw new TypeError(`This client has no method ${operation}.`);
  return method(input, options);
};
