import type { Json, JsonObject } from '@amend/compiler/read';
import type { Answer } from './answers.ts';
import { replaceAt } from './find-record.ts';
import { atPath, isMap, mapAt } from './json.ts';
import { type Example, madeUpAnswers } from './made-up.ts';
import { fits, fitted, sample } from './sample.ts';
import type { DecidedStatus } from './status.ts';

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

/** What is shown of an answer: the vendor's own examples where they fit, else what is made up. */
export const answerExamples = (
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
