import type { Context, Rule, Schema } from '../redocly.ts';
import { follow } from '../schemas.ts';

/** `x-updatable-items` whose kinds are not exactly the values of the property that tells an element's kind. */
export const updatableItemsMatchEnum: Rule = () => ({
  Schema(schema: Schema, context: Context) {
    const rules = schema['x-updatable-items'];
    if (!rules?.kinds) return;
    const location = context.location.child('x-updatable-items');
    const items = schema.items && follow(schema.items, context.location.child('items'), context).node;
    const property = items?.properties?.[rules.property];
    const kinds = property && follow(property, location, context).node.enum;
    if (!kinds) {
      context.report({ message: `${rules.property} is no property of the items with an enum.`, location });
      return;
    }
    for (const kind of Object.keys(rules.kinds))
      if (!kinds.includes(kind))
        context.report({
          message: `${kind} is no value of ${rules.property}; add it to the enum or mend its spelling.`,
          location: location.child(['kinds', kind]).key(),
        });
    for (const kind of kinds)
      if (!Object.hasOwn(rules.kinds, String(kind)))
        context.report({
          message: `${kind} has no row; say in which statuses an element of this kind may be sent.`,
          location: location.child('kinds').key(),
        });
  },
});
