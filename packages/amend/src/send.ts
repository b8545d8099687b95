import { type CallOptions, providerOf, type Result } from '@amend/client';
import { notTakenOf } from './not-taken.ts';
import { heldBy, type Plan } from './plan-result.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';

/**
 * The user as the provider now has it, and the fields of the request that its answer shows with another value: a change
 * that did not happen although the provider said so. Or why the call failed.
 */
export type Sent =
  | (Extract<Result<User>, { readonly ok: true }> & { readonly notTaken: readonly string[] })
  | Extract<Result<User>, { readonly ok: false }>;

/**
 * Sends what a plan says, with the provider's client, and answers with the user as the provider now has it.
 *
 * @throws {TypeError} if the plan has nothing to send or is a copy, or the client is another provider's.
 */
export const send = async (
  plan: Plan,
  client: { readonly [providerOf]: string },
  options: CallOptions = {},
): Promise<Sent> => {
  const held = heldBy(plan);
  if (!held) throw new TypeError(whyNot(plan));
  const { action, request } = held;
  const { provider, operation } = action;
  const method: unknown = Object.hasOwn(client, operation) ? Reflect.get(client, operation) : undefined;
  if (client[providerOf] !== provider || typeof method !== 'function')
    throw new TypeError(`This is no client for ${provider} with a method ${operation}.`);
  const result: Result<unknown> = await method(request, options);
  if (!result.ok) return result;
  const data = toUser(action, result.data);
  return { ...result, data, notTaken: notTakenOf(plan, held, data) };
};

const whyNot = ({ provider, state }: Plan): string =>
  state === 'ready'
    ? `This is a copy of a plan for ${provider}, which has nothing to send; send the plan itself.`
    : `This plan for ${provider} is ${state}: it has nothing to send; see its fields.`;
