import type { AnyUserOperation } from 'amend';
import { Document, visit } from 'yaml';
import { describeMapping } from './describe-mapping.ts';
import type { Mapping } from './mapping.ts';

const isOperation = (value: unknown): value is AnyUserOperation =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'rows' in value && 'reader' in value;

/** What a provider's mapping file exports, by `acmeUser.update`. */
const operationsOf = async (provider: string): Promise<Record<string, AnyUserOperation>> => {
  const module: Record<string, object> = await import(`amend/${provider}`);
  return Object.fromEntries(
    Object.entries(module)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([name, operations]) =>
        Object.entries(operations).flatMap(([verb, operation]) =>
          isOperation(operation) ? [[`${name}.${verb}`, operation]] : [],
        ),
      ),
  );
};

/** A mapping as text, a line for each row and each outcome. */
export const printMapping = (mapping: Mapping): string => {
  const document = new Document(mapping);
  visit(document, {
    Map: (_, node) => {
      if (node.has('is')) node.flow = true;
    },
    Seq: (_, node) => {
      node.flow = true;
    },
  });
  document.commentBefore =
    ' What the mapping does, written by `npm run mapping` for `npm run contracts:diff` to compare.';
  return document.toString({ lineWidth: 0, singleQuote: true });
};

/** What the mapping of a provider does, as the text that its package holds. */
export const mappingText = async (provider: string): Promise<string> =>
  printMapping(describeMapping(await operationsOf(provider)));
