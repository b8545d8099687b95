import type { Context, Operation, Rule } from '../redocly.ts';
import { alternatives, requestSchemas } from '../schemas.ts';

/** An update that does not say so, or whose body leaves a property, or itself, without a rule. */
export const updatePropertiesHaveRules: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    const { key: method, location, report } = context;
    const bodies = requestSchemas(operation, context).flatMap((schema) => alternatives(schema, context));
    const carriesRules = bodies.some(({ node }) =>
      Object.values(node.properties ?? {}).some((property) => 'x-updatable' in property),
    );
    const looksLikeUpdate =
      method === 'patch' || method === 'put' || /^(update|patch|replace)/.test(operation.operationId ?? '');
    if (operation['x-update'] === undefined) {
      if (carriesRules || looksLikeUpdate)
        report({
          message: 'This operation changes fields; say with x-update whether partial or replacement.',
          location,
        });
      return;
    }
    for (const body of bodies) {
      if (body.node['x-rules-documented'] === undefined)
        report({
          message: 'An update body says with x-rules-documented whether its rules are.',
          location: body.location,
        });
      for (const [name, property] of Object.entries(body.node.properties ?? {}))
        if ('x-updatable' in property === 'x-role' in property)
          report({
            message: `${name} needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
            location: body.location.child(['properties', name]).key(),
          });
    }
  },
});
