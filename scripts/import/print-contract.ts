import type { Json, JsonObject } from '@amend/compiler/read';
import { stringify } from 'yaml';
import { isMap } from './json.ts';

/** Sources of the same words are one node, so that each is written once; nothing else is. */
const withSharedSources = (document: JsonObject): JsonObject => {
  const sources = new Map<string, Json>();
  const copy = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(copy);
    if (!isMap(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (key !== 'x-source') return [key, copy(value)];
        const text = JSON.stringify(value);
        if (!sources.has(text)) sources.set(text, copy(value));
        return [key, sources.get(text) as Json];
      }),
    );
  };
  return copy(document) as JsonObject;
};

/** A contract as a person reads it. */
export const printContract = (name: string, document: JsonObject): string =>
  `# Made by \`npm run import -- --provider ${name.split('@')[0]}\` from the provider's own document. What is changed here by hand stays when a\n# newer one is imported; what is asked stands in the file of decisions beside it.\n${stringify(
    withSharedSources(document),
    { lineWidth: 120, anchorPrefix: 'source', singleQuote: true, compat: 'yaml-1.1' },
  )}`;
