import type { Way } from '@amend/contract';
import type { OpenApi, Schema } from './openapi.ts';
import { resolve } from './references.ts';

/** The deepest envelope that is looked into. */
const deepest = 6;

/** How an answer of this schema holds users; nothing if it holds none. */
export const wayToUsers = (document: OpenApi, schema: Schema | undefined, depth = 0): Way | undefined => {
  if (schema === undefined || depth === deepest) return undefined;
  if (schema.$ref === '#/components/schemas/User') return [];
  const { items, properties = {} } = resolve(document, schema);
  const inside: [string, Schema | undefined][] = [['*', items], ...Object.entries(properties)];
  for (const [step, child] of inside) {
    const way = wayToUsers(document, child, depth + 1);
    if (way) return [step, ...way];
  }
  return undefined;
};
