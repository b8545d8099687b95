import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const schema = (extension: string) => `
openapi: 3.1.0
info: { title: t, version: 1.0.0 }
paths: {}
components:
  schemas:
    User:
      type: object
      properties: { x-name-of-a-header: { type: string } }
      ${extension}
`;

const update = (extension: string, id = 'updateUser') => `
openapi: 3.1.0
paths:
  /users/{user_id}/kyc: { post: { operationId: startKyc, responses: {} } }
  /users/{user_id}: { patch: { operationId: ${id}, ${extension}, responses: {} } }
`;

const verdicts = lintLater('known-extensions', {
  known: schema('x-source: { evidence: seed, from: Update User }'),
  knownList: schema(
    'x-source: [{ evidence: seed, from: Update User }, { evidence: vendor, from: "https://vendor.example" }]',
  ),
  misspelt: schema('x-updateable: [verified]'),
  misplaced: schema('x-retry: safe'),
  statusWithoutList: schema('x-updatable: unverified'),
  unknownEvidence: schema('x-source: { evidence: hearsay, from: Update User }'),
  vendorWithoutAddress: schema('x-source: { evidence: vendor, from: the docs }'),
  vendorWithoutHost: schema('x-source: { evidence: vendor, from: "https://docs" }'),
  vendorWithSpaces: schema('x-source: { evidence: vendor, from: "https:// docs.example.com" }'),
  names: `
openapi: 3.1.0
security: [{ x-key: [] }]
paths: { /users: { get: { responses: { '200': { headers: { x-rate: { schema: { type: integer } } } } } } } }
components:
  securitySchemes: { x-key: { type: apiKey, in: header, name: x-key } }
  parameters: { x-parameter: { name: x-parameter, in: header } }
  schemas: { x-schema: { patternProperties: { x-header: {} } } }
`,
  misspeltInResponse: 'openapi: 3.1.0\npaths: { /users: { get: { responses: { "200": { x-soruce: a } } } } }',
  unnumberedConflict: schema('x-conflict: { dates: One page says this. }'),
  conflictWithoutSentence: schema('x-conflict: { MAC-1: two spellings }'),
  besideReference: schema('properties: { name: { $ref: "#/components/schemas/User", x-updateable: [] } }').replace(
    'properties: { x-name-of-a-header: { type: string } }',
    '',
  ),
  after: update('x-update: partial, x-after: startKyc'),
  afterOfAnotherContract: update('x-update: partial, x-after: updateUser', 'patchUser'),
  afterWithoutUpdate: update('x-after: startKyc'),
  settle: update('x-update: partial, x-settle: { seconds: 60, evidence: assumed, from: No page says. }'),
  settleWithoutUpdate: update('x-settle: { seconds: 60, evidence: assumed, from: No page says. }'),
  settleWithoutSource: update('x-update: partial, x-settle: { seconds: 60 }'),
  settleByHearsay: update('x-update: partial, x-settle: { seconds: 60, evidence: vendor, from: a call }'),
  settleInWords: update('x-update: partial, x-settle: { seconds: a minute, evidence: assumed, from: No page says. }'),
  afterList: update('x-update: partial, x-after: [startKyc]'),
  event: 'openapi: 3.1.0\nwebhooks: { done: { post: { x-event: { name: $request.body#/data/event_type } } } }',
  eventOfACall: 'openapi: 3.1.0\npaths: { /users: { get: { x-event: { id: $request.header.x-id }, responses: {} } } }',
  eventNowhere: 'openapi: 3.1.0\nwebhooks: { done: { post: { x-event: { name: event } } } }',
  retryOfAWebhook: 'openapi: 3.1.0\nwebhooks: { done: { post: { x-retry: safe } } }',
  unknownRetry: 'openapi: 3.1.0\npaths: { /users: { get: { x-retry: sometimes, responses: {} } } }',
});

test('x- keys are those of the vocabulary, where they mean something, and well-formed', async () => {
  expect(await verdicts()).toEqual({
    known: [],
    knownList: [],
    misspelt: [
      '#/components/schemas/User/x-updateable: x-updateable is no key of our vocabulary; specs/README.md lists those that are.',
    ],
    misplaced: ['#/components/schemas/User/x-retry: x-retry means nothing on a Schema; it belongs on: Operation.'],
    statusWithoutList: ['#/components/schemas/User/x-updatable: x-updatable is malformed: its value must be array.'],
    unknownEvidence: [
      '#/components/schemas/User/x-source: x-source is malformed: /evidence must be equal to one of the allowed values.',
    ],
    vendorWithoutAddress: [
      '#/components/schemas/User/x-source: x-source is malformed: /from must match pattern "^https://[^/ ]+\\.[^/ ]+".',
    ],
    vendorWithoutHost: [
      '#/components/schemas/User/x-source: x-source is malformed: /from must match pattern "^https://[^/ ]+\\.[^/ ]+".',
    ],
    vendorWithSpaces: [
      '#/components/schemas/User/x-source: x-source is malformed: /from must match pattern "^https://[^/ ]+\\.[^/ ]+".',
    ],
    names: [],
    misspeltInResponse: [
      '#/paths/~1users/get/responses/200/x-soruce: x-soruce is no key of our vocabulary; specs/README.md lists those that are.',
    ],
    unnumberedConflict: [
      '#/components/schemas/User/x-conflict: x-conflict is malformed: its value must match pattern "^[A-Z]{3}-[1-9][0-9]*$".',
    ],
    conflictWithoutSentence: [
      '#/components/schemas/User/x-conflict: x-conflict is malformed: /MAC-1 must match pattern "^[^ ].*[.]$".',
    ],
    besideReference: [
      '#/components/schemas/User/properties/name/x-updateable: x-updateable is no key of our vocabulary; specs/README.md lists those that are.',
    ],
    after: [],
    afterOfAnotherContract: [
      '#/paths/~1users~1{user_id}/patch/x-after: updateUser is no operationId of this contract.',
    ],
    afterWithoutUpdate: [
      '#/paths/~1users~1{user_id}/patch/x-after: x-after means nothing here; it follows an x-update.',
    ],
    settle: [],
    settleWithoutUpdate: [
      '#/paths/~1users~1{user_id}/patch/x-settle: x-settle means nothing here; it stands beside an x-update.',
    ],
    settleWithoutSource: [
      "#/paths/~1users~1{user_id}/patch/x-settle: x-settle is malformed: its value must have required property 'evidence'.",
    ],
    settleByHearsay: [
      '#/paths/~1users~1{user_id}/patch/x-settle: x-settle is malformed: /from must match pattern "^https://[^/ ]+\\.[^/ ]+".',
    ],
    settleInWords: ['#/paths/~1users~1{user_id}/patch/x-settle: x-settle is malformed: /seconds must be integer.'],
    afterList: ['#/paths/~1users~1{user_id}/patch/x-after: x-after is malformed: its value must be string.'],
    event: [],
    eventOfACall: ['#/paths/~1users/get/x-event: x-event means nothing on a Operation; it belongs on: Webhook.'],
    eventNowhere: [
      '#/webhooks/done/post/x-event: x-event is malformed: /name must match pattern "^\\$request\\.(?:header\\.[A-Za-z0-9_-]+|body#(?:/[A-Za-z0-9_]+)+)$".',
    ],
    retryOfAWebhook: ['#/webhooks/done/post/x-retry: x-retry means nothing on a Webhook; it belongs on: Operation.'],
    unknownRetry: [
      '#/paths/~1users/get/x-retry: x-retry is malformed: its value must be equal to one of the allowed values.',
    ],
  });
});
