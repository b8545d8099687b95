import type { Json, JsonObject } from '@amend/compiler/read';
import type { Part } from './draft-user.ts';
import { listAt, mapAt } from './json.ts';
import { fits } from './sample.ts';

/** What nobody has to send, and is no fact of the provider's own, may be missing in an answer, whatever is said there. */
export const notSent = (parts: readonly Part[]): ReadonlySet<Json> =>
  new Set(
    parts.flatMap(({ kind, body }) => {
      if (kind !== 'create' && kind !== 'update') return [];
      const required = listAt(body?.schema, 'required');
      return Object.keys(mapAt(body?.schema, 'properties')).filter((name) => !required.includes(name));
    }),
  );

/** What is always answered, and was not sent, is answered empty: as nothing, or as little as it may be. */
export const withEmpty = (schema: JsonObject): JsonObject => {
  const empty = schema.type === undefined ? null : [[], {}, null, ''].find((value) => fits(schema, value));
  return 'default' in schema || empty === undefined ? schema : { ...schema, default: empty };
};
