import type { Json } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { atPath, isMap, pathOf } from './json.ts';

/** The elements of a list by their numbers, and what is in something after it. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** Takes what pointers lead to away, and out of the lists of what is required. */
export const dropFrom = (file: string, document: Json, pointers: readonly string[]): void => {
  // Of a list the last first, so that the others stay where they are.
  for (const pointer of [...new Set(pointers)]
    .filter((each) => each.startsWith('#/'))
    .toSorted(compare)
    .toReversed()) {
    const path = pathOf(pointer);
    const parent = atPath(document, path.slice(0, -1));
    const name = path.at(-1) ?? '';
    if (Array.isArray(parent) && name !== '' && Number(name) in parent) {
      parent.splice(Number(name), 1);
      continue;
    }
    if (!isMap(parent) || !Object.hasOwn(parent, name))
      throw new UsageError(`--drop ${pointer} leads nowhere in ${file}; give a pointer such as '#/paths/~1users'.`);
    delete parent[name];
    const owner = path.at(-2) === 'properties' ? atPath(document, path.slice(0, -2)) : undefined;
    if (isMap(owner) && Array.isArray(owner.required)) owner.required = owner.required.filter((each) => each !== name);
  }
};
