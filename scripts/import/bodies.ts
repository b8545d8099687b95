import type { Json, JsonObject } from '@amend/compiler/read';
import type { Flatten } from './create-flattener.ts';
import type { Drop } from './flatten.ts';
import { isMap, textAt } from './json.ts';
import { contentOf, isForm, isJson, type VendorOperation } from './operations.ts';
import { fits, fitted, sample } from './sample.ts';
import { withShown } from './shown.ts';
import type { Source } from './source.ts';
import { travelling } from './travel.ts';
import { vendorExamples } from './vendor-examples.ts';

export interface Body {
  readonly required: boolean;
  readonly type: string;
  readonly schema: JsonObject;
  readonly examples: readonly (readonly [name: string, value: Json])[];
}

/** What is shown of a body of which the vendor shows nothing: few fields. */
const telling = /name|email|phone|address|city|country|^data$|attributes|individual|person|profile|identity/i;

/** What an operation is sent. */
export const bodyOf = (
  source: Source,
  operation: VendorOperation,
  { flatten, flattenEach }: Flatten,
  drop: Drop,
): Body | undefined => {
  const { requestBody } = operation.node;
  const found = contentOf(source, requestBody);
  if (!found) return undefined;
  if (!isJson(found.type) && !isForm(found.type))
    return source.fail(
      requestBody,
      `The body of ${operation.name} is ${found.type}, of which no field can be named; choose another operation, or none.`,
    );
  const described = flatten(found.media.schema);
  const shown = vendorExamples(source, found.media, described);
  // What stands in the schema is shown of answers too.
  const sent = vendorExamples(source, found.media, {});
  const flat = sent.reduce((schema, [, value]) => withShown(schema, value, drop), described);
  const travelled = travelling(flat, 'request', drop);
  if (!isMap(travelled.properties))
    return source.fail(
      requestBody,
      `The body of ${operation.name} is no object with properties, so nothing of it can be named; choose another operation, or none.`,
    );
  const schema = { description: textAt(travelled, 'description') ?? `What ${operation.name} takes.`, ...travelled };
  const given = shown.flatMap(([name, value]): [string, Json][] => {
    const fit = fitted(schema, value);
    return isMap(fit) && Object.keys(fit).length > 0 ? [[name, fit]] : [];
  });
  const isShown = (name: string, depth: number) => depth > 0 || telling.test(name);
  const made = flattenEach(found.media.schema).flatMap((each): Json[] => {
    const value = sample(
      travelling(each, 'request', () => {}),
      isShown,
    );
    return value !== undefined && fits(schema, value) ? [value] : [];
  });
  const best = made.find((value) => Object.keys(value ?? {}).some((name) => telling.test(name))) ?? made[0];
  return {
    required: source.follow(requestBody).required !== false,
    type: found.type,
    schema,
    examples: given.length > 0 ? given : [['madeUp', best ?? sample(schema, isShown) ?? {}]],
  };
};
