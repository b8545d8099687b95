import { isFromProvider, requestSchemas } from '../messages.ts';
import type { Context, Operation, Rule } from '../redocly.ts';
import { alternatives } from '../schemas.ts';

/**
 * An operation that does not say whether it may be repeated, that says so of what plainly may not, or that names a body
 * property that does not exist.
 */
export const operationsDeclareRetry: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    // The provider decides how often it sends a webhook.
    if (isFromProvider(context)) return;
    const { 'x-retry': retry, operationId = '' } = operation;
    const report = (message: string, location = context.location.child('x-retry')) =>
      context.report({ message, location });
    if (retry === undefined)
      return report('This operation has no x-retry; say whether it may be repeated.', context.location);
    if (retry === 'safe' && ['put', 'patch', 'delete'].includes(`${context.key}`))
      report('Only what reads is safe; say idempotent, if twice is the same as once.');
    const isByKey = typeof retry === 'object' && retry !== null && 'idempotent-by' in retry;
    if (operationId.startsWith('create') && retry !== 'never' && !isByKey)
      report('A create is never repeated, unless a header makes it idempotent: say which with idempotent-by.');
    if (typeof retry !== 'object' || retry === null || !('idempotent-unless' in retry)) return;
    const bodies = requestSchemas(operation, context).flatMap((body) => alternatives(body, context));
    for (const name of retry['idempotent-unless'] as string[])
      if (!bodies.some(({ node }) => Object.hasOwn(node.properties ?? {}, name)))
        report(`${name} is no property of the request body.`);
  },
});
