import openapiTypescript, { astToString } from 'openapi-typescript';
import { operationsOf } from '../read/contract-operations.ts';
import type { OpenApi, Parameter, Schema } from '../read/openapi.ts';
import type { LoadedContract } from '../read/read-contract.ts';
import { resolve } from '../read/references.ts';
import { banner } from './banner.ts';

/** A header of one value, and one that makes a call idempotent. */
const isSentByClient = (document: OpenApi, { name, schema = {} }: Parameter): boolean => {
  const { const: only, enum: words } = resolve(document, schema);
  const retries = operationsOf({ document }).map(({ node }) => node['x-retry']);
  return (
    only !== undefined ||
    words?.length === 1 ||
    retries.some((retry) => typeof retry === 'object' && 'idempotent-by' in retry && retry['idempotent-by'] === name)
  );
};

/**
 * The document as openapi-typescript needs it: with `readOnly` and `writeOnly` on each property whose schema is a reference to a marked one:
 * openapi-typescript looks at the property alone.
 */
const withMarks = (document: OpenApi): OpenApi => {
  const copy = structuredClone(document);
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const child of Object.values(node)) visit(child);
    for (const property of Object.values((node as Schema).properties ?? {})) {
      if (property.$ref === undefined) continue;
      const { readOnly, writeOnly } = resolve(copy, property);
      if (readOnly) property.readOnly = true;
      if (writeOnly) property.writeOnly = true;
    }
  };
  visit(copy.paths);
  visit(copy.webhooks);
  visit(copy.components);
  // What the client sends by itself, no caller has to give.
  for (const parameter of Object.values(copy.components?.parameters ?? {}))
    if (parameter.in === 'header' && isSentByClient(copy, parameter)) parameter.required = false;
  // Without a name of its own a webhook is no operation among those that a client calls.
  for (const { post } of Object.values(copy.webhooks ?? {})) delete (post as { operationId?: string }).operationId;
  return copy;
};

/** The text of `types.ts`: the contract's types, by openapi-typescript. */
export const renderTypes = async (contract: LoadedContract): Promise<string> => {
  const syntaxTree = await openapiTypescript(JSON.stringify(withMarks(contract.document)), {
    readWriteMarkers: true,
    defaultNonNullable: false,
    silent: true,
  });
  return banner(contract) + astToString(syntaxTree);
};
