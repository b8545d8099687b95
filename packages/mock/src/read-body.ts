import type { MockRequest } from './exchange.ts';
import { type Refusal, refuse } from './problem.ts';

const maxDepth = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Goes level by level: recursion would overflow where it matters. */
const isTooDeep = (value: unknown): boolean => {
  let level = [value].filter(isObject);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((element) => Object.values(element).filter(isObject));
  }
  return false;
};

const notJson = (message: string): Refusal => refuse('rejected', { field: '', rule: 'json', message });

/** The JSON of a body, or why it cannot be read; the engine's own words quote the text and are left out. */
export const readBody = (bytes: Uint8Array): { readonly value: unknown } | Refusal => {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return notJson('is no JSON in UTF-8');
  }
  return isTooDeep(value) ? notJson(`is nested more than ${maxDepth} levels deep`) : { value };
};

/** Whether the headers say that a body is JSON as it stands; no contract takes a relative of it, or a compressed one. */
export const isJson = (headers: MockRequest['headers']): boolean =>
  /^\s*application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '') &&
  /^\s*(?:identity\s*)?$/i.test(headers['content-encoding'] ?? '');
