import type { ResolvedSchema } from '@amend/contract';
import { type Fields, isFields } from '../json.ts';
import type { Problem } from '../problem.ts';
import { type DerivedUser, propertiesOf } from './derived-user.ts';

const expressions = new Map<string, RegExp>();

const takes = (pattern: string, value: unknown): boolean => {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return typeof value === 'string' && known.test(value);
};

/** A masked text that is shown, and how many of its last signs are the value's own. */
interface Form {
  readonly signs: string;
  readonly kept: number;
}

const formOf = (pattern: string, examples: readonly unknown[]): Form | undefined => {
  const example = examples.find((each) => takes(pattern, each));
  const [shown = ''] = /[0-9]+$/.exec(String(example ?? '')) ?? [];
  return shown === '' ? undefined : { signs: String(example).slice(0, -shown.length), kept: shown.length };
};

/** A value as a pattern of answers takes it: as it is, or masked like the first of the examples that it takes. */
export const masked = (pattern: string, examples: readonly unknown[], value: string): string | undefined => {
  if (takes(pattern, value)) return value;
  const form = formOf(pattern, examples);
  const text = form && form.signs + value.slice(-form.kept);
  return takes(pattern, text) ? text : undefined;
};

/** Whether what `then` adds to a schema is said of this value. */
const isMeant = (condition: ResolvedSchema | undefined, value: Fields): boolean =>
  Object.entries(propertiesOf(condition)).every(
    ([name, schema]) => !('const' in schema) || schema.const === value[name],
  );

/** The schema of a property of this value; nothing if an answer has no such property. */
const schemaOf = (schema: ResolvedSchema, value: Fields, name: string): ResolvedSchema | undefined => {
  const properties = propertiesOf(schema);
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!property || property.writeOnly) return undefined;
  if (!schema.then || !isMeant(schema.if as ResolvedSchema, value)) return property;
  return { ...property, ...propertiesOf(schema.then as ResolvedSchema)[name] };
};

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

const placeOf = (place: string, name: string): string => (place === '' ? name : `${place}/${name}`);

/** A user as an answer shows it: with what its schema has alone, and masked what comes in clear only when it is sent. */
export const shownUser = ({ schema, secrets, hidden }: DerivedUser, fields: Fields): Fields => {
  const show = (at: ResolvedSchema, value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return at.items ? value.map((element) => show(at.items ?? {}, element, place)) : value;
    if (typeof value === 'string')
      return at.pattern !== undefined && secrets.has(place)
        ? masked(at.pattern, secrets.get(place) ?? [], value)
        : value;
    if (!isFields(value) || !at.properties) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => {
        const property = place === '' && hidden.has(name) ? undefined : schemaOf(at, value, name);
        const shown = property && show(property, part, placeOf(place, name));
        return shown === undefined ? [] : [[name, shown]];
      }),
    );
  };
  return show(schema, fields, '') as Fields;
};

/** What cannot be masked as an answer has to mask it. */
export const maskProblems = ({ schema, secrets }: DerivedUser, body: Fields): readonly Problem[] => {
  const problemsIn = (at: ResolvedSchema, value: unknown, place: string, field: string): readonly Problem[] => {
    if (Array.isArray(value))
      return value.flatMap((element, index) => problemsIn(at.items ?? {}, element, place, `${field}/${index}`));
    if (isFields(value))
      return Object.entries(value).flatMap(([name, part]) => {
        const property = schemaOf(at, value, name);
        return property ? problemsIn(property, part, placeOf(place, name), `${field}/${name}`) : [];
      });
    const examples = secrets.get(place);
    if (typeof value !== 'string' || at.pattern === undefined || !examples) return [];
    if (masked(at.pattern, examples, value) !== undefined) return [];
    const kept = formOf(at.pattern, examples)?.kept;
    return [
      {
        field,
        rule: 'pattern',
        message: kept ? `must end in ${numbers[kept] ?? kept} digits` : 'has a form that cannot be masked',
      },
    ];
  };
  return problemsIn(schema, body, '', '');
};
