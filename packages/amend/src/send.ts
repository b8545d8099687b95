import { type CallOptions, providerOf, type Result } from '@amend/client';
import type { Plan } from './plan-result.ts';
import type { User } from './user.ts';

/**
 * Sends what a plan says, with the provider's client, and answers with the user as the provider now has it.
 *
 * @throws {TypeError} if the plan has nothing to send, or the client is another provider's.
 */
export const send = async (
  plan: Plan,
  client: { readonly [providerOf]: string },
  options: CallOptions = {},
): Promise<Result<User>> => {
  const { provider, operation, state, request } = plan;
  if (!request) throw new TypeError(`This plan for ${provider} is ${state}: it has nothing to send; see its fields.`);
  const method: unknown = Object.hasOwn(client, operation) ? Reflect.get(client, operation) : undefined;
  if (client[providerOf] !== provider || typeof method !== 'function')
    throw new TypeError(`This is no client for ${provider} with a method ${operation}.`);
  const result: Result<unknown> = await method(request, options);
  return result.ok ? { ...result, data: plan.read(result.data) } : result;
};
