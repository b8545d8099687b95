import type { Context, Rule, Schema } from '../redocly.ts';
import { follow } from '../schemas.ts';

const check = (schema: Schema, context: Context): void => {
  const { key, location, report } = context;
  const readOnly = schema.readOnly || follow(schema, location, context).node.readOnly;
  if (readOnly && 'x-updatable' in schema)
    report({
      message: `${key} is readOnly, so it can have no x-updatable; take one of the two away.`,
      location: location.child('x-updatable').key(),
    });
};

/** A property that the provider alone sets, and that has a rule for sending it; the rule may stand beside a `$ref`. */
export const readOnlyIsNotUpdatable: Rule = () => ({ Schema: check, ref: check });
