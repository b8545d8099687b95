import type { JsonObject } from '@amend/compiler/read';
import { isMap, mapAt } from './json.ts';

/** What stands beside what an envelope holds, and says what that is. */
const besides = /^(id|type|kind|object)$/i;

/** The property that holds all others, where one does. */
const envelopeIn = (schema: JsonObject): readonly [name: string, property: JsonObject] | undefined => {
  const names = Object.entries(mapAt(schema, 'properties')).filter(([name]) => !besides.test(name));
  const [[name, property] = ['', null], ...others] = names;
  return others.length === 0 && isMap(property) && isMap(property.properties) ? [name, property] : undefined;
};

/** The properties of a body about each of which a person is asked, by the way to them: of an envelope those in it. */
export const askedProperties = (
  schema: JsonObject,
  way: readonly string[] = [],
): (readonly [way: readonly string[], JsonObject])[] => {
  const [name, envelope] = envelopeIn(schema) ?? [];
  return Object.entries(mapAt(schema, 'properties')).flatMap(([each, property]) => {
    if (!isMap(property)) return [];
    return each === name && envelope
      ? askedProperties(envelope, [...way, each])
      : [[[...way, each], property] as const];
  });
};
