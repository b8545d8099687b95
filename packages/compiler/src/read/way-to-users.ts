import type { Way } from '@amend/contract';
import { contents } from './node-kinds.ts';
import type { OpenApi, Schema } from './openapi.ts';
import { resolve } from './references.ts';

/** The deepest envelope that is looked into. */
const deepest = 6;

const isUser = ({ $ref }: Schema): boolean => $ref === '#/components/schemas/User';

/**
 * How an answer of this schema holds users; nothing if it holds none. An alternative that holds none is one of the
 * answers without a user; two that hold them in different places are no way.
 */
export const wayToUsers = (
  document: OpenApi,
  schema: Schema | undefined,
  depth = 0,
  tried = new Map<Schema, number>(),
): Way | undefined => {
  if (schema === undefined || depth === deepest) return undefined;
  if (isUser(schema)) return [];
  const target = resolve(document, schema);
  // What held none where more of it was looked at holds none here.
  if ((tried.get(target) ?? deepest) <= depth) return undefined;
  const { items, properties = {}, anyOf = [], oneOf = [] } = target;
  const inside: [string, Schema | undefined][] = [['*', items], ...Object.entries(properties)];
  for (const [step, child] of inside) {
    const way = wayToUsers(document, child, depth + 1, tried);
    if (way) return [step, ...way];
  }
  const ways = [...anyOf, ...oneOf].flatMap((branch) => {
    const way = wayToUsers(document, branch, depth, tried);
    return way ? [way] : [];
  });
  if (ways.length > 0 && ways.every((way) => way.join('/') === ways[0]?.join('/'))) return ways[0];
  tried.set(target, depth);
  return undefined;
};

/** Whether a user stands anywhere in what fits this schema. */
export const holdsUser = (document: OpenApi, schema: Schema | undefined, seen = new Set<Schema>()): boolean => {
  if (typeof schema !== 'object' || seen.has(schema)) return false;
  seen.add(schema);
  if (isUser(schema)) return true;
  const children = Object.entries(schema.$ref === undefined ? schema : resolve(document, schema)).flatMap(
    ([key, value]): Schema[] => {
      const content = contents.Schema[key];
      if (content === undefined || content === 'data' || key === 'not' || key === 'if') return [];
      return content === 'Schema' ? [value] : Object.values(value as object);
    },
  );
  return children.some((child) => holdsUser(document, child, seen));
};
