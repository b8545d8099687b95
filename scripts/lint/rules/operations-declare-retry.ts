import type { Context, Operation, Rule } from '../redocly.ts';
import { alternatives, requestSchemas } from '../schemas.ts';

/** An operation that does not say whether it may be repeated, or names a body property that does not exist. */
export const operationsDeclareRetry: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    const retry = operation['x-retry'];
    if (retry === undefined)
      context.report({
        message: 'This operation has no x-retry; say whether it may be repeated.',
        location: context.location,
      });
    if (typeof retry !== 'object' || retry === null || !('idempotent-unless' in retry)) return;
    const bodies = requestSchemas(operation, context).flatMap((body) => alternatives(body, context));
    for (const name of retry['idempotent-unless'] as string[])
      if (!bodies.some(({ node }) => Object.hasOwn(node.properties ?? {}, name)))
        context.report({
          message: `${name} is no property of the request body.`,
          location: context.location.child('x-retry'),
        });
  },
});
