import type { Json, JsonObject } from '@amend/compiler/read';
import { type Record, replaceAt, schemaAt } from './find-record.ts';
import { isMap, mapAt } from './json.ts';
import { fits, sample } from './sample.ts';
import { type DecidedStatus, inStatus, wordsToShow } from './status.ts';

export type Example = readonly [name: string, value: Json];

/** How deep a user is shown. */
const shownDepth = 3;

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

/** A user of an alternative, and the status that is shown of it. */
interface Shown {
  readonly schema: JsonObject;
  readonly user: JsonObject;
  readonly word?: string | undefined;
}

/** A user with all that any answer shows of one. */
const completed = (user: JsonObject, all: JsonObject): JsonObject => ({
  ...user,
  properties: { ...mapAt(all, 'properties'), ...mapAt(user, 'properties') },
});

/** Each kind of user in its first status, then each status that none of these has. */
const shownOf = (
  alternatives: readonly JsonObject[],
  { way }: Record,
  whole: JsonObject,
  status: DecidedStatus,
): Shown[] => {
  const all = alternatives.map((schema) => {
    const user = schemaAt(schema, way);
    const [name, words] = wordsToShow(user, status);
    return { schema, name, user, words };
  });
  // What is an alternative below its properties makes no other kind of user.
  const kindOf = ({ user, words }: (typeof all)[number]) => [Object.keys(mapAt(user, 'properties')), words].join();
  const users = all.filter((each, index) => all.findIndex((other) => kindOf(other) === kindOf(each)) === index);
  const asOne = ({ schema, name, user }: (typeof users)[number], word: string | undefined): Shown => ({
    schema,
    user: word === undefined ? user : inStatus(user, name, word),
    word,
  });
  const first = users.map((each) => asOne(each, each.words[0]));
  if (users.length < 2) return first.map((each) => ({ ...each, user: completed(each.user, whole) }));
  const seen = new Set(first.map(({ word }) => word));
  const others = users.flatMap((each) =>
    each.words.filter((word) => !seen.has(word) && seen.add(word)).map((word) => asOne(each, word)),
  );
  return [...first, ...others];
};

/** Answers with a user that are made up; `complete` gives the user of each an id of its own. */
export const madeUpAnswers = (
  alternatives: readonly JsonObject[],
  { whole, record, id }: { readonly whole: JsonObject; readonly record: Record; readonly id: string },
  status: DecidedStatus,
  complete: (value: Json, index: number) => Json,
): Example[] => {
  const { way } = record;
  const isShown = (name: string, depth: number) => way.includes(name) || depth < shownDepth + way.length;
  const made = ({ schema, user }: Shown, index: number): Json => {
    const nameless = replaceAt(schema, way, withoutProperty(user, id));
    return complete(sample(listed(nameless, way), isShown) ?? {}, index);
  };
  const values = shownOf(alternatives, record, schemaAt(whole, way), status)
    .map(made)
    .filter((value) => fits(whole, value));
  return values.map((value, index) => [index === 0 ? 'madeUp' : `madeUp${index + 1}`, value]);
};
