import type { BodySchema, ResolvedSchema } from '@amend/contract';
import { type Fields, isFields } from './json.ts';
import { TextDecoder, URLSearchParams } from './platform.ts';
import type { Body } from './read-body.ts';
import { maxValues, wrong } from './read-body.ts';

/** The deepest name, as in `a[b][c]`. */
const maxDepth = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The parts of a name: `address[lines][0]` is three. Nothing if it has no such form. */
const partsOf = (name: string): readonly string[] | undefined => {
  const [, first, rest = ''] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  const parts =
    first === undefined ? [] : [first, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, part = '']) => part)];
  return parts.length === 0 || parts.length > maxDepth || parts.includes('__proto__') ? undefined : parts;
};

type Node = Map<string, Node | string>;

/** Puts a value under its name; whether its place was free. */
const put = (node: Node, [part = '', ...rest]: readonly string[], value: string): boolean => {
  const key = part === '' ? String(node.size) : part;
  const known = node.get(key);
  if (rest.length === 0) {
    node.set(key, value);
    return known === undefined;
  }
  const below: Node = known instanceof Map ? known : new Map();
  node.set(key, below);
  return typeof known !== 'string' && put(below, rest, value);
};

const typesOf = ({ type, anyOf, oneOf }: ResolvedSchema): readonly unknown[] => [
  ...[type ?? []].flat(),
  ...[anyOf, oneOf]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((one) => typesOf(one as ResolvedSchema)),
];

/** What stands under a keyword, in the schema or in one of its alternatives. */
const below = (schema: ResolvedSchema, find: (schema: ResolvedSchema) => unknown): ResolvedSchema => {
  const all = [schema, ...[schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []))];
  const [found] = all.map((one) => find(one as ResolvedSchema)).filter((each) => typeof each === 'object');
  return (found ?? {}) as ResolvedSchema;
};

/** A text as the schema has it: the number, the flag, the emptiness that it says. */
const readText = (text: string, schema: ResolvedSchema): unknown => {
  const types = typesOf(schema);
  if (types.includes('string') && text !== '') return text;
  if (types.some((type) => type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  if (text !== '') return text;
  if (types.includes('null')) return null;
  if (types.includes('string') || types.length === 0) return text;
  return types.includes('array') ? [] : types.includes('object') ? {} : text;
};

const readNode = (node: Node | string, schema: ResolvedSchema): unknown => {
  if (typeof node === 'string') return readText(node, schema);
  if (typesOf(schema).includes('array') && [...node.keys()].every((key) => /^\d+$/.test(key))) {
    const items = below(schema, (one) => one.items);
    return [...node.values()].map((each) => readNode(each, items));
  }
  const parts = [...node].map(([name, each]) => {
    const property = below(schema, (one) => one.properties?.[name] ?? one.additionalProperties);
    return [name, readNode(each, property)];
  });
  return Object.fromEntries(parts);
};

const problem = 'is no form in UTF-8 with a value for each name';

/** Reads a body that is a form, its names as `a[b][0]`, each value as the contract has it. */
export const readForm = (bytes: Uint8Array, schemas: readonly BodySchema[]): Body => {
  const root: Node = new Map();
  let count = 0;
  try {
    for (const [name, value] of new URLSearchParams(utf8.decode(bytes))) {
      const parts = partsOf(name);
      count += parts?.length ?? 0;
      if (count > maxValues) return wrong(`has more than ${maxValues} values`, 'too-large', 'values');
      if (!parts || !put(root, parts, value)) return wrong(problem, 'rejected', 'form');
    }
  } catch {
    return wrong(problem, 'rejected', 'form');
  }
  const schema: ResolvedSchema = { anyOf: schemas.map((each) => each.schema) };
  const value = readNode(root, schema);
  return isFields(value) ? { value: value satisfies Fields } : wrong(problem, 'rejected', 'form');
};
