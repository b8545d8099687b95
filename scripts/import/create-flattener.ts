import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@amend/compiler/read';
import { type Drop, flattenerOf } from './flatten.ts';
import type { Source } from './source.ts';

/** How schemas are written out. */
export interface Flatten {
  readonly flatten: (schema: Json | undefined) => JsonObject;
  /** The same once for each alternative, as far as these go; everything that is left out is told by `flatten` alone. */
  readonly flattenEach: (schema: Json | undefined) => readonly JsonObject[];
}

/** As many schemas are written out for a contract; of what leads back to itself there is no end. */
const mostSchemas = 40_000;

/** So much is written out that less deep is deep enough. */
export class TooLargeError extends Error {}

/** As many alternatives are shown; nobody looks at more. */
const mostAlternatives = 8;

export const createFlattener = (source: Source, drop: Drop, deepest: number) => {
  let left = mostSchemas;
  const spend = (): void => {
    left -= 1;
    if (left < 0) throw new TooLargeError();
  };
  const { flatten, originOf } = flattenerOf(source, drop, deepest, spend);
  const flattenEach: Flatten['flattenEach'] = (schema) => {
    const found: JsonObject[] = [];
    for (let pick = 0; pick < mostAlternatives; pick += 1) {
      const each = flattenerOf(source, () => {}, deepest, spend, pick).flatten(schema);
      if (isDeepStrictEqual(each, found.at(-1))) break;
      found.push(each);
    }
    return found;
  };
  return { flatten: (schema: Json | undefined) => flatten(schema), flattenEach, originOf };
};
