import { isHeaderText } from './credentials.ts';
import type { Issue } from './issues.ts';
import { type Json, toJson } from './json.ts';
import { isLimit, isTimeout } from './limits.ts';
import type { CallOptions } from './options.ts';
import { parameterNames } from './path-issues.ts';

/** A call's input, as far as it is the same for all operations. */
export interface Input {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly header?: unknown;
  readonly body?: unknown;
}

/** What a caller handed in, each value read once: what is checked is what is used. */
export interface ReadCall {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: readonly (readonly [name: string, value: unknown])[];
  readonly header: readonly (readonly [name: string, value: unknown])[];
  readonly body: Json | undefined;
  readonly options: CallOptions;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const readPath = (template: string, path: unknown): ReadCall['path'] =>
  Object.fromEntries(
    parameterNames(template)
      .filter((name) => isObject(path) && Object.hasOwn(path, name))
      .map((name) => [name, Reflect.get(path as object, name)]),
  );

const readNamed = (query: unknown): ReadCall['query'] => {
  if (query === undefined || query === null) return [];
  // A map, a list and the like have entries that are no properties.
  if (!isObject(query) || Symbol.iterator in query) throw new TypeError('It is no plain object.');
  return Object.entries(query);
};

/** Not by its class: a signal may come from another realm. */
const isSignal = (value: unknown): value is AbortSignal => {
  const { aborted, addEventListener, removeEventListener } = (isObject(value) ? value : {}) as Partial<AbortSignal>;
  return [typeof aborted, typeof addEventListener, typeof removeEventListener].join() === 'boolean,function,function';
};

const optionRules: Readonly<Record<keyof CallOptions, readonly [fits: (value: unknown) => boolean, message: string]>> =
  {
    signal: [(value) => value === null || isSignal(value), 'must be an AbortSignal'],
    idempotencyKey: [isHeaderText, 'must be a text of visible ASCII characters'],
    timeout: [isTimeout, 'must be a positive number'],
    maxResponseBytes: [isLimit, 'must be a number from 0'],
  };

const readOptions = (given: unknown): CallOptions | Issue[] => {
  if (!isObject(given) || isSignal(given)) return [{ path: '/options', message: 'must be an object' }];
  const read = Object.entries(optionRules)
    .map(([name, rule]) => ({ name, rule, value: Reflect.get(given, name) as unknown }))
    .filter(({ value }) => value !== undefined);
  const wrong = read.filter(({ rule: [fits], value }) => !fits(value));
  return wrong.length > 0
    ? wrong.map(({ name, rule: [, message] }) => ({ path: `/options/${name}`, message }))
    : Object.fromEntries(read.map(({ name, value }) => [name, value]));
};

/** Reads a call's input and options, or says which part of them cannot be read. */
export const readCall = (template: string, input: Input, options: unknown): ReadCall | { issues: Issue[] } => {
  let part: Issue = { path: '/path', message: 'cannot be read' };
  try {
    const path = readPath(template, input.path);
    part = { path: '/query', message: 'must be a plain object that can be read' };
    const query = readNamed(input.query);
    part = { path: '/header', message: 'must be a plain object that can be read' };
    const header = readNamed(input.header);
    part = { path: '', message: 'cannot be written as JSON' };
    const body = toJson(input.body);
    part = { path: '/options', message: 'cannot be read' };
    const read = readOptions(options);
    return Array.isArray(read) ? { issues: read } : { path, query, header, body, options: read };
  } catch {
    return { issues: [part] };
  }
};
