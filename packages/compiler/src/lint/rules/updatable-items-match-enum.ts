import type { Context, Rule } from '../redocly.ts';
import { everySchema, type FoundSchema, findProperty, findSchema, holder } from '../schemas.ts';

const check = (found: FoundSchema, context: Context): void => {
  const { 'x-updatable-items': rules, 'x-updatable': ofArray, items = {} } = found.node;
  if (!rules?.kinds) return;
  const location = holder(found, 'x-updatable-items').child('x-updatable-items');
  const report = (message: string, at = location) => context.report({ message, location: at });
  const element = findSchema(items, holder(found, 'items').child('items'), context);
  const kinds = findProperty(element, rules.property, context).node.enum;
  if (!kinds) {
    report(`${rules.property} is no property of the items with an enum.`);
    return;
  }
  if (!element.node.required?.includes(rules.property))
    report(`${rules.property} may be left out, and an element without it has no rule; require it in the items.`);
  for (const [kind, statuses] of Object.entries(rules.kinds)) {
    const row = location.child(['kinds', kind]).key();
    if (!kinds.includes(kind))
      report(`${kind} is no value of ${rules.property}; add it to the enum or mend its spelling.`, row);
    if (Array.isArray(ofArray) && [statuses].flat().some((status) => !ofArray.includes(status)))
      report(`${kind} may be sent in more statuses than the array; x-updatable beside it says when at all.`, row);
  }
  for (const kind of kinds)
    if (!Object.hasOwn(rules.kinds, String(kind)))
      report(
        `${kind} has no row; say in which statuses an element of this kind may be sent.`,
        location.child('kinds').key(),
      );
};

/**
 * `x-updatable-items` whose kinds are not exactly the values of the property that tells an element's kind, or that
 * allows what `x-updatable` forbids.
 */
export const updatableItemsMatchEnum: Rule = () => everySchema(check);
