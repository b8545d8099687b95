import { requestSchemas, responseSchemas } from '../messages.ts';
import type { Context, Operation, Rule, Schema } from '../redocly.ts';
import { alternatives, findProperty, findUser, holder } from '../schemas.ts';
import { type Visited, walkSchema } from '../walk-schema.ts';

const keys = ['x-unique', 'x-stored-as', 'x-minimum-age'] as const;

const typesOf = ({ type }: Schema): readonly unknown[] => [type].flat().filter((name) => name !== 'null');

const isText = (schema: Schema): boolean => typesOf(schema).join() === 'string';

/** A pattern that ends in so many digits tells how much of a value is kept. */
const keepsEnd = /\[0-9\]\{[1-9][0-9]*\}\$$/;

/** What keeps a key from meaning anything on a property of a request. */
const flaws: Record<(typeof keys)[number], (found: Visited, isOfBody: boolean, context: Context) => string | false> = {
  'x-unique': ({ node }, isOfBody) =>
    !(isOfBody && typesOf(node).every((type) => ['string', 'integer', 'number'].includes(String(type)))) &&
    'only one value of the body itself can be: a text or a number',
  'x-minimum-age': ({ node }, isOfBody) =>
    !(isOfBody && isText(node)) && 'an age is told by a date of the body itself, so by a text',
  'x-stored-as': ({ node }, isOfBody, context) => {
    const form = node['x-stored-as'];
    if (form === 'text')
      return !['integer', 'number'].some((type) => typesOf(node).includes(type)) && 'there is no number to keep so';
    if (form === 'upper-case') return !isText(node) && 'there is no text to keep so';
    const name = form?.property ?? '';
    const kept = findProperty(findUser(context), name, context).node;
    const fits = isOfBody && isText(node) && isText(kept) && keepsEnd.test(kept.pattern ?? '');
    return !fits && `${name} is no property of User whose pattern ends in the digits that are kept`;
  },
};

/**
 * `x-unique`, `x-stored-as` or `x-minimum-age` where nothing is sent, or on a value that cannot be kept, or compared, so.
 */
export const storedValuesHavePlaces: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    const { report } = context;
    for (const body of responseSchemas(operation, context))
      walkSchema(body, context, (found) => {
        for (const key of keys)
          if (key in found.node)
            report({
              message: `${key} means nothing in an answer; it belongs to a property that is sent.`,
              location: holder(found, key).child(key).key(),
            });
      });
    for (const body of requestSchemas(operation, context)) {
      const own = new Set(alternatives(body, context).flatMap(({ node }) => Object.values(node.properties ?? {})));
      walkSchema(body, context, (found) => {
        for (const key of keys) {
          const flaw = key in found.node && flaws[key](found, own.has(found.layers[0].node), context);
          if (flaw) report({ message: `${key} means nothing here: ${flaw}.`, location: holder(found, key).child(key) });
        }
      });
    }
  },
});
