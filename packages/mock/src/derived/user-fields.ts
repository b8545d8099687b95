import { type Fields, isFields } from '../json.ts';
import type { Call } from '../provider.ts';
import { type Node, resolve } from '../schema.ts';
import type { DerivedUser } from './derive-user.ts';
import { newId } from './new-id.ts';

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

const propertiesOf = (document: Node, schema: unknown): Readonly<Record<string, Node>> => {
  const { properties } = resolve(document, schema);
  return Object.fromEntries(
    Object.entries(isFields(properties) ? properties : {}).map(([name, node]) => [name, resolve(document, node)]),
  );
};

/** What a body leaves out, where the contract says what it then is. */
export const defaultsOf = (document: Node, schema: unknown): Fields =>
  Object.fromEntries(
    Object.entries(propertiesOf(document, schema)).flatMap(([name, node]) =>
      'default' in node ? [[name, node.default]] : [],
    ),
  );

/** What a query leaves out, where the contract says what it then is. */
export const parameterDefaults = (document: Node, { parameters }: Node): Fields =>
  Object.fromEntries(
    (Array.isArray(parameters) ? parameters : []).flatMap((parameter) => {
      const { name, in: place, schema } = resolve(document, parameter);
      const { default: value } = resolve(document, schema);
      return place === 'query' && value !== undefined ? [[String(name), value]] : [];
    }),
  );

const takesNull = ({ type }: Node = {}): boolean => [type].flat().includes('null');

/** A new user: what was sent, and of what only the provider sets all that an answer has to hold. */
export const newUser = (user: DerivedUser, { body, ids, clock }: Call, document: Node, schema: unknown): Fields => {
  const { properties, required, id, verification, example } = user;
  const sendable = propertiesOf(document, schema);
  const unsent = required.flatMap((name) => {
    if (!Object.hasOwn(sendable, name)) return [[name, example[name]]];
    return takesNull(properties[name]) ? [[name, null]] : [];
  });
  return {
    ...Object.fromEntries(unsent),
    ...(verification && { [verification.property]: verification.unverified[0] }),
    ...defaultsOf(document, schema),
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
