import { type BodySchema, type ResolvedSchema, usersAt, type Verification } from '@amend/contract';
import { type Fields, isFields } from '../json.ts';
import type { Model } from '../models.ts';

/** What the contracts of a provider say of its users. */
export interface DerivedUser {
  /** As an answer shows one. */
  readonly schema: ResolvedSchema;
  /** The property by which a user is found. */
  readonly id: string;
  readonly verification: Verification | undefined;
  /** Those whom the contracts show. */
  readonly examples: readonly Fields[];
  /** The same by id, each with what the provider holds of them and does not show. */
  readonly known: ReadonlyMap<string, Fields>;
  /** The properties that are never shown. */
  readonly hidden: ReadonlySet<string>;
  /** The bodies of an update that are each for another kind of user; none if there are no kinds. */
  readonly kinds: readonly BodySchema[];
  /** The bodies that create or change one. */
  readonly bodies: readonly ResolvedSchema[];
  /** Where values are that only a body holds in clear, with what the examples of answers have there. */
  readonly secrets: ReadonlyMap<string, readonly unknown[]>;
}

export const propertiesOf = ({ properties = {} }: ResolvedSchema = {}) => properties;

/** What stands at a place of a value, and of each element on the way to it. */
export const valuesAt = (value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value))
    return value.flatMap((element) => valuesAt(element, name === undefined ? [] : [name, ...rest]));
  if (name === undefined) return [value];
  return isFields(value) ? valuesAt(value[name], rest) : [];
};

const secretPlaces = (schema: ResolvedSchema, place: readonly string[] = []): readonly (readonly string[])[] =>
  Object.entries(propertiesOf(schema.items ?? schema)).flatMap(([name, property]) =>
    property.writeOnly ? [[...place, name]] : secretPlaces(property, [...place, name]),
  );

/** What an example shows, and what is known beside it: objects and lists are joined part by part. */
const joined = (shown: unknown, unshown: unknown): unknown => {
  if (Array.isArray(shown) && Array.isArray(unshown))
    return shown.map((element, index) => (index in unshown ? joined(element, unshown[index]) : element));
  if (!isFields(shown) || !isFields(unshown)) return unshown;
  const parts = Object.entries(unshown).map(([name, part]) => [
    name,
    Object.hasOwn(shown, name) ? joined(shown[name], part) : part,
  ]);
  return { ...shown, ...Object.fromEntries(parts) };
};

/** @throws if no property can be the user's identifier, or no example shows a user. */
export const userIn = (models: readonly Model[]): DerivedUser => {
  const [{ user, name } = { name: '' }] = models;
  const refuse = (why: string): never => {
    throw new Error(`The contract ${name} cannot be served: ${why}`);
  };
  const id = user?.id ?? refuse('its User has no id, and no property that a path names as a parameter.');
  const operations = models.flatMap((model) => model.operations);
  const examples = operations.flatMap(({ way, answers, success }) =>
    Object.values(answers[success] ?? {})
      .flatMap((answer) => (way ? usersAt(way, answer) : []))
      .filter((shown) => shown[id] !== undefined),
  );
  if (examples.length === 0) refuse(`no example of an answer shows a User with ${id}.`);
  const bodies = operations
    .filter(({ kind }) => kind === 'create' || kind === 'update')
    .flatMap(({ body }) => body?.schemas ?? [])
    .map(({ schema }) => schema);
  const unshown: Readonly<Record<string, Fields>> = Object.assign({}, ...models.map((model) => model.user?.unshown));
  const unshownOf = (example: Fields): Fields => unshown[String(example[id])] ?? {};
  return {
    schema: user?.schema ?? {},
    id,
    verification: models.find(({ verification }) => verification)?.verification,
    examples,
    known: new Map(examples.map((example) => [String(example[id]), joined(example, unshownOf(example)) as Fields])),
    hidden: new Set(
      examples.flatMap((example) => Object.keys(unshownOf(example)).filter((name) => !Object.hasOwn(example, name))),
    ),
    kinds: operations.map(({ update, body }) => (update && body?.schemas) || []).find(({ length }) => length > 1) ?? [],
    bodies,
    secrets: new Map(
      bodies.flatMap((body) => secretPlaces(body)).map((place) => [place.join('/'), valuesAt(examples, place)]),
    ),
  };
};
