import { meaningOf } from '../../read/meaning.ts';
import { placeOf } from '../../read/place-of.ts';
import { isFromProvider, requestBody, responseSchemas } from '../messages.ts';
import type { Context, Operation, Parameter, Rule, Schema } from '../redocly.ts';
import { type FoundSchema, findProperty, findSchema, follow } from '../schemas.ts';

/** The schema at the end of an expression of `x-event`; nothing if it leads nowhere. */
const target = (
  expression: string,
  parameters: readonly Parameter[],
  body: FoundSchema,
  context: Context,
): Schema | undefined => {
  const place = placeOf(expression);
  if ('header' in place) {
    const found = parameters.find(
      (parameter) => parameter.in === 'header' && parameter.name?.toLowerCase() === place.header.toLowerCase(),
    );
    return found && findSchema(found.schema ?? {}, context.location, context).node;
  }
  let found: FoundSchema = body;
  for (const name of place.body) {
    if (!found.node.properties?.[name]) return undefined;
    found = findProperty(found, name, context);
  }
  return found.node;
};

/**
 * A webhook that does not say where its parts stand, or names a place that is none; an event of which nobody knows what
 * it means for the user, or whose status word means something else.
 */
export const webhooksTellEvents: Rule = () => {
  let ofUsers: Schema['x-verification'];
  return {
    Root({ components }: { components?: { schemas?: Record<string, Schema> } }) {
      ofUsers = components?.schemas?.User?.['x-verification'];
    },
    Operation(operation: Operation, context: Context) {
      if (!isFromProvider(context)) return;
      const report = (message: string, ...path: string[]): void =>
        context.report({ message, location: path.length > 0 ? context.location.child(path) : context.location });
      const body = requestBody(operation, context);
      const [schema] = responseSchemas(operation, context);
      if (!body?.node.required || !schema) return report('A webhook has a body, with required: true and a schema.');
      const { 'x-event': event, parameters = [] } = operation;
      if (!event) return report('This webhook has no x-event; say where the parts of its events stand.');
      const { statuses = {}, ...places } = event;
      const known = parameters.map((parameter) => follow(parameter, context.location, context).node);
      for (const [part, expression] of Object.entries(places))
        if (!target(expression, known, schema, context)) report(`${expression} leads nowhere.`, 'x-event', part);
      const events = (target(places.name ?? '', known, schema, context)?.enum ?? []).map(String);
      for (const name of Object.keys(statuses))
        if (!events.includes(name)) report(`${name} is no event of this webhook.`, 'x-event', 'statuses', name);
      if (events.length === 0) return;
      const verification = schema.node['x-verification'];
      if (!verification || places.name !== `$request.body#/${verification.property}`)
        return report('The body has no x-verification of the property that holds the name of the event.', 'x-event');
      for (const name of events) {
        const word = statuses[name];
        if (word === undefined) report(`statuses does not say what ${name} makes of the user.`, 'x-event');
        else if (!ofUsers || !meaningOf(ofUsers, word))
          report(`${word} is no status that User has.`, 'x-event', 'statuses', name);
        else if (meaningOf(verification, name) !== meaningOf(ofUsers, word))
          report(`${name} and ${word} do not mean the same.`, 'x-event', 'statuses', name);
      }
    },
  };
};
