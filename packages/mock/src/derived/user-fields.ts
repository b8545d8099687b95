import type { BodySchema, ResolvedSchema } from '@amend/contract';
import type { Ids } from '../ids.ts';
import { elementsOf, type Fields } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Call } from '../provider.ts';
import type { Clock } from '../store.ts';
import { type DerivedUser, propertiesOf, valuesAt } from './derived-user.ts';
import { defaultsOf, keptIn, renamed } from './kept.ts';
import { marksOf } from './kinds.ts';
import { newId } from './new-id.ts';

const created = /^creat/;
const changed = /^(updat|modif|chang)/;

/** Whether a property is named for the time of a user's making, or of the last change. */
export const isTime = (name: string): boolean => created.test(name) || changed.test(name);

const stamp = /^[0-9-]{10}T[0-9:]{8}(?:\.([0-9]+))?(Z|[+-][0-9:]+)?$/;

/** A time like the example's; with a fraction of a second where that has one, or the pattern takes one. */
const timeLike = (example: unknown, { pattern }: ResolvedSchema, time: number): string => {
  const iso = new Date(time).toISOString();
  const [, fraction, zone] = stamp.exec(String(example ?? iso)) ?? [];
  const second = iso.slice(0, 19);
  const end = zone === undefined ? '' : 'Z';
  const exact = `${second}.${iso.slice(20, 23).padEnd(fraction?.length ?? 0, '0')}${end}`;
  const isExact = fraction !== undefined || (pattern !== undefined && new RegExp(pattern, 'u').test(exact));
  return isExact ? exact : second + end;
};

/** The time in every property that is named for it. */
export const times = ({ schema, examples }: DerivedUser, clock: Clock, isNew: boolean): Fields => {
  const named = Object.entries(propertiesOf(schema))
    .filter(([name]) => changed.test(name) || (isNew && created.test(name)))
    .map(([name, property]) => [name, property, examples.find((user) => name in user)?.[name]] as const)
    .filter(([, { format }, example]) => format === 'date-time' || stamp.test(String(example)));
  const time = named.length > 0 ? clock() : 0;
  return Object.fromEntries(named.map(([name, property, example]) => [name, timeLike(example, property, time)]));
};

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Every identifier that the provider alone gives a user, new and like those of the examples. */
const newIds = ({ schema, id, examples, bodies }: DerivedUser, ids: Ids): Fields => {
  const isSent = (name: string): boolean => bodies.some((body) => Object.hasOwn(propertiesOf(body), name));
  const exampleOf = (name: string): unknown =>
    examples.map((user) => user[name]).find((value) => uuid.test(String(value)));
  const others = Object.keys(propertiesOf(schema)).filter(
    (name) => name !== id && !isSent(name) && exampleOf(name) !== undefined,
  );
  return Object.fromEntries([id, ...others].map((name) => [name, newId(exampleOf(name) ?? examples[0]?.[name], ids)]));
};

/** The property by which the provider tells the elements of a list apart, where they have one that nobody sends. */
const elementId = ({ schema, bodies }: DerivedUser, list: string): string | undefined =>
  propertiesOf(schema)[list]?.items?.required?.find((name) =>
    bodies.every((body) => !Object.hasOwn(propertiesOf(propertiesOf(body)[list]?.items), name)),
  );

/** The lists of a user that are added to, each with how its elements are told apart. */
export const listsOf = (user: DerivedUser): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(propertiesOf(user.schema)).flatMap((name): [string, string][] => {
      const id = elementId(user, name);
      return id === undefined ? [] : [[name, id]];
    }),
  );

/** Elements of a list, each under a new identifier. */
export const withIds = ({ examples }: DerivedUser, list: string, id: string, elements: unknown, ids: Ids): Fields[] => {
  const [example] = valuesAt(examples, [list, id]);
  return elementsOf(elements).map((element) => ({ ...element, [id]: newId(example, ids) }));
};

/** A user whose identifiers, and those in its lists, are new. */
export const withNewIds = (user: DerivedUser, fields: Fields, ids: Ids): Fields => ({
  ...fields,
  ...Object.fromEntries(
    [...listsOf(user)].flatMap(([list, id]) =>
      fields[list] ? [[list, withIds(user, list, id, fields[list], ids)]] : [],
    ),
  ),
  ...newIds(user, ids),
});

const takesNull = ({ type }: ResolvedSchema = {}): boolean => [type].flat().includes('null');

/** A new user: what was sent, as it is kept, and all that only the provider sets. */
export const newUser = (user: DerivedUser, body: BodySchema, { body: sent, ids, clock }: Call): Fields => {
  const { schema, verification, examples } = user;
  const sendable = propertiesOf(body.schema);
  const unsent = (schema.required ?? []).flatMap((name) => {
    if (!Object.hasOwn(sendable, name)) return [[name, examples[0]?.[name]]];
    return takesNull(propertiesOf(schema)[name]) ? [[name, null]] : [];
  });
  const fields = {
    ...Object.fromEntries(unsent),
    ...(verification && { [verification.property]: verification.unverified[0] }),
    ...defaultsOf(schema),
    ...defaultsOf(body.schema),
    ...marksOf(body),
    ...renamed(user, body.schema, keptIn(body.schema, schema, sent)),
  };
  return { ...withNewIds(user, fields, ids), ...times(user, clock, true) };
};

/** A day of the calendar that was so many years ago, or earlier. */
const isOldEnough = (text: string, years: number, now: number): boolean => {
  const day = text.replaceAll('/', '-');
  const time = Date.parse(`${day}T00:00:00Z`);
  const today = new Date(now);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isDay && time <= Date.UTC(today.getUTCFullYear() - years, today.getUTCMonth(), today.getUTCDate());
};

/** Who is younger than a contract demands. */
export const ageProblems = ({ schema }: BodySchema, body: Fields, clock: Clock): readonly Problem[] =>
  Object.entries(propertiesOf(schema)).flatMap(([name, { minimumAge }]) => {
    const value = body[name];
    if (minimumAge === undefined || typeof value !== 'string' || isOldEnough(value, minimumAge, clock())) return [];
    return [{ field: `/${name}`, rule: 'minimumAge', message: `must be a day at least ${minimumAge} years ago` }];
  });
