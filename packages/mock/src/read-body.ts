import { TextDecoder } from 'node:util';
import type { MockRequest } from './exchange.ts';
import { measureJson } from './measure-json.ts';
import { type Refusal, type RefusalKind, refuse } from './problem.ts';

const maxDepth = 64;

/** The most values of a body, and of a user; what providers document has a hundredth of it. */
export const maxValues = 30_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const wrong = (message: string, kind: RefusalKind = 'rejected', rule = 'json'): Refusal =>
  refuse(kind, { field: '', rule, message });

const countKeys = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const children: readonly unknown[] = Object.values(value);
  return children.reduce<number>((keys, child) => keys + countKeys(child), Array.isArray(value) ? 0 : children.length);
};

/** The JSON of a body, or why it cannot be read; the engine's own words quote the text and are left out. */
export const readBody = (bytes: Uint8Array): { readonly value: unknown } | Refusal => {
  const { values, keys, depth } = measureJson(bytes);
  if (depth > maxDepth) return wrong(`is nested more than ${maxDepth} levels deep`);
  const tooMany = wrong(`has more than ${maxValues} values`, 'too-large', 'values');
  if (values > 10 * maxValues) return tooMany;
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return wrong('is no JSON in UTF-8');
  }
  // As long as it costs little, the log names the fields of what is refused too.
  if (values > maxValues) return { ...tooMany, value };
  // Of a key that occurs twice only the last one is left.
  return countKeys(value) < keys ? wrong('has a key twice in one object') : { value };
};

/** Whether the headers say that a body is JSON as it stands; no contract takes a relative of it, or a compressed one. */
export const isJson = (headers: MockRequest['headers']): boolean =>
  /^\s*application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '') &&
  /^\s*(?:identity\s*)?$/i.test(headers['content-encoding'] ?? '');
