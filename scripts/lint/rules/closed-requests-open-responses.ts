import type { Context, Operation, Rule, Schema } from '../redocly.ts';
import { contentSchemas, requestSchemas, responses, walkSchema } from '../schemas.ts';

const isObject = ({ type, properties }: Schema) =>
  type === 'object' || type?.includes('object') || properties !== undefined;

/** A request schema that takes unknown fields, or a response schema that refuses new ones. */
export const closedRequestsOpenResponses: Rule = () => {
  const seenInRequests = new Set<Schema>();
  const seenInResponses = new Set<Schema>();
  return {
    Operation(operation: Operation, context: Context) {
      for (const body of requestSchemas(operation, context))
        walkSchema(
          body,
          context,
          ({ node, location }) => {
            if (node.allOf)
              context.report({ message: 'A request schema is flat: write the parts of this allOf as one.', location });
            if (isObject(node) && node.additionalProperties !== false)
              context.report({ message: 'A request schema is closed: add additionalProperties: false.', location });
          },
          seenInRequests,
        );
      for (const response of responses(operation, context))
        for (const schema of contentSchemas(response, context))
          walkSchema(
            schema,
            context,
            ({ node, location }) => {
              if (node.additionalProperties === false)
                context.report({
                  message: 'A response schema is open: take additionalProperties: false away.',
                  location,
                });
            },
            seenInResponses,
          );
    },
  };
};
