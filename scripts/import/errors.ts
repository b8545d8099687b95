import { STATUS_CODES } from 'node:http';
import type { Json, JsonObject } from '@amend/compiler/read';
import type { Drop } from './flatten.ts';
import { isMap, mapAt, textAt } from './json.ts';
import { contentOf, isJson, responsesOf, type VendorOperation } from './operations.ts';
import { fitted, sample } from './sample.ts';
import type { Source } from './source.ts';
import { travelling } from './travel.ts';
import { vendorExamples } from './vendor-examples.ts';

/** Components of errors, by the text of what they say: one that many answers have has one name. */
export type ErrorSchemas = Map<string, { name: string; schema: JsonObject }>;

/** What every success holds, and no error may. */
const notSuccess = (schema: JsonObject, marks: readonly string[]): JsonObject => {
  const mark = marks.find((name) => !Object.hasOwn(mapAt(schema, 'properties'), name));
  return mark === undefined ? schema : { ...schema, not: { required: [mark], properties: { [mark]: {} } } };
};

const refer = (schemas: ErrorSchemas, schema: JsonObject): JsonObject => {
  const text = JSON.stringify(schema);
  const name = schemas.get(text)?.name ?? (schemas.size === 0 ? 'Error' : `Error${schemas.size + 1}`);
  schemas.set(text, { name, schema });
  return { $ref: `#/components/schemas/${name}` };
};

/** A vendor that shows no body of an error gets one that may hold anything. */
const unknownError: JsonObject = { type: 'object', description: 'Any JSON: the document shows no body of this error.' };

const unknownExample: Json = { message: 'The request is refused.' };

const statusFor = (status: string): string => status.replace(/XX$/i, '00');

/** What is refused, and how: the responses of an operation that are no success. */
export const errorsFor = (
  source: Source,
  operation: VendorOperation,
  flatten: (schema: Json | undefined) => JsonObject,
  marks: readonly string[],
  schemas: ErrorSchemas,
  fact: JsonObject,
  drop: Drop,
): JsonObject => {
  const shown = Object.entries(responsesOf(source, operation)).flatMap(([status, response]): [string, JsonObject][] => {
    if (!/^(4|5|default)/.test(status)) return [];
    const found = contentOf(source, response);
    if (!found || !isJson(found.type)) {
      drop(response, `the error ${status} shows no body of JSON, and is left out`);
      return [];
    }
    const flat = flatten(found.media.schema);
    const travelled = travelling(flat, 'answer', drop);
    const isKnown = isMap(travelled.properties) || travelled.anyOf !== undefined;
    const schema = isKnown ? { description: 'Why a request is refused.', ...travelled } : unknownError;
    const given = vendorExamples(source, found.media, flat).flatMap(([name, value]): [string, Json][] => {
      const fit = fitted(schema, value);
      return fit === undefined ? [] : [[name, fit]];
    });
    const made = isKnown ? (sample(schema, (_, depth) => depth < 2) ?? {}) : unknownExample;
    const examples = given.length > 0 ? given : [['sample', made] as const];
    const content = {
      schema: refer(schemas, { ...notSuccess(schema, marks), 'x-source': fact }),
      examples: Object.fromEntries(examples.map(([name, value]) => [name, { summary: 'An error', value }])),
    };
    const description = textAt(response, 'description')?.trim() || STATUS_CODES[statusFor(status)] || 'An error.';
    return [[statusFor(status), { description, 'x-source': fact, content: { [found.type]: content } }]];
  });
  if (shown.some(([status]) => status.startsWith('4'))) return Object.fromEntries(shown);
  const schema = { ...notSuccess(unknownError, marks), 'x-source': fact };
  const assumed = {
    description: 'The request is refused; the document does not say how.',
    'x-source': { evidence: 'assumed', from: 'The document shows no error of this operation.' },
    content: {
      'application/json': {
        schema: refer(schemas, schema),
        examples: { sample: { summary: 'An error', value: unknownExample } },
      },
    },
  };
  return Object.fromEntries([...shown, ['400', assumed]]);
};
