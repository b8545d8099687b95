import type { Result } from '@amend/client';
import type { AnyClient } from '@amend/client/provider';
import type { AnyAction } from 'amend';
import { type ProviderName, providers } from 'amend/providers';

/** The operation that reads the user whom an action changes; nothing where the provider has none. */
export const readOperation = async (provider: ProviderName, { path }: AnyAction): Promise<string | undefined> => {
  const contracts = Object.values(providers[provider].contracts);
  const tables = await Promise.all(contracts.map(({ operations }) => operations()));
  const rows = tables.flatMap(({ operations }) => Object.entries(operations));
  return rows.find(([, operation]) => operation.method === 'GET' && operation.path === path)?.[0];
};

/** The user's identifier, as the parameters of the action's path take it. */
const pathOf = ({ path }: AnyAction, id: string): Record<string, string> =>
  Object.fromEntries((path.match(/[^{}]+(?=\})/g) ?? []).map((name) => [name, id]));

/** The user as the provider answers it. */
export const readUser = async (
  client: AnyClient,
  operation: string,
  action: AnyAction,
  id: string,
  signal: AbortSignal,
): Promise<Result<unknown>> => {
  const method = client[operation];
  if (!method) throw new TypeError(`This client has no method ${operation}.`);
  return method({ path: pathOf(action, id) }, { signal });
};
