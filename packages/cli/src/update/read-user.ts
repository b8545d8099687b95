import type { Result } from '@amend/client';
import type { AnyAction } from 'amend';
import type { Client, Resource } from '../resources.ts';

/** The user's identifier, as the parameters of the action's path take it. */
const pathOf = ({ path }: AnyAction, id: string): Record<string, string> =>
  Object.fromEntries((path.match(/[^{}]+(?=\})/g) ?? []).map((name) => [name, id]));

/** The user as the provider answers it; nothing where the provider has no call for one user. */
export const readUser = async (
  client: Client,
  { read }: Resource,
  action: AnyAction,
  id: string,
  signal: AbortSignal,
): Promise<Result<unknown> | undefined> => {
  if (read === undefined) return undefined;
  const method: unknown = Reflect.get(client, read);
  if (typeof method !== 'function') throw new TypeError(`This client has no method ${read}.`);
  return method({ path: pathOf(action, id) }, { signal });
};
