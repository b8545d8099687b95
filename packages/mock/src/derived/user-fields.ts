import {
  type ContractParameter,
  type RequestBody,
  type ResolvedSchema,
  usersAt,
  type Verification,
} from '@amend/contract';
import type { Fields } from '../json.ts';
import type { Model } from '../models.ts';
import type { Call } from '../provider.ts';
import { newId } from './new-id.ts';

/** What a contract says of its users. */
export interface DerivedUser {
  /** The schemas of its properties. */
  readonly properties: NonNullable<ResolvedSchema['properties']>;
  readonly required: readonly string[];
  /** The property by which a user is found. */
  readonly id: string;
  readonly verification: Verification | undefined;
  /** One whom the contract shows. */
  readonly example: Fields;
}

/** @throws if no property can be the user's identifier, or no example shows a user. */
export const userIn = ({ name, user, verification, operations }: Model): DerivedUser => {
  const refuse = (why: string): never => {
    throw new Error(`The contract ${name} cannot be served: ${why}`);
  };
  const { properties = {}, required = [] } = user?.schema ?? {};
  const id = user?.id ?? refuse('its User has no id, and no property that a path names as a parameter.');
  const [example = refuse('no example of an answer shows a User.')] = operations.flatMap(({ way, answers, success }) =>
    Object.values(answers[success] ?? {}).flatMap((answer) => (way ? usersAt(way, answer) : [])),
  );
  return { properties, required, id, verification, example };
};

const created = /^creat/;
const changed = /^(updat|modif|chang)/;

/** The time in every property that is named for it, with a fraction of a second only where the example has one. */
export const times = ({ properties, example }: DerivedUser, time: number, isNew: boolean): Fields =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name, { format }]) => format === 'date-time' && (changed.test(name) || (isNew && created.test(name))))
      .map(([name]) => {
        const text = new Date(time).toISOString();
        return [name, String(example[name] ?? '.').includes('.') ? text : text.replace(/\.[0-9]+/, '')];
      }),
  );

/** The properties of a body; where there are alternatives, none is for certain. */
const propertiesOf = ({ schemas: [one, another] = [] }: Partial<RequestBody> = {}): DerivedUser['properties'] =>
  (another ? undefined : one?.schema.properties) ?? {};

/** What a body leaves out, where the contract says what it then is. */
export const defaultsOf = (body: RequestBody | undefined): Fields =>
  Object.fromEntries(
    Object.entries(propertiesOf(body)).flatMap(([name, schema]) =>
      'default' in schema ? [[name, schema.default]] : [],
    ),
  );

/** What a query leaves out, where the contract says what it then is. */
export const parameterDefaults = (query: readonly ContractParameter[]): Fields =>
  Object.fromEntries(
    query.flatMap((parameter) => ('default' in parameter ? [[parameter.name, parameter.default]] : [])),
  );

const takesNull = ({ type }: ResolvedSchema = {}): boolean => [type].flat().includes('null');

/** A new user: what was sent, and of what only the provider sets all that an answer has to hold. */
export const newUser = (user: DerivedUser, { body, ids, clock, operation }: Call): Fields => {
  const { properties, required, id, verification, example } = user;
  const sendable = propertiesOf(operation.body);
  const unsent = required.flatMap((name) => {
    if (!Object.hasOwn(sendable, name)) return [[name, example[name]]];
    return takesNull(properties[name]) ? [[name, null]] : [];
  });
  return {
    ...Object.fromEntries(unsent),
    ...(verification && { [verification.property]: verification.unverified[0] }),
    ...defaultsOf(operation.body),
    ...body,
    [id]: newId(example[id], ids),
    ...times(user, clock(), true),
  };
};

/** A text in the form of a masked one: the same signs, and its own last ones for those that are shown. */
const maskLike = (example: unknown, value: string): unknown => {
  const [shown = ''] = /[0-9]+$/.exec(String(example ?? '')) ?? [];
  return shown === '' ? undefined : String(example).slice(0, -shown.length) + value.slice(-shown.length);
};

/** A user as it is shown: what no answer may hold is masked like the example, or left out. */
export const shownUser = ({ properties, example }: DerivedUser, user: Fields): Fields =>
  Object.fromEntries(
    Object.entries(user).flatMap(([name, value]) => {
      const { pattern, writeOnly } = properties[name] ?? {};
      if (writeOnly === true) return [];
      if (typeof pattern !== 'string' || typeof value !== 'string' || new RegExp(pattern, 'u').test(value))
        return [[name, value]];
      const masked = maskLike(example[name], value);
      return masked === undefined ? [] : [[name, masked]];
    }),
  );
