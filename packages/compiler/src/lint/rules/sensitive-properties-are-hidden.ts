import { isFromProvider, requestSchemas, responseSchemas, responses } from '../messages.ts';
import type { Context, Header, Operation, Parameter, Rule, Schema } from '../redocly.ts';
import { alternatives, type FoundSchema, findProperty, findSchema, follow } from '../schemas.ts';
import { isSensitive, masks } from '../sensitive-values.ts';
import { walkSchema } from '../walk-schema.ts';

const hides = ({ writeOnly, format }: Schema): boolean => writeOnly === true && format === 'password';

const isString = ({ type }: Schema): boolean =>
  [type].flat().includes('string') && [type].flat().every((name) => name === 'string' || name === 'null');

/** The record's own id, which some providers call a token. */
const isIdentifier = (schema: Schema): boolean => schema['x-role'] === 'identifier';

/** Of an object, the names in it tell. */
const isSecret = (name: string, schema: Schema): boolean =>
  isSensitive(name) && !isIdentifier(schema) && !(/passports?$/i.test(name) && schema.properties !== undefined);

// A pattern says nothing about a value that is no string.
const isMasked = (schema: Schema): boolean =>
  isString(schema) && schema.pattern !== undefined && masks(schema.pattern, schema.maxLength);

/** What is only sent stands in no answer, even where one schema describes both. */
const isMaskedOrUnshown = (schema: Schema): boolean => hides(schema) || isMasked(schema);

/** Whether every value of a property fits: each alternative, and each element of an array. */
const everyValue = (found: FoundSchema, context: Context, fits: (schema: Schema) => boolean): boolean =>
  alternatives(found, context).every(({ node, location }) =>
    node.items ? everyValue(findSchema(node.items, location.child('items'), context), context, fits) : fits(node),
  );

/** Whether `if` asks for a value of another property that this property is documented to have. */
const canApply = (parent: FoundSchema, name: string, context: Context): boolean => {
  const conditions = Object.entries(parent.node.if?.properties ?? {});
  return (
    conditions.length > 0 &&
    conditions.every(([sibling, { const: value }]) => {
      const { enum: values, examples } = findProperty(parent, sibling, context).node;
      return sibling !== name && value !== undefined && (values ?? examples ?? []).includes(value);
    })
  );
};

/** Masked for the kind of value that is sensitive, and clear for the other kinds. */
const isMaskedByKind = (name: string, parent: FoundSchema, context: Context): boolean => {
  const mask = parent.node.then?.properties?.[name];
  return (
    mask !== undefined && canApply(parent, name, context) && isMasked(findSchema(mask, parent.location, context).node)
  );
};

const clear = (name: string) =>
  `${name} is sensitive: leave it out of responses, or make it a string with a pattern that only a masked value fits.`;

/** An SSN, a secret or a document that a viewer or a log would show, or that a response may hold in clear. */
export const sensitivePropertiesAreHidden: Rule = () => ({
  Parameter(parameter: Parameter, context: Context) {
    const { name = '', in: place, schema = {} } = parameter;
    const { location, report } = context;
    if (!isSensitive(name) || isIdentifier(findSchema(schema, location, context).node)) return;
    if (place === 'path' || place === 'query')
      report({ message: `${name} is sensitive: addresses end up in logs, so send it in the body.`, location });
    else if (findSchema(schema, location, context).node.format !== 'password')
      report({ message: `${name} is sensitive: give it format: password.`, location });
  },
  Operation(operation: Operation, context: Context) {
    for (const body of requestSchemas(operation, context))
      walkSchema(body, context, ({ property, role, ...found }) => {
        if (
          property &&
          isSecret(property.name, found.node) &&
          role !== 'addition' &&
          !everyValue(found, context, hides)
        )
          context.report({
            message: `${property.name} is sensitive: make it writeOnly, with format: password.`,
            location: found.layers[0].location,
          });
      });
    for (const body of responseSchemas(operation, context))
      walkSchema(body, context, ({ property, ...found }) => {
        if (!property || !isSecret(property.name, found.node) || everyValue(found, context, isMaskedOrUnshown)) return;
        if (!isMaskedByKind(property.name, property.parent, context))
          context.report({ message: clear(property.name), location: found.layers[0].location });
      });
    if (isFromProvider(context)) return;
    for (const response of responses(operation, context))
      for (const [name, header] of Object.entries(response.node.headers ?? {})) {
        const location = response.location.child(['headers', name]);
        const found = follow<Header>(header, location, context);
        const schema = findSchema(found.node.schema ?? {}, found.location.child('schema'), context);
        if (isSensitive(name) && !everyValue(schema, context, isMasked))
          context.report({ message: clear(name), location });
      }
  },
});
