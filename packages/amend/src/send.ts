import { type CallOptions, ClientError, type Issue, providerOf, type Result } from '@amend/client';
import { makePlan } from './make-plan.ts';
import { notTakenOf } from './not-taken.ts';
import { type Held, heldBy, type Plan } from './plan-result.ts';
import { readPlain } from './read-plain.ts';
import { withRedacted } from './redact.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';

/**
 * The user as the provider now has it, and the fields of the request that its answer shows with another value: a change
 * that did not happen although the provider said so. Or why the call failed. In a log the user is redacted.
 */
export type Sent =
  | (Extract<Result<User>, { readonly ok: true }> & { readonly notTaken: readonly string[] })
  | Extract<Result<User>, { readonly ok: false }>;

/** A client of any provider. */
export type Client = { readonly [providerOf]: string };

/** What one call may set for itself. */
export interface SendOptions extends CallOptions {
  /**
   * Reads the user just before, and plans again with what it answers: nothing that changed since is overwritten, and the
   * status is the one of that moment. Nothing is sent if that plan is blocked, or has nothing left to send.
   *
   * @example
   * await send(plan, stilt, { reread: () => stilt.getUser({ path: { user_id: id } }) });
   */
  readonly reread?: (() => Promise<Result<unknown>>) | undefined;
}

const issuesOf = ({ fields }: Plan): Issue[] =>
  fields.flatMap(({ field, message }) =>
    message === undefined ? [] : [{ path: field, message: message.slice(field.length + 1, -1) }],
  );

/** The plan as it is with what the provider answers now; else what there is to say instead of sending. */
const planAgain = async (
  { operation, input, id }: Held,
  reread: () => Promise<Result<unknown>>,
): Promise<Plan | Sent> => {
  const answer = await reread();
  if (!answer.ok) return answer;
  const current = toUser(operation, answer.data);
  const { provider, operationId } = operation;
  const status = current.verification === undefined ? input.status : undefined;
  const plan = makePlan(operation, { ...input, id, status }, readPlain(current));
  if (plan.state === 'ready') return plan;
  if (plan.state === 'empty') return withRedacted({ ...answer, data: current, notTaken: [] }, 'data');
  const error = new ClientError({
    kind: 'invalid',
    provider,
    operation: operationId,
    attempts: 0,
    issues: issuesOf(plan),
  });
  return { ok: false, error, status: undefined, attempts: 0, requestId: undefined };
};

/**
 * A method of a client.
 *
 * @throws {TypeError} if the client is another provider's, or has no such method.
 */
export const methodOf = (
  client: Client,
  provider: string,
  operationId: string,
): ((input: object, options?: CallOptions) => Promise<Result<unknown>>) => {
  const method: unknown = Object.hasOwn(client, operationId) ? Reflect.get(client, operationId) : undefined;
  if (client[providerOf] !== provider || typeof method !== 'function')
    throw new TypeError(`This is no client for ${provider} with a method ${operationId}.`);
  return method as ReturnType<typeof methodOf>;
};

/** What is to be sent, and the method that sends it. Throws as {@link send} does, before anything is sent. */
export const sendable = (plan: Plan, client: Client) => {
  const held = heldBy(plan);
  if (!held) throw new TypeError(whyNot(plan));
  const { provider, operationId } = held.operation;
  return { held, method: methodOf(client, provider, operationId) };
};

/** The last part of an address, which names what was made. */
const idIn = (location = ''): string | undefined => {
  try {
    return decodeURIComponent(/([^/?#]+)\/?(?:[?#].*)?$/.exec(location)?.[1] ?? '') || undefined;
  } catch {
    return undefined;
  }
};

/** The user where the change was answered with nothing: as another call reads it, or no more than who it is. */
const readBack = async (
  { operation, id: known }: Held,
  client: Client,
  location: string | undefined,
  options: CallOptions,
): Promise<User> => {
  const { provider, reader } = operation;
  const id = known ?? idIn(location);
  const user: User = { provider, kind: reader.kind, ...(typeof id === 'string' && { id }) };
  const call = reader.read?.(user);
  if (!call || !Object.hasOwn(client, call.operation)) return user;
  const read = await methodOf(client, provider, call.operation)(call.input, options);
  return read.ok ? toUser(operation, read.data) : user;
};

/**
 * Sends what a plan says, with the provider's client, and answers with the user as the provider now has it; where that
 * answers with nothing, the user is read.
 *
 * @throws {TypeError} if the plan has nothing to send or is a copy, or the client is another provider's.
 */
export const send = async (plan: Plan, client: Client, { reread, ...options }: SendOptions = {}): Promise<Sent> => {
  const { held, method } = sendable(plan, client);
  const { operation } = held;
  const again = reread ? await planAgain(held, reread) : plan;
  if ('ok' in again) return again;
  const now = heldBy(again) ?? held;
  const result = await method(now.request, options);
  if (!result.ok) return result;
  const data =
    result.data === undefined ? await readBack(now, client, result.location, options) : toUser(operation, result.data);
  return withRedacted({ ...result, data, notTaken: notTakenOf(again, now, data) }, 'data');
};

const whyNot = ({ provider, state }: Plan): string =>
  state === 'ready'
    ? `This is a copy of a plan for ${provider}, which has nothing to send; send the plan itself.`
    : `This plan for ${provider} is ${state}: it has nothing to send; see its fields.`;
