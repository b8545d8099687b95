import { malformedExtension, malformedKeyword } from './check-schema.ts';
import type { Json, JsonObject } from './contracts.ts';
import { formats, longestMatched } from './formats.ts';
import { answerMediaFlaw, requestMediaFlaw } from './media.ts';
import { type Content, contents, type NodeKind } from './node-kinds.ts';
import type { Path } from './read-contract.ts';
import { parseReference } from './references.ts';
import { securityFlaw } from './security.ts';
import { vocabulary } from './vocabulary.ts';

type Fail = (path: Path, message: string) => never;

const isMap = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: Json): boolean => typeof value !== 'object' || value === null;

const regularExpressionFlaw = (pattern: string): string | undefined => {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch {
    return 'This is no regular expression under the u flag.';
  }
};

const statusCode = /^([245][0-9]{2}|default)$/;
/** A receiver may answer with any of a hundred. */
const answerCode = /^([245]([0-9]{2}|XX)|default)$/;

const oneMedia = (value: Json): string | undefined =>
  isMap(value) && Object.keys(value).length > 1 ? 'A body of several media types is not handled; keep one.' : undefined;

/** What is wrong with the value of one key, beyond what the tables say. */
const flaws: { [Key: string]: (value: Json, node: JsonObject) => string | undefined } = {
  'Schema.format': (value) =>
    typeof value === 'string' && Object.hasOwn(formats, value)
      ? undefined
      : `The format ${value} is not handled; say it in the description.`,
  'Schema.pattern': (value, { maxLength }) =>
    typeof maxLength === 'number' && maxLength * 2 <= longestMatched
      ? regularExpressionFlaw(String(value))
      : `A pattern needs a maxLength of ${longestMatched / 2} at most: it is not tried on longer texts.`,
  'Schema.oneOf': (_, { anyOf }) => (anyOf === undefined ? undefined : 'oneOf is not handled beside anyOf.'),
  'Parameter.in': (value, { $ref }) =>
    $ref === undefined && value === 'cookie' ? 'Cookies are not handled.' : undefined,
  'RequestBody.content': oneMedia,
  'Response.content': oneMedia,
  'Schema.const': (value) => (isScalar(value) ? undefined : 'Only a const of one scalar is handled.'),
  'Schema.enum': (value) =>
    Array.isArray(value) && value.every(isScalar) ? undefined : 'Only an enum of scalars is handled.',
  'SecurityScheme.type': (_, node) => securityFlaw(node),
};

/** What to write in the place of a key that real documents have, in words that go on from what is wrong. */
const waysOut: Readonly<Record<string, string>> = {
  allOf: '; write what it joins as one schema',
  nullable: ": OpenAPI 3.1 writes a type 'null' beside the others",
  externalDocs: '; leave it out',
  termsOfService: '; leave it out',
  callbacks: '; leave it out, or describe a webhook',
  links: '; leave it out',
  xml: '; leave it out',
  example: '; name it under examples',
  explode: '; leave it out: a parameter is one value',
  style: '; leave it out: a parameter is one value',
  patternProperties: '; a map has additionalProperties with a schema',
};

/** What is wrong with one key of a map. */
const keyFlaws: { [Key: string]: (key: string) => string | undefined } = {
  'RequestBody.content': requestMediaFlaw,
  'Response.content': answerMediaFlaw,
  'Response.headers': (key) =>
    key.toLowerCase() === 'location' ? undefined : `The header ${key} is not handled; take it away.`,
  'Operation.responses': (key) => (statusCode.test(key) ? undefined : `The status ${key} is not handled.`),
  'Webhook.responses': (key) => (answerCode.test(key) ? undefined : `The status ${key} is not handled.`),
};

/** With two words it can be no word of JavaScript's, and no name that the validators use among themselves. */
const operationId = /^[a-z]+(?:[A-Z][a-z0-9]*)+$/;

/** Throws through `fail` at the first thing that the generator does not handle: nothing is dropped in silence. */
export const checkContract = (document: Json, fail: Fail): void => {
  const operations = new Set<Json>();

  const component = (reference: Json | undefined): JsonObject | undefined => {
    const { section = '', name = '' } = (typeof reference === 'string' && parseReference(reference)) || {};
    const found = ((document as JsonObject).components as Record<string, JsonObject> | undefined)?.[section]?.[name];
    return isMap(found) ? found : undefined;
  };

  /** What else is said of the value of a node: by what it refers to, by its alternatives and by its branches. */
  const sameValueAs = ({ $ref, anyOf, oneOf, not, if: condition, then, else: otherwise }: JsonObject): JsonObject[] =>
    [component($ref), anyOf, oneOf, not, condition, then, otherwise].flat().filter(isMap);

  const checkReference = (reference: Json, kind: NodeKind, path: Path): void => {
    const { section = '' } = (typeof reference === 'string' && parseReference(reference)) || {};
    if (contents.Components[section] !== `${kind}{}`)
      fail(path, `The $ref ${reference} is not handled; it must lead to a ${kind} in this file's components.`);
    if (!component(reference)) fail(path, `The $ref ${reference} leads nowhere.`);
    const target = component(reference);
    const seen = new Set<JsonObject>();
    const follow = (node: JsonObject | undefined): void => {
      for (const next of node ? sameValueAs(node) : []) {
        if (next === target) fail(path, `The $ref ${reference} leads back to itself.`);
        if (seen.has(next)) continue;
        seen.add(next);
        follow(next);
      }
    };
    follow(target);
  };

  const checkOperation = (node: JsonObject, path: Path): void => {
    const id = node.operationId;
    if (typeof id !== 'string' || !operationId.test(id))
      fail(path, 'This operation has no operationId of a verb and a noun, as in updateUser.');
    if (operations.has(id as Json)) fail([...path, 'operationId'], `Another operation is called ${id} too.`);
    operations.add(id as Json);
  };

  const checkWebhook = (node: JsonObject, path: Path): void => {
    const name = path.at(-2);
    if (typeof name !== 'string' || !operationId.test(name))
      fail(path, 'The name of a webhook says what has happened, as in userKycChanged.');
    if (node.operationId !== name) fail(path, `The operationId of a webhook is its name, ${name}.`);
    checkOperation(node, path);
  };

  const checkExtension = (key: string, value: Json, kind: NodeKind, path: Path): void => {
    const on = vocabulary[key]?.on;
    if (on === undefined)
      fail(
        path,
        `The key ${key} is not in our vocabulary (specs/README.md); leave out a key of the vendor's own, as \`npm run import\` does.`,
      );
    else if (on !== 'any' && !on.includes(kind)) fail(path, `The key ${key} means nothing on a ${kind}.`);
    const flaw = malformedExtension(key, value);
    if (flaw) fail(path, flaw);
    if (key === 'x-undecided') fail(path, `This is not decided: ${[value].flat()[0]}.`);
  };

  const checkContent = (value: Json, content: Content, owner: string, path: Path): void => {
    if (content === 'data') return;
    const kind = content.replace(/\[]$|{}$/, '') as NodeKind;
    if (content.endsWith('[]')) {
      if (!Array.isArray(value)) fail(path, 'This must be a list.');
      for (const [index, item] of value.entries()) checkNode(item, kind, [...path, index]);
    } else if (content.endsWith('{}')) {
      if (!isMap(value)) fail(path, 'This must be a map.');
      for (const [key, item] of Object.entries(value)) {
        const flaw = keyFlaws[owner]?.(key);
        if (flaw) fail([...path, key], flaw);
        checkNode(item, kind, [...path, key]);
      }
    } else checkNode(value, kind, path);
  };

  const checkNode = (node: Json, kind: NodeKind, path: Path): void => {
    if (kind === 'Schema' && typeof node === 'boolean' && path.at(-1) === 'additionalProperties') return;
    if (!isMap(node)) fail(path, `This must be a ${kind}.`);
    if (kind === 'Operation') checkOperation(node, path);
    if (kind === 'Webhook') checkWebhook(node, path);
    if (kind === 'WebhookItem' && node.post === undefined) fail(path, 'This webhook has no post.');
    if (kind === 'MediaType' && node.schema === undefined) fail(path, 'This media type has no schema.');
    const isWholeSchema = kind === 'Schema' && (path.at(-1) === 'schema' || path.at(-2) === 'schemas');
    const malformed = isWholeSchema && malformedKeyword(node);
    if (malformed) fail([...path, ...malformed.path], malformed.message);
    const isReference = node.$ref !== undefined;
    if (isReference) checkReference(node.$ref as Json, kind, [...path, '$ref']);
    for (const [key, value] of Object.entries(node)) {
      const at = [...path, key];
      const content = contents[kind][key];
      if (key.startsWith('x-')) checkExtension(key, value, kind, at);
      else if (key === '$ref') continue;
      else if (content === undefined) fail(at, `The key ${key} is not handled on a ${kind}${waysOut[key] ?? ''}.`);
      else if (isReference && kind !== 'Schema' && key !== 'summary' && key !== 'description')
        fail(at, `The key ${key} is not handled beside a $ref.`);
      else {
        const flaw = flaws[`${kind}.${key}`]?.(value, node);
        if (flaw) fail(at, flaw);
        checkContent(value, content, `${kind}.${key}`, at);
      }
    }
  };

  if (!isMap(document)) fail([], 'This is no OpenAPI document.');
  if (!/^3\.1\./.test(String(document.openapi)))
    fail(['openapi'], 'Only OpenAPI 3.1 is handled; rewrite this document in it, as `npm run import` does.');
  checkNode(document, 'Root', []);
  if (operations.size === 0) fail(['paths'], 'This contract has no operation.');
};
