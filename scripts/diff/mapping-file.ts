import type { AnyAction } from 'amend';
import { Document, visit } from 'yaml';
import { describeMapping } from './describe-mapping.ts';
import type { Mapping } from './mapping.ts';

const isAction = (value: unknown): value is AnyAction =>
  typeof value === 'object' && value !== null && 'operation' in value && 'rows' in value && 'reader' in value;

/** What a provider's mapping file exports, by `acmeUser.update`. */
const actionsOf = async (provider: string): Promise<Record<string, AnyAction>> => {
  const module: Record<string, object> = await import(`amend/${provider}`);
  return Object.fromEntries(
    Object.entries(module)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([name, actions]) =>
        Object.entries(actions).flatMap(([verb, action]) => (isAction(action) ? [[`${name}.${verb}`, action]] : [])),
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
  printMapping(describeMapping(await actionsOf(provider)));
