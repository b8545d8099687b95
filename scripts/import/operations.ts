import type { JsonObject } from '@amend/compiler/read';
import { isMap, listAt, mapAt, mapValues, textAt } from './json.ts';
import type { Source } from './source.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** An operation of a vendor's document. */
export interface VendorOperation {
  /** Its `operationId`, or method and path where it has none: `PUT /customers/{id}`. */
  readonly name: string;
  readonly method: (typeof methods)[number];
  readonly path: string;
  readonly node: JsonObject;
  /** Those of its path, and its own over them. */
  readonly parameters: readonly JsonObject[];
}

const parametersOf = (source: Source, item: JsonObject, node: JsonObject): JsonObject[] => {
  const all = [...listAt(item, 'parameters'), ...listAt(node, 'parameters')].map(source.follow);
  return [...new Map(all.map((each) => [`${each.in} ${each.name}`, each])).values()];
};

/** All operations, in the order of the document. @throws {UsageError} where two have one name. */
export const vendorOperations = (source: Source): readonly VendorOperation[] => {
  const found = Object.entries(mapAt(source.root, 'paths')).flatMap(([path, written]) => {
    const item = source.follow(written);
    return methods.flatMap((method): VendorOperation[] => {
      const node = item[method];
      if (!isMap(node)) return [];
      const name = textAt(node, 'operationId') ?? `${method.toUpperCase()} ${path}`;
      return [{ name, method, path, node, parameters: parametersOf(source, item, node) }];
    });
  });
  const names = new Set<string>();
  for (const { name, node } of found) {
    if (names.has(name)) source.fail(node, `Another operation is called ${name} too; rename one.`);
    names.add(name);
  }
  if (found.length === 0) source.fail(source.root, 'This document has no operation.');
  return found;
};

/** JSON that says what is, not what to do with it (JSON Patch). */
export const isJson = (type: string): boolean => /^application\/(?!json-patch)(json|[\w.+-]+\+json)$/.test(type);

/** Of any media type, as frameworks write it where nobody said which: what calls ask for. */
const named = (type: string): string => (/^(\*|application)\/\*$/.test(type) ? 'application/json' : type);
export const isForm = (type: string): boolean => type === 'application/x-www-form-urlencoded';

/** What a body says of its JSON, else of its form, and the media type, without its parameters. */
export const contentOf = (source: Source, body: unknown): { type: string; media: JsonObject } | undefined => {
  const content = mapAt(source.follow(isMap(body) ? body : undefined), 'content');
  const types = Object.entries(content).map(([type, media]) => ({
    type: named((type.split(';')[0] ?? '').trim()),
    media,
  }));
  const found =
    types.find(({ type }) => type === 'application/json') ??
    types.find(({ type }) => isJson(type)) ??
    types.find(({ type }) => isForm(type)) ??
    types[0];
  return found && isMap(found.media) ? { type: found.type, media: found.media } : undefined;
};

/** Responses by status, with what they refer to. */
export const responsesOf = (source: Source, { node }: VendorOperation): Record<string, JsonObject> =>
  mapValues(mapAt(node, 'responses'), (response) => source.follow(response)) as Record<string, JsonObject>;

/** The success that says most, and its status. */
export const successOf = (source: Source, operation: VendorOperation): [string, JsonObject] | undefined => {
  const successes = Object.entries(responsesOf(source, operation)).filter(([status]) => /^2/.test(status));
  return successes.find(([, response]) => contentOf(source, response)) ?? successes[0];
};
