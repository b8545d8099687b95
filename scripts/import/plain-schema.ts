import { checkPattern, formats } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import type { Drop } from './flatten.ts';
import { isMap, listAt } from './json.ts';
import { fits } from './sample.ts';

/** How a schema is written: for a request, which is closed, or for an answer, which is open. */
export type Way = 'request' | 'answer';

/** Where a pattern has no `maxLength`: no text that a person types is longer. */
const assumedLength = 1000;

const limits = ['minLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;

const isAscii = (value: Json): boolean => typeof value !== 'string' || /^[\x20-\x7e]*$/.test(value);

const isScalar = (value: Json): boolean => typeof value !== 'object' || value === null;

const flaws = new Map<string, string | undefined>();

const findFlaw = (pattern: string): string | undefined => {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'is no regular expression under the u flag';
  }
  if (!isAscii(pattern)) return 'is not ASCII';
  return checkPattern(pattern, 'u').status === 'safe' ? undefined : 'may take too long on a hostile text';
};

const patternFlaw = (pattern: string): string | undefined => {
  if (!flaws.has(pattern)) flaws.set(pattern, findFlaw(pattern));
  return flaws.get(pattern);
};

const checkedPattern = (schema: JsonObject, drop: Drop): JsonObject => {
  const { pattern, maxLength } = schema;
  if (typeof pattern !== 'string') return {};
  const flaw = patternFlaw(pattern);
  if (flaw) drop(schema, `its pattern is not checked: it ${flaw}`);
  else if (maxLength === undefined) drop(schema, `its pattern has no maxLength: ${assumedLength} is assumed`);
  return flaw ? {} : { pattern, maxLength: maxLength ?? assumedLength };
};

const formatOf = (schema: JsonObject, drop: Drop): JsonObject => {
  const { format } = schema;
  if (typeof format !== 'string') return {};
  if (Object.hasOwn(formats, format)) return { format };
  drop(schema, `its format ${format} is not checked`);
  return {};
};

const wordsOf = (schema: JsonObject, drop: Drop): JsonObject => {
  if (!Array.isArray(schema.enum)) return {};
  // YAML reads a code such as 7371 as a number, whatever the type beside it says.
  const isText =
    [schema.type].flat().every((type) => type === 'string' || type === 'null') && schema.type !== undefined;
  const given = schema.enum.map((word) => (isText && typeof word === 'number' ? String(word) : word));
  const words = [...new Set(given)].filter((word) => isScalar(word) && isAscii(word));
  if (words.length < new Set(schema.enum).size) drop(schema, 'values of its enum are not ASCII');
  return words.length > 0 ? { enum: words } : {};
};

/** What a schema says of its value without a look below it. */
export const plainSchema = (schema: JsonObject, drop: Drop): JsonObject => {
  const { title, description = title, default: value } = schema;
  const said: JsonObject = {
    ...(typeof description === 'string' && description.trim() !== '' && { description: description.trim() }),
    ...(schema.type !== undefined && { type: schema.type }),
    ...formatOf(schema, drop),
    ...wordsOf(schema, drop),
    ...('const' in schema && isScalar(schema.const as Json) && { const: schema.const as Json }),
    ...(schema.deprecated === true && { deprecated: true }),
    // Of an answer no limit is checked; examples keep to them.
    ...Object.fromEntries(
      [...limits, 'maxLength' as const].flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])),
    ),
    ...checkedPattern(schema, drop),
  };
  const fitting = (each: Json): boolean => isScalar(each) && isAscii(each) && fits(said, each);
  const examples = listAt(schema, 'examples').filter(fitting);
  return {
    ...said,
    ...(value !== undefined && fitting(value) && { default: value }),
    ...(examples.length > 0 && { examples: examples.slice(0, 3) }),
  };
};

export const isObject = (schema: JsonObject): boolean =>
  isMap(schema.properties) || [schema.type].flat().includes('object');
