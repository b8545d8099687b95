import openapiTypescript, { astToString } from 'openapi-typescript';
import type { OpenApi, Schema } from '../read/openapi.ts';
import type { LoadedContract } from '../read/read-contract.ts';
import { resolve } from '../read/references.ts';
import { banner } from './banner.ts';

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
