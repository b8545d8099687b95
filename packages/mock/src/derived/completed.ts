import type { ResolvedSchema } from '@amend/contract';
import type { Ids } from '../ids.ts';
import { type Fields, isFields } from '../json.ts';
import { type DerivedUser, propertiesOf, valuesAt } from './derived-user.ts';
import { isIdentifier, newId } from './new-id.ts';

const partOf = (schema: ResolvedSchema, name: string): ResolvedSchema[] => {
  const part = propertiesOf(schema)[name];
  return part ? [part] : [];
};

/** What a schema shows of a value that nobody sends: that of an example, under an id of its own, or the only one there is. */
const provided = (name: string, schema: ResolvedSchema, examples: readonly unknown[], ids: Ids): unknown => {
  const [example] = examples.filter((each) => each !== undefined);
  if (isIdentifier(name)) return newId(example, ids);
  if (example !== undefined) return example;
  const words = Array.isArray(schema.enum) ? schema.enum : [];
  return [schema.const, schema.default, words[0]].find((each) => each !== undefined);
};

/**
 * A value that was sent, with what its answer requires within it and nobody can send: of each object, and of each element
 * of a list.
 */
const completed = (
  shown: ResolvedSchema | undefined,
  sent: readonly ResolvedSchema[],
  value: unknown,
  examples: readonly unknown[],
  ids: Ids,
): unknown => {
  if (Array.isArray(value)) {
    const below = sent.flatMap(({ items }): ResolvedSchema[] => (items ? [items] : []));
    return value.map((each) => completed(shown?.items, below, each, examples, ids));
  }
  if (!isFields(value) || !shown?.properties) return value;
  const properties = propertiesOf(shown);
  const isLacking = (name: string): boolean =>
    !Object.hasOwn(value, name) && sent.every((each) => !Object.hasOwn(propertiesOf(each), name));
  const own = (shown.required ?? []).filter(isLacking).flatMap((name) => {
    const made = provided(name, properties[name] ?? {}, valuesAt(examples, [name]), ids);
    return made === undefined ? [] : [[name, made] as const];
  });
  const parts = Object.entries(value).map(([name, part]) => {
    const below = sent.flatMap((each) => partOf(each, name));
    return [name, completed(properties[name], below, part, valuesAt(examples, [name]), ids)] as const;
  });
  return Object.fromEntries([...parts, ...own]);
};

/** What was sent of a user, with what only the provider sets in it. */
export const completedIn = ({ schema, bodies, examples }: DerivedUser, fields: Fields, ids: Ids): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const sent = bodies.flatMap((body) => partOf(body, name));
      return [name, completed(propertiesOf(schema)[name], sent, value, valuesAt(examples, [name]), ids)];
    }),
  );
