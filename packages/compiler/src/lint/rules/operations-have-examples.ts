import { isFromProvider, requestBody, responses } from '../messages.ts';
import type { Context, Operation, Rule } from '../redocly.ts';
import { follow } from '../schemas.ts';

const isError = (status: string): boolean => /^[45]|default/.test(status);

/** A request or a response body without a named example, an example without a value, an error without a body. */
export const operationsHaveExamples: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    const request = requestBody(operation, context);
    const answers = responses(operation, context).map((found) => ({ what: `response ${found.status}`, ...found }));
    for (const { what, status, node, location } of answers)
      if (isError(status) && !isFromProvider(context) && Object.keys(node.content ?? {}).length === 0)
        context.report({ message: `The ${what} has no content; show the body of the error.`, location });
    for (const { what, node, location } of [...(request ? [{ what: 'request', ...request }] : []), ...answers])
      for (const [mediaType, { examples = {} }] of Object.entries(node.content ?? {})) {
        const at = location.child(['content', mediaType]);
        if (Object.keys(examples).length === 0)
          context.report({ message: `The ${what} has no named example; add one under examples.`, location: at });
        for (const [name, example] of Object.entries(examples)) {
          const shown = follow(example, at.child(['examples', name]), context);
          if (shown.node.value === undefined)
            context.report({ message: `The example ${name} has no value.`, location: shown.location });
        }
      }
  },
});
