import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const document = (media: string, response: string) => `
openapi: 3.1.0
paths:
  /users:
    post:
      requestBody: { content: { application/json: { ${media} } } }
      responses: { '200': { content: { application/json: { schema: { ${response} } } } } }
components: { schemas: { Closed: { type: object, additionalProperties: false }, Open: { type: object } } }
`;
const operation = (request: string, response: string) => document(`schema: { ${request} }`, response);
const closed = 'type: object, additionalProperties: false';
const open = 'type: object';
const media = '#/paths/~1users/post/requestBody/content/application~1json';
const request = `${media}/schema`;
const response = '#/paths/~1users/post/responses/200/content/application~1json/schema';

const holding = (properties: string) => operation(`${closed}, properties: { ${properties} }`, open);
const ofRequests = lintLater('closed-requests-open-responses', {
  right: operation(closed, open),
  closedBesideReference: operation('$ref: "#/components/schemas/Open", additionalProperties: false', open),
  condition: operation(`${closed}, if: { properties: { a: {} } }, then: { properties: { a: { minLength: 1 } } }`, open),
  typed: holding(
    'a: { enum: [a] }, b: { const: 1 }, c: { oneOf: [{ type: string }, { const: 1 }] }, d: { description: Any JSON value. }',
  ),
  tuple: holding('a: { type: array, prefixItems: [{ type: string }], items: false }'),
  open: operation(open, open),
  openInside: holding('tags: { type: array, items: { properties: {} } }'),
  openInTuple: holding('tags: { type: array, items: false, prefixItems: [{ type: object }] }'),
  openBranch: operation(`anyOf: [{ ${closed} }, { ${open} }]`, open),
  openReference: holding('a: { $ref: "#/components/schemas/Open" }, b: { $ref: "#/components/schemas/Open" }'),
  openBesideReference: operation('$ref: "#/components/schemas/Closed", additionalProperties: true', open),
  map: operation('type: object, additionalProperties: { type: string }', open),
  mapInside: holding(
    'tags: { type: object, additionalProperties: { type: string } }, any: { type: object, description: Any JSON object. }',
  ),
  mapOfAnything: holding('tags: { type: object, additionalProperties: {} }'),
  patternProperties: operation(`${closed}, patternProperties: { '^a': { type: string } }`, open),
  composed: operation(`allOf: [{ ${closed} }]`, open),
  withoutSchema: document('examples: {}', open),
  withoutType: operation('description: Something.', open),
  propertyWithoutType: holding('a: { description: Something. }, b: { anyOf: [{ type: string }, { minLength: 1 }] }'),
  arrayOfAnything: holding('a: { type: array }'),
});
const shut = 'A request schema is closed: add additionalProperties: false, or the schema of its values if it is a map.';
const untyped = 'A request schema says what it takes: give it a type, or a description that begins with "Any JSON".';

test('request schemas are closed', async () => {
  expect(await ofRequests()).toEqual({
    right: [],
    closedBesideReference: [],
    condition: [],
    typed: [],
    tuple: [],
    open: [`${request}: ${shut}`],
    openInside: [`${request}/properties/tags/items: ${shut}`],
    openInTuple: [`${request}/properties/tags/prefixItems/0: ${shut}`],
    openBranch: [`${request}/anyOf/1: ${shut}`],
    openReference: [`#/components/schemas/Open: ${shut}`],
    openBesideReference: [`${request}: ${shut}`],
    map: [`${request}: ${shut}`],
    mapInside: [],
    mapOfAnything: [`${request}/properties/tags: ${shut}`],
    patternProperties: [
      `${request}/patternProperties: A request schema names its properties: take patternProperties away.`,
    ],
    composed: [`${request}: A request schema is flat: write the parts of this allOf as one.`],
    withoutSchema: [`${media}: A request body has a schema.`],
    withoutType: [`${request}: ${untyped}`],
    propertyWithoutType: [`${request}/properties/a: ${untyped}`, `${request}/properties/b: ${untyped}`],
    arrayOfAnything: [`${request}/properties/a: A request array says what it holds: add items.`],
  });
});

const fromProvider = (schema: string) =>
  `{ post: { requestBody: { content: { application/json: { schema: { ${schema} } } } } } }`;
const webhook = (schema: string) =>
  operation(closed, open).replace('paths:', `webhooks: { changed: ${fromProvider(schema)} }\npaths:`);
const callback = (schema: string) =>
  operation(closed, open).replace('post:', `post:\n      callbacks: { done: { '{$url}': ${fromProvider(schema)} } }`);
const ofResponses = lintLater('closed-requests-open-responses', {
  map: operation(closed, 'type: object, additionalProperties: { type: string }'),
  openWebhook: webhook(open),
  openCallback: callback(open),
  closed: operation(closed, closed),
  closedInside: operation(closed, `${open}, properties: { data: { ${closed} } }`),
  closedBesideReference: operation(closed, '$ref: "#/components/schemas/Open", additionalProperties: false'),
  closedByNothing: operation(closed, `${open}, additionalProperties: { not: {} }`),
  closedByEvaluation: operation(closed, `${open}, unevaluatedProperties: false`),
  closedByNames: operation(closed, `${open}, propertyNames: { enum: [id] }`),
  closedByNumber: operation(closed, `${open}, maxProperties: 3`),
  closedInThen: operation(closed, `${open}, if: { ${closed} }, then: { ${closed} }`),
  closedWebhook: webhook(closed),
  closedCallback: callback(closed),
});
const opened = (keyword: string) => `A response schema is open: take ${keyword} away.`;

test('response schemas are open, and so are the bodies of webhooks and callbacks', async () => {
  expect(await ofResponses()).toEqual({
    map: [],
    openWebhook: [],
    openCallback: [],
    closed: [`${response}: ${opened('additionalProperties: false')}`],
    closedInside: [`${response}/properties/data: ${opened('additionalProperties: false')}`],
    closedBesideReference: [`${response}: ${opened('additionalProperties: false')}`],
    closedByNothing: [`${response}: ${opened('additionalProperties: false')}`],
    closedByEvaluation: [`${response}: ${opened('unevaluatedProperties: false')}`],
    closedByNames: [`${response}: ${opened('propertyNames')}`],
    closedByNumber: [`${response}: ${opened('maxProperties')}`],
    closedInThen: [`${response}/then: ${opened('additionalProperties: false')}`],
    closedWebhook: [
      `#/webhooks/changed/post/requestBody/content/application~1json/schema: ${opened('additionalProperties: false')}`,
    ],
    closedCallback: [
      `#/paths/~1users/post/callbacks/done/{$url}/post/requestBody/content/application~1json/schema: ${opened('additionalProperties: false')}`,
    ],
  });
});
