import type { Json, JsonObject } from '@amend/compiler/read';
import { answerExamples, type Showing } from './answer-examples.ts';
import type { Flatten } from './create-flattener.ts';
import { findRecord, type Record, replaceAt, schemaAt } from './find-record.ts';
import type { Drop } from './flatten.ts';
import { mapAt, textAt } from './json.ts';
import { contentOf, successOf, type VendorOperation } from './operations.ts';
import type { Source } from './source.ts';
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
  about: { readonly fields: ReadonlySet<string>; readonly ids: readonly string[] },
  drop: Drop,
): Answer => {
  const [status, response] = successOf(source, operation) ?? ['200', {}];
  const found = contentOf(source, response);
  const description = textAt(response, 'description')?.trim() || 'It succeeded.';
  if (!found) return { status, description, alternatives: [], given: [] };
  const recordIn = (each: JsonObject) => findRecord(each, about.fields, about.ids);
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

/** The response of a success, and its examples: the vendor's where they fit, else made up. */
export const responseFor = (answer: Answer, user: JsonObject, showing: Showing, fact: JsonObject): JsonObject => {
  const { status, description, type, schema, record } = answer;
  if (type === undefined || schema === undefined) return { [status]: { description, 'x-source': fact } };
  const shown = record ? replaceAt(schema, record.way, { $ref: '#/components/schemas/User' }) : schema;
  const content = {
    schema: record?.way.length === 0 ? shown : { ...shown, 'x-source': fact },
    examples: Object.fromEntries(
      answerExamples(answer, user, showing).map(([name, value]) => [name, { summary: 'A success', value }]),
    ),
  };
  return { [status]: { description, 'x-source': fact, content: { [type]: content } } };
};
