import type { Context, Operation, RequestBody, Rule } from '../redocly.ts';
import { follow, responses } from '../schemas.ts';

/** A request or a response body, of a success or of an error, without a named example. */
export const operationsHaveExamples: Rule = () => {
  const reported = new Set<unknown>();
  return {
    Operation(operation: Operation, context: Context) {
      const bodies = responses(operation, context).map(({ status, ...found }) => ({
        what: `response ${status}`,
        ...found,
      }));
      if (operation.requestBody) {
        const at = context.location.child('requestBody');
        bodies.unshift({ what: 'request', ...follow<RequestBody>(operation.requestBody, at, context) });
      }
      for (const { what, node, location } of bodies)
        for (const [mediaType, media] of Object.entries(node.content ?? {})) {
          if (Object.keys(media.examples ?? {}).length > 0 || reported.has(media)) continue;
          reported.add(media);
          context.report({
            message: `The ${what} has no named example; add one under examples.`,
            location: location.child(['content', mediaType]),
          });
        }
    },
  };
};
