import type { Json, JsonObject } from '@amend/compiler/read';
import { findRecord, type Record, replaceAt } from './find-record.ts';
import type { Drop } from './flatten.ts';
import { atPath, isMap, mapAt, textAt } from './json.ts';
import { contentOf, successOf, type VendorOperation } from './operations.ts';
import { fits, fitted, sample } from './sample.ts';
import type { Source } from './source.ts';
import { travelling } from './travel.ts';
import { vendorExamples } from './vendor-examples.ts';

/** A success, before it is known what all users have. */
export interface Answer {
  readonly status: string;
  readonly description: string;
  readonly type?: string;
  readonly schema?: JsonObject;
  readonly given: readonly (readonly [name: string, value: Json])[];
  readonly record?: Record;
}

/** What an operation answers when it succeeds. */
export const answerOf = (
  source: Source,
  operation: VendorOperation,
  flatten: (schema: Json | undefined) => JsonObject,
  about: { readonly fields: ReadonlySet<string>; readonly noun: string; readonly parameter: string },
  drop: Drop,
): Answer => {
  const [status, response] = successOf(source, operation) ?? ['200', {}];
  const found = contentOf(source, response);
  const description = textAt(response, 'description')?.trim() || 'It succeeded.';
  if (!found) return { status, description, given: [] };
  const flat = flatten(found.media.schema);
  const schema = travelling(flat, 'answer', drop);
  const record = findRecord(schema, about.fields, about.noun, about.parameter);
  const given = vendorExamples(source, found.media, flat);
  return {
    status: status.replace(/XX$/i, '00'),
    description,
    type: found.type,
    schema,
    given,
    ...(record && { record }),
  };
};

/** An id that the property of a user takes: the one that the vendor shows in a path, else one that is made up. */
const idFor = (user: JsonObject, id: string, known: Json | undefined): Json => {
  const property = mapAt(user, 'properties', id);
  const given = [known, Number(known)].find((each) => each !== undefined && fits(property, each));
  return given ?? sample(property, undefined, id) ?? null;
};

/** A value with an id in the place of the user, so that a mock can find it. */
const withId = (value: Json, [step, ...rest]: readonly string[], id: string, known: Json): Json => {
  if (Array.isArray(value)) return step === '*' ? value.map((each) => withId(each, rest, id, known)) : value;
  if (!isMap(value)) return value;
  if (step === undefined) return { [id]: known, ...value };
  return value[step] === undefined ? value : { ...value, [step]: withId(value[step], rest, id, known) };
};

/** The response of a success, and its examples: the vendor's where they fit, else one that is made up. */
export const responseFor = (
  { status, description, type, schema, given, record }: Answer,
  user: JsonObject,
  id: string,
  known: Json | undefined,
  fact: JsonObject,
): JsonObject => {
  if (type === undefined || schema === undefined) return { [status]: { description, 'x-source': fact } };
  const whole = record ? replaceAt(schema, record.way, user) : schema;
  const complete = (value: Json): Json => (record ? withId(value, record.way, id, idFor(user, id, known)) : value);
  const fit = given.flatMap(([name, value]): [string, Json][] => {
    const found = fitted(whole, complete(value));
    const shows = !record || record.way.includes('*') || atPath(found, [...record.way, id]) !== undefined;
    return found === undefined || !shows ? [] : [[name, found]];
  });
  const onTheWay = new Set(record?.way);
  const isShown = (name: string, depth: number) => onTheWay.has(name) || depth < 3 + (record?.way.length ?? 0);
  const nameless = record ? replaceAt(schema, record.way, withoutProperty(user, id)) : schema;
  const made = complete(sample(listed(nameless, record?.way ?? []), isShown) ?? {});
  const examples = fit.length > 0 ? fit : [['madeUp', made] as const];
  const shown = record ? replaceAt(schema, record.way, { $ref: '#/components/schemas/User' }) : schema;
  const content = {
    schema: record?.way.length === 0 ? shown : { ...shown, 'x-source': fact },
    examples: Object.fromEntries(examples.map(([name, value]) => [name, { summary: 'A success', value }])),
  };
  return { [status]: { description, 'x-source': fact, content: { [type]: content } } };
};

const withoutProperty = (schema: JsonObject, name: string): JsonObject => {
  const { [name]: _, ...properties } = mapAt(schema, 'properties');
  return { ...schema, properties };
};

/** A list on the way to a user shows one. */
const listed = (schema: JsonObject, [step, ...rest]: readonly string[]): JsonObject => {
  if (step === undefined) return schema;
  if (step === '*') return { ...schema, minItems: 1, items: listed(isMap(schema.items) ? schema.items : {}, rest) };
  const properties = mapAt(schema, 'properties');
  const child = properties[step];
  return { ...schema, properties: { ...properties, [step]: listed(isMap(child) ? child : {}, rest) } };
};
