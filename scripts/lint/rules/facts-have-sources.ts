import type { Context, Operation, Rule, Schema } from '../redocly.ts';
import { alternatives, contentSchemas, requestSchemas, responses } from '../schemas.ts';

const rules = ['x-updatable', 'x-updatable-items', 'x-effect', 'x-verification'] as const;
const message = 'This has no x-source; say where it comes from and how strong the evidence is.';

/** Rules stand on a property's schema, or beside the reference to it. */
const checkRule = (schema: Schema, { location, report }: Context): void => {
  const rule = rules.find((name) => name in schema);
  if (rule && !schema['x-source'])
    report({ message: `${rule} has no x-source beside it.`, location: location.child(rule).key() });
};

/** An operation, a body, an error response, or a rule about updates that does not say where it comes from. */
export const factsHaveSources: Rule = () => {
  const reported = new Set<unknown>();
  return {
    Info: (info: { 'x-source'?: unknown }, { location, report }: Context) => {
      if (!info['x-source']) report({ message, location });
    },
    Schema: checkRule,
    ref: checkRule,
    Operation(operation: Operation, context: Context) {
      const require = (node: { 'x-source'?: unknown }, location: Context['location']) => {
        if (node['x-source'] || reported.has(node)) return;
        reported.add(node);
        context.report({ message, location });
      };
      require(operation, context.location);
      for (const body of requestSchemas(operation, context))
        for (const { node, location } of alternatives(body, context)) require(node, location);
      for (const response of responses(operation, context)) {
        if (/^[45]|default/.test(response.status)) require(response.node, response.location);
        for (const { node, location } of contentSchemas(response, context)) require(node, location);
      }
    },
  };
};
