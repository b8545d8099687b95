import type { AnyClient } from '@amend/client/provider';
import { camelCase } from '@amend/compiler/read';
import type { Table } from '@amend/compiler/testing';
import type { AnyUserOperation } from 'amend';
import { type ListedProvider, type ProviderName, providers } from 'amend/providers';

const listed = (provider: string): ListedProvider => providers[provider as ProviderName];

/** A client of a provider in a mock without secrets. */
export const clientOf = async (provider: string, fetch: typeof globalThis.fetch): Promise<AnyClient> => {
  const described = await listed(provider).describe();
  return described.connect(described.credentials, { baseUrl: `http://localhost/${provider}`, fetch });
};

/** The rules that are generated for a table's body. */
export const rulesOf = async ({ contract, body }: Table): Promise<NonNullable<AnyUserOperation['rules']>> => {
  const [provider = '', version = ''] = contract.split('@');
  const rules = await listed(provider).contracts[version]?.rules();
  return rules?.[camelCase(body)] as NonNullable<AnyUserOperation['rules']>;
};

/** The operation that makes a table's body. */
export const operationOf = async (table: Table): Promise<AnyUserOperation> => {
  const rules = await rulesOf(table);
  const users = await listed(table.contract.split('@')[0] ?? '').users();
  const operations = Object.values(users).flatMap((kind) => Object.values(kind));
  const operation = operations.find((candidate) => candidate.rules === rules);
  if (!operation) throw new Error(`amend has no operation for ${table.body} of ${table.contract}.`);
  return operation;
};
