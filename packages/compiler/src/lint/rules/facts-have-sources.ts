import { requestSchemas, responseSchemas, responses } from '../messages.ts';
import type { Context, Location, Operation, Rule, Schema } from '../redocly.ts';
import { alternatives } from '../schemas.ts';

interface Sourced {
  'x-source'?: unknown;
}

const rules = [
  'x-updatable',
  'x-updatable-items',
  'x-effect',
  'x-verification',
  'x-unique',
  'x-stored-as',
  'x-minimum-age',
] as const;

/** Rules stand on a property's schema, or beside the reference to it. */
const checkRule = (schema: Schema, { location, report }: Context): void => {
  const rule = rules.find((name) => name in schema);
  if (rule && !schema['x-source'])
    report({ message: `${rule} has no x-source beside it.`, location: location.child(rule).key() });
};

const require = (node: Sourced, location: Location, { report }: Context): void => {
  if (!node['x-source'])
    report({ message: 'This has no x-source; say where it comes from and how strong the evidence is.', location });
};

const check = (node: Sourced, context: Context) => require(node, context.location, context);

/** What specs/README.md wants a source for, and a rule about updates, that does not say where it comes from. */
export const factsHaveSources: Rule = () => ({
  Info: check,
  Server: check,
  SecurityScheme: check,
  Schema: checkRule,
  ref: checkRule,
  Operation(operation: Operation, context: Context) {
    check(operation, context);
    const bodies = requestSchemas(operation, context).flatMap((body) => alternatives(body, context));
    for (const { node, location } of [
      ...bodies,
      ...responses(operation, context),
      ...responseSchemas(operation, context),
    ])
      require(node, location, context);
  },
});
