import type { Result } from '@amend/client';
import { camelCase } from '@amend/compiler/read';
import type { AnyAction } from 'amend';
import { type ProviderName, type Resource, resources } from '../../packages/cli/src/resources.ts';
import type { Table } from './pages.ts';

/** A provider's client, by the names of its operations. */
type Client = Readonly<Record<string, (input: object) => Promise<Result<unknown>>>>;

/** A client of a provider in a mock without secrets. */
export const clientOf = async (
  provider: string,
  fetch: Parameters<Resource['connect']>[0]['fetch'],
): Promise<Client> => {
  const resource: Resource = resources[provider as ProviderName];
  // Some secrets seal numbers, with 32 characters.
  const credentials = Object.fromEntries(resource.credentials.map((name) => [name, 'x'.repeat(32)]));
  const connection = { credentials, baseUrl: `http://localhost/${provider}`, fetch, allowPlainHttp: false };
  return (await resource.connect(connection)) as unknown as Client;
};

/** The rules that are generated for a table's body. */
export const rulesOf = async ({ contract, body }: Table): Promise<NonNullable<AnyAction['rules']>> => {
  const [provider, version] = contract.split('@');
  return (await import(`@amend/${provider}/${version}/rules`))[camelCase(body)];
};

/** The action that makes a table's body. */
export const actionOf = async (table: Table): Promise<AnyAction> => {
  const rules = await rulesOf(table);
  const types = await resources[table.contract.split('@')[0] as ProviderName].types();
  const actions: readonly AnyAction[] = Object.values(types).flatMap((kind) => Object.values(kind));
  const action = actions.find((candidate) => candidate.rules === rules);
  if (!action) throw new Error(`amend has no action for ${table.body} of ${table.contract}.`);
  return action;
};
