import { requestSchemas } from '../messages.ts';
import type { Context, Location, Operation, Rule } from '../redocly.ts';
import { alternatives, type FoundSchema, findProperty, findUser } from '../schemas.ts';

/** What a property of a user may be; nothing if no list says so. */
const wordsOf = (user: FoundSchema, name: string, context: Context): readonly unknown[] | undefined => {
  const { property, verified = [], unverified = [], unknown = [], frozen = [] } = user.node['x-verification'] ?? {};
  if (property === name) return [...verified, ...unverified, ...unknown, ...frozen];
  const { type, enum: values } = findProperty(user, name, context).node;
  return values ?? (type === 'boolean' ? [true, false] : undefined);
};

const namesUser = (operation: Operation, context: Context): boolean =>
  context.location.pointer.split('/')[2]?.includes('{') === true ||
  requestSchemas(operation, context)
    .flatMap((body) => alternatives(body, context))
    .some((body) =>
      Object.keys(body.node.properties ?? {}).some(
        (name) => findProperty(body, name, context).node['x-role'] === 'identifier',
      ),
    );

/** `x-sets` of what no user has, or that leaves open what becomes of one. */
export const setsFitUsers: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    const { 'x-sets': sets } = operation;
    if (typeof sets !== 'object' || sets === null) return;
    const at = context.location.child('x-sets');
    const report = (message: string, location: Location) => context.report({ message, location });
    if (operation['x-update'] !== undefined)
      report('x-sets means nothing beside x-update: the body says what changes.', at.key());
    if (!namesUser(operation, context)) report('This call names no user whom it could change.', at.key());
    const user = findUser(context);
    for (const [name, value] of Object.entries(sets)) {
      const place = at.child(name);
      if (!Object.hasOwn(user.node.properties ?? {}, name)) {
        report(`${name} is no property of User.`, place.key());
        continue;
      }
      const words = wordsOf(user, name, context);
      const table = typeof value === 'object' ? value : undefined;
      if (table && !words) report(`Nothing lists what ${name} may be; say what it becomes, whatever it was.`, place);
      for (const word of new Set(table ? Object.entries(table).flat() : [value]))
        if (words && !words.includes(word)) report(`${word} is no value of ${name}.`, place);
      for (const word of table ? (words ?? []) : [])
        if (!Object.hasOwn(table ?? {}, String(word)))
          report(`${word} has no row; say what the call makes of it, itself if nothing.`, place.key());
    }
  },
});
