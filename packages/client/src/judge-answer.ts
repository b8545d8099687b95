import type { AnswerShape, AnswerTable, Named } from '@amend/contract';

/**
 * What an answer may hold that its contract does not know:
 *
 * - `property`: one that the schema does not have.
 * - `word`: one that is in no enumeration.
 * - `type`: a value of another type.
 * - `missing`: a property that is always there.
 * - `error`: an error of another shape than the documented one.
 * - `status`: a status code of which the contract says nothing.
 * - `media-type`: a content type that is not documented.
 */
export type DriftKind = 'property' | 'word' | 'type' | 'missing' | 'error' | 'status' | 'media-type';

/** One thing that the contract does not know; never a value. */
export interface Drift {
  readonly kind: DriftKind;
  /** Where it would stand in the contract: a JSON Pointer. */
  readonly at: string;
}

/** An answer, as it came. */
export interface Answer {
  /** The `operationId`. */
  readonly operation: string;
  readonly status: number;
  /** The `Content-Type` header. */
  readonly type: string | null;
  /** Parsed where it is JSON, else its text; nothing where there was none. */
  readonly body: unknown;
}

/** Hears of each object, what the contract knows of it, and where. */
export type OnObject = (at: string, names: readonly string[], value: Named) => void;

const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOf = (type: string, value: unknown): boolean => {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
};

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A key may be data in the wrong place: only what looks like a name is told. */
const shownName = (name: string): string => (/^[A-Za-z_][A-Za-z_-]{0,39}[0-9]?$/.test(name) ? name : '*');

/** More names than this that nobody knows are the keys of a table, and data. */
const mostNames = 20;
const mostElements = 1000;

const resolved = (shape: AnswerShape, schemas: AnswerTable['schemas']): AnswerShape =>
  (shape.$ref === undefined ? shape : schemas[shape.$ref]) ?? {};

/** What a schema, with all that may hold beside it, knows under which name. */
const knownIn = ({ properties = {}, besides = [] }: AnswerShape, schemas: AnswerTable['schemas']): Named<AnswerShape> =>
  Object.assign({}, ...besides.map((beside) => knownIn(resolved(beside, schemas), schemas)), properties);

const walk = (
  given: AnswerShape,
  value: unknown,
  place: string,
  schemas: AnswerTable['schemas'],
  on: OnObject,
): Drift[] => {
  const at = given.$ref ?? place;
  const shape = resolved(given, schemas);
  const go = (child: AnswerShape, part: unknown, step: string): Drift[] =>
    walk(child, part, `${at}/${step}`, schemas, on);
  if (shape.anyOf) {
    const ways = shape.anyOf.map((one, index) => go(one, value, `anyOf/${index}`));
    return ways.sort((one, other) => one.length - other.length)[0] ?? [];
  }
  const types = shape.type === undefined ? [] : [shape.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [{ kind: 'type', at }];
  if (shape.enum && !shape.enum.includes(value)) return [{ kind: 'word', at }];
  if (Array.isArray(value))
    return shape.items ? value.slice(0, mostElements).flatMap((one) => go(shape.items ?? {}, one, 'items')) : [];
  if (!isObject(value) || (!shape.properties && !shape.required && !shape.additionalProperties)) return [];
  const { required = [], additionalProperties } = shape;
  const known = knownIn(shape, schemas);
  on(at, Object.keys(known), value);
  const parts = Object.entries(value).flatMap(([name, part]): Drift[] => {
    // What may be left out may as well be null.
    if (part === null && !required.includes(name) && Object.hasOwn(known, name)) return [];
    if (Object.hasOwn(known, name)) return go(known[name] ?? {}, part, `properties/${escaped(name)}`);
    if (typeof additionalProperties === 'object') return go(additionalProperties, part, 'additionalProperties');
    return additionalProperties ? [] : [{ kind: 'property', at: `${at}/properties/${shownName(name)}` }];
  });
  const unknown = parts.filter(({ kind }) => kind === 'property').length;
  const told = unknown > mostNames ? parts.filter(({ kind }) => kind !== 'property') : parts;
  return [
    ...told,
    ...(unknown > mostNames ? [{ kind: 'property', at: `${at}/properties/*` } as const] : []),
    ...required
      .filter((name) => !Object.hasOwn(value, name))
      .map((name): Drift => ({ kind: 'missing', at: `${at}/properties/${escaped(name)}` })),
  ];
};

const isBroken = ({ kind }: Drift): boolean => kind === 'type' || kind === 'missing';

const nobody: OnObject = () => {};

/** What of an answer its contract does not know; nothing of an operation that is not in it. */
export const judgeAnswer = (table: AnswerTable, answer: Answer, on: OnObject = nobody): readonly Drift[] => {
  const { operation, status, type, body } = answer;
  const known = Object.hasOwn(table.operations, operation) ? table.operations[operation] : undefined;
  if (!known) return [];
  const at = `#/paths/${escaped(known.path)}/${known.method.toLowerCase()}/responses/${status}`;
  const range = `${Math.floor(status / 100)}XX`;
  const content = known.answers[status] ?? known.answers[range] ?? known.answers.default;
  if (!content) return [{ kind: 'status', at }];
  const types = Object.keys(content);
  if (body === undefined || types.length === 0) return [];
  const [media = ''] = (type ?? '').toLowerCase().split(';');
  const place = content[media.trim()];
  const isJson = /[/+]json$/.test(media.trim());
  const first = content[types[0] ?? ''];
  const other: Drift[] = place === undefined ? [{ kind: 'media-type', at: `${at}/content` }] : [];
  if (first === undefined || (place === undefined && !isJson)) return other;
  const found = walk({ $ref: place ?? first }, body, place ?? first, table.schemas, on);
  if (!found.some(isBroken)) return [...other, ...found];
  if (status >= 400) return [...other, { kind: 'error', at: place ?? first }];
  // A provider may refuse under a 2xx status, in the shape of its errors.
  const errors = Object.entries(known.answers).flatMap(([code, each]) => (code >= '4' ? Object.values(each) : []));
  const isError = errors.some((error) => !walk({ $ref: error }, body, error, table.schemas, nobody).some(isBroken));
  return isError ? other : [...other, ...found];
};
