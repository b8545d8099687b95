import { json, mediaOf } from './media.ts';
import { type Method, methods, type Operation, type Schema } from './openapi.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { resolve } from './references.ts';

export interface FoundOperation {
  node: Operation;
  method: Method;
  /** With its parameters in braces. */
  path: string;
  at: Path;
}

/** All operations, in the order of the contract. */
export const operationsOf = ({ document }: Pick<LoadedContract, 'document'>): FoundOperation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (Object.keys(item) as Method[])
      .filter((key) => methods.includes(key))
      .map((method) => ({ node: item[method] as Operation, method, path, at: ['paths', path, method] })),
  );

export interface FoundSchema {
  schema: Schema;
  at: Path;
}

const bodySchema = (contract: LoadedContract, body: { $ref?: string }, at: Path): FoundSchema[] => {
  const found = resolve<{ $ref?: string; content?: Record<string, { schema?: Schema }> }>(contract.document, body);
  const media = mediaOf(found) ?? json;
  const schema = found.content?.[media]?.schema;
  return schema ? [{ schema, at: [...at, 'content', media, 'schema'] }] : [];
};

export const requestSchema = (contract: LoadedContract, { node, at }: FoundOperation): FoundSchema | undefined =>
  node.requestBody && bodySchema(contract, node.requestBody, [...at, 'requestBody'])[0];

/** The schemas of all 2xx responses, or of all others, each kind of body once. */
export const responseSchemas = (
  contract: LoadedContract,
  { node, at }: FoundOperation,
  outcome: 'success' | 'error',
): FoundSchema[] => {
  const found = Object.entries(node.responses)
    .filter(([status]) => status.startsWith('2') === (outcome === 'success'))
    .flatMap(([status, response]) => bodySchema(contract, response, [...at, 'responses', status]));
  return [...new Map(found.map((one) => [JSON.stringify(one.schema), one])).values()];
};
