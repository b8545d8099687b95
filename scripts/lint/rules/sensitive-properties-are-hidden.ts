import type { Context, Operation, Rule, Schema } from '../redocly.ts';
import { contentSchemas, requestSchemas, responses, walkSchema } from '../schemas.ts';

/** Names of properties that hold an SSN, a tax number, a secret, or the contents of a document. */
const sensitive =
  /(^|_)(ssn|itin|ein|tin|tax_?(id|number)|social_?security(_?number)?|secret|password|passcode|pin|token|api_?key|private_?key|secret_?key|document_value(_back)?)($|_)|_gzip$/i;

/** Full numbers: a schema that admits one of these does not mask. */
const unmasked = ['123456789', '123-45-6789', '12-3456789'];

const masks = ({ pattern, maxLength }: Schema): boolean =>
  pattern !== undefined &&
  unmasked.every(
    (value) => (maxLength !== undefined && value.length > maxLength) || !new RegExp(pattern, 'u').test(value),
  );

/** An SSN, a secret or a document that a viewer would show in a request, or that a response may hold in clear. */
export const sensitivePropertiesAreHidden: Rule = () => {
  const seenInRequests = new Set<Schema>();
  const seenInResponses = new Set<Schema>();
  return {
    Operation(operation: Operation, context: Context) {
      for (const body of requestSchemas(operation, context))
        walkSchema(
          body,
          context,
          ({ node, location }, name) => {
            if (
              name &&
              sensitive.test(name) &&
              node.items === undefined &&
              !(node.writeOnly && node.format === 'password')
            )
              context.report({ message: `${name} is sensitive: make it writeOnly, with format: password.`, location });
          },
          seenInRequests,
        );
      for (const response of responses(operation, context))
        for (const schema of contentSchemas(response, context))
          walkSchema(
            schema,
            context,
            ({ node, location }, name, parent) => {
              if (!name || !sensitive.test(name)) return;
              const masked = masks(node) || masks(parent?.then?.properties?.[name] ?? {});
              if (!masked)
                context.report({
                  message: `${name} is sensitive: leave it out of responses, or give it a pattern that only a masked value fits.`,
                  location,
                });
            },
            seenInResponses,
          );
    },
  };
};
