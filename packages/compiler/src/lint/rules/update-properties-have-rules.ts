import { isFromProvider, requestSchemas } from '../messages.ts';
import type { Context, Operation, Rule, Schema } from '../redocly.ts';
import { alternatives, type FoundSchema, findProperty, holder } from '../schemas.ts';
import { walkSchema } from '../walk-schema.ts';

const ruleKeys = ['x-updatable', 'x-updatable-items', 'x-effect', 'x-role'] as const;

const looksLikeUpdate = (method: string | number, operationId = ''): boolean =>
  method === 'patch' || method === 'put' || /^(update|patch|replace)/.test(operationId);

const hasOneRule = (schema: Schema): boolean => 'x-updatable' in schema !== 'x-role' in schema;

const checkBody = (body: FoundSchema, context: Context): void => {
  const { report } = context;
  if (body.node['x-rules-documented'] === undefined)
    report({
      message: 'An update body says with x-rules-documented whether its rules are.',
      location: body.location,
    });
  if (body.node.patternProperties)
    report({
      message: 'Properties that have no name have no rule: name them.',
      location: holder(body, 'patternProperties').child('patternProperties'),
    });
  for (const name of Object.keys(body.node.properties ?? {})) {
    const property = findProperty(body, name, context);
    // What only the provider sets is never sent.
    if (property.node.readOnly && !('x-updatable' in property.node)) continue;
    // A rule belongs to the body: behind a `$ref` it would hold for whoever refers to it.
    if (!hasOneRule(property.node) || !hasOneRule(property.layers[0].node))
      report({
        message: `${name} needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
        location: property.layers[0].location.key(),
      });
  }
};

/** An object whose members may be sent, by name or as a map; an element of a list is no such one. */
const hasMembers = ({ properties = {}, additionalProperties }: Schema): boolean =>
  Object.keys(properties).length > 0 || typeof additionalProperties === 'object';

/** Whether each object below a partial update says what becomes of the members that it leaves out. */
const checkObjects = (body: FoundSchema, context: Context): void => {
  for (const name of Object.keys(body.node.properties ?? {})) {
    const property = findProperty(body, name, context);
    if (property.node.readOnly) continue;
    for (const found of alternatives(property, context)) {
      if (!hasMembers(found.node)) continue;
      if (found.node['x-update'] === undefined)
        context.report({
          message: `${name} is an object; say with x-update whether the members that it leaves out stay or are lost.`,
          location: property.layers[0].location.key(),
        });
      else if (found.node['x-update'] === 'partial') checkObjects(found, context);
    }
  }
};

/** The properties with but one value, which tells the users whom a body is for. */
const marksOf = (body: FoundSchema, context: Context): string => {
  const names = Object.keys(body.node.properties ?? {}).toSorted();
  const marks = names.map((name) => [name, findProperty(body, name, context).node.const]);
  return JSON.stringify(marks.filter(([, mark]) => mark !== undefined));
};

/** The schemas, as they are written, on which a rule stands below a property: members of objects that are written out. */
const ruledMembers = (object: FoundSchema, context: Context): Schema[] =>
  // Behind a `$ref` it would hold for whoever refers to it.
  Object.keys(object.layers[0].node.properties ?? {}).flatMap((name) => {
    const member = findProperty(object, name, context);
    const [written, ...behind] = member.layers;
    const isRuled = !behind.some(({ node }) => 'x-updatable' in node);
    return [...(isRuled ? [written.node] : []), ...ruledMembers(member, context)];
  });

const places: Partial<Record<(typeof ruleKeys)[number], string>> = {
  'x-updatable': 'it stands on properties of the body, and on members of objects that are written out there.',
};

const checkInside = (body: FoundSchema, context: Context): void => {
  const properties = Object.keys(body.node.properties ?? {}).map((name) => findProperty(body, name, context));
  const own = new Set([body.node, ...properties.map(({ layers }) => layers[0].node)]);
  const members = new Set(properties.flatMap((property) => ruledMembers(property, context)));
  walkSchema(body, context, (found) => {
    const { node: written } = found.layers[0];
    if (own.has(written)) return;
    for (const key of ruleKeys)
      if (key in found.node && !(key === 'x-updatable' && members.has(written)))
        context.report({
          message: `${key} means nothing here; ${places[key] ?? 'rules stand on the properties of the body itself.'}`,
          location: holder(found, key).child(key).key(),
        });
  });
};

/** An update that does not say so, whose bodies cannot be told apart, or leave a property, or themselves, without a rule. */
export const updatePropertiesHaveRules: Rule = () => ({
  Operation(operation: Operation, context: Context) {
    if (isFromProvider(context)) return;
    const { key: method, location, report } = context;
    const bodies = requestSchemas(operation, context).flatMap((schema) => alternatives(schema, context));
    if (operation['x-update'] === undefined) {
      const carriesRules = bodies.some((body) =>
        Object.keys(body.node.properties ?? {}).some((name) => 'x-updatable' in findProperty(body, name, context).node),
      );
      if (carriesRules || looksLikeUpdate(method, operation.operationId))
        report({
          message: 'This operation changes fields; say with x-update whether partial or replacement.',
          location,
        });
      return;
    }
    if (bodies.length === 0)
      report({ message: 'An update has a body with a schema; say there what may change.', location });
    if (new Set(bodies.map((body) => marksOf(body, context))).size < bodies.length)
      report({
        message: 'Nothing tells which body is for which user; give all but one a property with a const of its own.',
        location,
      });
    for (const body of bodies) {
      checkBody(body, context);
      checkInside(body, context);
      if (operation['x-update'] === 'partial') checkObjects(body, context);
    }
  },
});
