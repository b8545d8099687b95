import type { Json, JsonObject } from '@amend/compiler/read';
import type { Flatten } from './create-flattener.ts';
import { findRecord, type Record, replaceAt, schemaAt } from './find-record.ts';
import type { Drop } from './flatten.ts';
import { atPath, isMap, mapAt, textAt } from './json.ts';
import { type Example, madeUpAnswers } from './made-up.ts';
import { contentOf, successOf, type VendorOperation } from './operations.ts';
import { fits, fitted, sample } from './sample.ts';
import type { Source } from './source.ts';
import type { DecidedStatus } from './status.ts';
import { travelling } from './travel.ts';
import { vendorExamples } from './vendor-examples.ts';

/** A success, before it is known what all users have. */
export interface Answer {
  readonly status: string;
  readonly description: string;
  readonly type?: string;
  readonly schema?: JsonObject;
  /** The schema once for each alternative that the vendor has in it. */
  readonly alternatives: readonly JsonObject[];
  readonly given: readonly (readonly [name: string, value: Json])[];
  readonly record?: Record;
}

/** What an operation answers when it succeeds. */
export const answerOf = (
  source: Source,
  operation: VendorOperation,
  { flatten, flattenEach }: Flatten,
  about: { readonly fields: ReadonlySet<string>; readonly noun: string; readonly parameter: string },
  drop: Drop,
): Answer => {
  const [status, response] = successOf(source, operation) ?? ['200', {}];
  const found = contentOf(source, response);
  const description = textAt(response, 'description')?.trim() || 'It succeeded.';
  if (!found) return { status, description, alternatives: [], given: [] };
  const recordIn = (each: JsonObject) => findRecord(each, about.fields, about.noun, about.parameter);
  const answered = (each: JsonObject, tell: Drop): JsonObject => {
    const user = recordIn(each);
    return travelling(each, 'answer', tell, user && mapAt(schemaAt(each, user.way), 'properties')[user.id]);
  };
  const flat = flatten(found.media.schema);
  const schema = answered(flat, drop);
  const record = recordIn(schema);
  const given = vendorExamples(source, found.media, flat);
  return {
    status: status.replace(/XX$/i, '00'),
    description,
    type: found.type,
    schema,
    alternatives: flattenEach(found.media.schema).map((each) => answered(each, () => {})),
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

/** Another id of the same form; nothing where none is found. */
const otherId = (user: JsonObject, id: string, first: Json, index: number): Json | undefined => {
  const text = String(first);
  const others = [`${text.slice(0, -1)}${index}`, `${text}${index}`];
  const found = (typeof first === 'number' ? others.map(Number) : others).filter((each) => each !== first);
  return index === 0 ? first : found.find((each) => fits(mapAt(user, 'properties', id), each));
};

/** A value with an id in the place of the user, so that a mock can find it. */
const withId = (value: Json, [step, ...rest]: readonly string[], id: string, known: Json): Json => {
  if (Array.isArray(value)) return step === '*' ? value.map((each) => withId(each, rest, id, known)) : value;
  if (!isMap(value)) return value;
  if (step === undefined) return { [id]: known, ...value };
  return value[step] === undefined ? value : { ...value, [step]: withId(value[step], rest, id, known) };
};

/** What the examples of an answer are made from. */
export interface Showing {
  readonly id: string;
  /** An id that the vendor shows. */
  readonly known: Json | undefined;
  readonly status: DecidedStatus;
}

const examplesOf = (
  { schema = {}, alternatives, given, record }: Answer,
  user: JsonObject,
  { id, known, status }: Showing,
): Example[] => {
  if (!record) {
    const fit = given.flatMap(([name, value]): [string, Json][] => {
      const found = fitted(schema, value);
      return found === undefined ? [] : [[name, found]];
    });
    return fit.length > 0 ? fit : [['madeUp', sample(schema, (_, depth) => depth < 3) ?? {}]];
  }
  const { way } = record;
  const whole = replaceAt(schema, way, user);
  const first = idFor(user, id, known);
  const complete = (value: Json, index = 0) => withId(value, way, id, otherId(user, id, first, index) ?? first);
  const fit = given.flatMap(([name, value]): [string, Json][] => {
    const found = fitted(whole, complete(value));
    const shows = way.includes('*') || atPath(found, [...way, id]) !== undefined;
    return found === undefined || !shows ? [] : [[name, found]];
  });
  if (fit.length > 0) return fit;
  const made = madeUpAnswers(alternatives, { whole, record, id }, status, complete);
  return made.length > 0 ? made : madeUpAnswers([whole], { whole, record, id }, status, complete);
};

/** The response of a success, and its examples: the vendor's where they fit, else made up. */
export const responseFor = (answer: Answer, user: JsonObject, showing: Showing, fact: JsonObject): JsonObject => {
  const { status, description, type, schema, record } = answer;
  if (type === undefined || schema === undefined) return { [status]: { description, 'x-source': fact } };
  const shown = record ? replaceAt(schema, record.way, { $ref: '#/components/schemas/User' }) : schema;
  const content = {
    schema: record?.way.length === 0 ? shown : { ...shown, 'x-source': fact },
    examples: Object.fromEntries(
      examplesOf(answer, user, showing).map(([name, value]) => [name, { summary: 'A success', value }]),
    ),
  };
  return { [status]: { description, 'x-source': fact, content: { [type]: content } } };
};
