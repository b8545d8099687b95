import type { Json, JsonObject } from '@amend/compiler/read';
import { camelCase } from '@amend/compiler/read';
import { isMap, listAt, mapAt } from './json.ts';
import type { Source } from './source.ts';

/** A name that YAML, code and people can hold. */
const nameOf = (name: string): string =>
  camelCase(name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')) || 'sample';

/** What a vendor's document shows of a body: beside its media type, and in its schema. */
export const vendorExamples = (source: Source, media: JsonObject, schema: JsonObject): [string, Json][] => {
  const named = Object.entries(mapAt(media, 'examples')).map(([name, example]): [string, Json | undefined] => [
    nameOf(name),
    source.follow(example).value,
  ]);
  const others = [media.example, ...listAt(schema, 'examples')].map((value): [string, Json | undefined] => [
    'sample',
    value,
  ]);
  const found = [...named, ...others].filter(
    (each): each is [string, Json] => isMap(each[1]) || Array.isArray(each[1]),
  );
  return [...new Map(found.toReversed()).entries()].toReversed();
};
