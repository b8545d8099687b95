import { type FoundOperation, operationsOf } from '../read/contract-operations.ts';
import { headersOf } from '../read/headers.ts';
import type { LoadedContract } from '../read/read-contract.ts';
import { resolve } from '../read/references.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

const queryOf = ({ document }: LoadedContract, { node, path }: FoundOperation): string[] =>
  [...(document.paths[path]?.parameters ?? []), ...(node.parameters ?? [])]
    .map((parameter) => resolve(document, parameter))
    .flatMap(({ in: place, name }) => (place === 'query' ? [name] : []));

const rowOf = (contract: LoadedContract, operation: FoundOperation) => {
  const { node, method, path, at } = operation;
  const retry = node['x-retry'] ?? contract.fail(at, `${node.operationId} has no x-retry.`);
  return {
    method: method.toUpperCase(),
    path,
    query: queryOf(contract, operation),
    retry: typeof retry === 'string' ? retry : { idempotentUnless: retry['idempotent-unless'] },
  };
};

/** The text of `operations.ts`: where the contract's servers are, its headers and its operations. */
export const renderOperations = (contract: LoadedContract): string => {
  const servers = (contract.document.servers ?? []).map(({ url }) => url);
  const operations = Object.fromEntries(
    operationsOf(contract).map((operation) => [operation.node.operationId, rowOf(contract, operation)]),
  );
  return `${banner(contract)}import type { OperationTable } from '@amend/contract';
import type { operations as Operations } from './types.ts';

export const servers = ${literal(servers)} as const;

export const headers = ${literal(headersOf(contract))} as const;

export const operations = ${literal(operations)} as const satisfies OperationTable<Operations>;
`;
};
