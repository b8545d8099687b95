import { type MemberRule, type Named, type PropertyRule, type ResolvedSchema, ruleAt } from '@amend/contract';
import { isObject, own } from './json.ts';

// A property, or a place below it: members of objects may have rules of their own.

/** The names that lead from a property to a member. */
export type Way = readonly string[];

const propertiesOf = ({ properties = {} }: ResolvedSchema) => properties;

export const valueAt = (value: unknown, way: Way): unknown =>
  way.reduce<unknown>((inner, name) => (isObject(inner) ? own(inner, name) : undefined), value);

export const schemaAt = (schema: ResolvedSchema, way: Way): ResolvedSchema | undefined =>
  way.reduce<ResolvedSchema | undefined>((inner, name) => inner && propertiesOf(inner)[name], schema);

/** What of an object has no rule of its own; all of any other value. */
export const ownSchema = (schema: ResolvedSchema, { members = {} }: MemberRule): ResolvedSchema => ({
  ...schema,
  ...(schema.properties && {
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !Object.hasOwn(members, name))),
  }),
});

/** The places of a property that have a rule, itself among them, and something that no other place has. */
export const waysIn = (schema: ResolvedSchema, rule: MemberRule, way: Way = []): readonly Way[] => {
  const isEmpty = rule.members && Object.keys(propertiesOf(ownSchema(schema, rule))).length === 0;
  const below = Object.entries(rule.members ?? {}).flatMap(([name, member]) =>
    waysIn(propertiesOf(schema)[name] ?? {}, member, [...way, name]),
  );
  return [...(isEmpty ? [] : [way]), ...below];
};

/** The parts of an object that can be sent again. */
const again = (schema: ResolvedSchema, stored: unknown): Named =>
  isObject(stored)
    ? Object.fromEntries(
        Object.entries(stored).filter(([name, part]) => part !== null && Object.hasOwn(propertiesOf(schema), name)),
      )
    : {};

/** A property in which one place has this value, and all else is as it is stored: left out where it is merged. */
export const around = (
  rule: PropertyRule | MemberRule,
  schema: ResolvedSchema,
  stored: unknown,
  [name, ...rest]: Way,
  value: unknown,
): unknown => {
  const kept = rule.merges ? {} : again(schema, stored);
  if (name === undefined) return rule.members && isObject(value) ? { ...kept, ...value } : value;
  const inner = around(
    ruleAt(rule, [name]),
    propertiesOf(schema)[name] ?? {},
    isObject(stored) ? own(stored, name) : undefined,
    rest,
    value,
  );
  return { ...kept, [name]: inner };
};
