import type { BodySchema, ResolvedSchema } from '@amend/contract';
import type { Fields } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Call } from '../provider.ts';
import type { Clock } from '../store.ts';
import { completedIn } from './completed.ts';
import { type DerivedUser, propertiesOf } from './derived-user.ts';
import { defaultsOf, keptIn, renamed } from './kept.ts';
import { marksOf } from './kinds.ts';
import type { Provided } from './provided.ts';

const takesNull = ({ type }: ResolvedSchema = {}): boolean => [type].flat().includes('null');

/** A new user: what was sent, as it is kept, and all that only the provider sets. */
export const newUser = (
  user: DerivedUser,
  { withNewIds, times }: Provided,
  body: BodySchema,
  { body: sent, ids, clock }: Call,
): Fields => {
  const { schema, verification, examples } = user;
  const sendable = propertiesOf(body.schema);
  const shown = Object.keys(propertiesOf(schema)).filter((name) => examples.every((each) => Object.hasOwn(each, name)));
  const unsent = [...new Set([...(schema.required ?? []), ...shown])].flatMap((name) => {
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
  return { ...completedIn(user, withNewIds(fields, ids), ids), ...times(clock, true) };
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
