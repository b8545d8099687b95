import { isFromProvider, requestBody, requestSchemas, responseSchemas } from '../messages.ts';
import type { Context, Operation, Rule, Schema } from '../redocly.ts';
import { alternatives, type FoundSchema, holder } from '../schemas.ts';
import { walkSchema } from '../walk-schema.ts';

const isObject = ({ type, properties }: Schema): boolean =>
  [type].flat().includes('object') || properties !== undefined;

/** Names that are the caller's own, each with a value that the schema describes. */
const isMap = ({ properties, additionalProperties }: Schema): boolean =>
  properties === undefined && typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;

const takesAny = ({ description }: Schema): boolean => description?.startsWith('Any JSON') === true;

const isOpenArray = ({ type, items, prefixItems }: Schema): boolean =>
  ([type].flat().includes('array') || prefixItems !== undefined) && items === undefined;

/** A schema that takes anything must say that it is meant to. */
const saysWhatItTakes = (found: FoundSchema, context: Context): boolean =>
  takesAny(found.node) ||
  alternatives(found, context).every(
    ({ node }) => node.type !== undefined || node.enum !== undefined || 'const' in node || isObject(node),
  );

/** `false`, or another way to write it. */
const isNothing = (schema: boolean | Schema | undefined): boolean =>
  schema === false ||
  (typeof schema === 'object' &&
    (schema.not === true || (typeof schema.not === 'object' && Object.keys(schema.not).length === 0)));

const closers = {
  'additionalProperties: false': ['additionalProperties', isNothing],
  'unevaluatedProperties: false': ['unevaluatedProperties', isNothing],
  propertyNames: ['propertyNames', (value) => value !== undefined],
  maxProperties: ['maxProperties', (value) => value !== undefined],
} satisfies Record<string, [keyof Schema, (value: never) => boolean]>;

/** A request schema that takes unknown fields, or a response schema that refuses new ones. */
export const closedRequestsOpenResponses: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    const { report } = context;
    const body = isFromProvider(context) ? undefined : requestBody(operation, context);
    for (const [mediaType, { schema }] of Object.entries(body?.node.content ?? {}))
      if (schema === undefined && body)
        report({ message: 'A request body has a schema.', location: body.location.child(['content', mediaType]) });
    for (const root of requestSchemas(operation, context))
      walkSchema(root, context, (found) => {
        const { node, location, role } = found;
        const isBelow = found.layers[0].node !== root.layers[0].node;
        if (node.allOf)
          report({ message: 'A request schema is flat: write the parts of this allOf as one.', location });
        if (node.patternProperties)
          report({
            message: 'A request schema names its properties: take patternProperties away.',
            location: holder(found, 'patternProperties').child('patternProperties'),
          });
        if (role === 'addition') return;
        if (isObject(node) && node.additionalProperties !== false && !takesAny(node) && !(isMap(node) && isBelow))
          report({
            message:
              'A request schema is closed: add additionalProperties: false, or the schema of its values if it is a map.',
            location: holder(found, 'additionalProperties'),
          });
        if (role === 'value' && !saysWhatItTakes(found, context))
          report({
            message:
              'A request schema says what it takes: give it a type, or a description that begins with "Any JSON".',
            location: found.layers[0].location,
          });
        if (isOpenArray(node)) report({ message: 'A request array says what it holds: add items.', location });
      });
    for (const root of responseSchemas(operation, context))
      walkSchema(root, context, (found) => {
        for (const [name, [keyword, closes]] of Object.entries(closers))
          if (closes(found.node[keyword] as never))
            report({ message: `A response schema is open: take ${name} away.`, location: holder(found, keyword) });
      });
  },
});
