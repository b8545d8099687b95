import { expect, test } from 'vitest';
import { renderFiles } from '../print/render-contract.ts';
import { golden, goldenText } from '../testing/golden.ts';
import { parseContract } from './read-contract.ts';

/** What is put in the place of what, and what is then said of the line that holds `at` (or the new text). */
interface Case {
  replace: [wanted: string, by: string];
  at?: string;
  message: string;
}

const strayRule =
  'x-updatable means nothing here: it belongs to the bodies of operations with x-update, to properties and to members of objects that are written out there.';

const cases: Record<string, Case> = {
  'a keyword that is not handled': {
    replace: ['tags: { type: array,', 'tags: { uniqueItems: true, type: array,'],
    message: 'The key uniqueItems is not handled on a Schema.',
  },
  'a keyword of OpenAPI 3.0': {
    replace: ['balance: { type: number }', 'balance: { type: number, nullable: true }'],
    message: "The key nullable is not handled on a Schema: OpenAPI 3.1 writes a type 'null' beside the others.",
  },
  'a key that is not handled': {
    replace: ['operationId: listUsers', 'operationId: listUsers\n      callbacks: {}'],
    at: 'callbacks',
    message: 'The key callbacks is not handled on a Operation; leave it out, or describe a webhook.',
  },
  'a misspelt x- key': {
    replace: ['x-effect:', 'x-efect:'],
    message:
      "The key x-efect is not in our vocabulary (specs/README.md); leave out a key of the vendor's own, as `npm run import` does.",
  },
  'an x- key where it means nothing': {
    replace: ['operationId: listUsers', 'operationId: listUsers\n      x-role: identifier'],
    at: 'x-role: identifier',
    message: 'The key x-role means nothing on a Operation.',
  },
  'an x- key with another value': {
    replace: ['x-role: credential', 'x-role: else'],
    message: 'x-role is malformed: its value must be equal to one of the allowed values.',
  },
  'another version of OpenAPI': {
    replace: ['openapi: 3.1.0', 'openapi: 3.0.3'],
    message: 'Only OpenAPI 3.1 is handled; rewrite this document in it, as `npm run import` does.',
  },
  'an x- key beside a $ref': {
    replace: ["id: { $ref: '#/components/schemas/Id', description:", "id: { $ref: '#/components/schemas/Id', x-roll:"],
    message:
      "The key x-roll is not in our vocabulary (specs/README.md); leave out a key of the vendor's own, as `npm run import` does.",
  },
  'another media type': {
    replace: [
      "content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }",
      "content: { text/plain: { schema: { $ref: '#/components/schemas/Error' } } }",
    ],
    message:
      'The media type text/plain is not handled; take application/json or a relative of it (+json), without parameters.',
  },
  'a header of an answer': {
    replace: ["'204': { description: Gone. }", "'204': { description: Gone., headers: { ETag: { schema: {} } } }"],
    message: 'The header ETag is not handled; take it away.',
  },
  'a media type without a schema': {
    replace: ["application/json: { schema: { $ref: '#/components/schemas/Error' } }", 'application/json: {}'],
    message: 'This media type has no schema.',
  },
  'a $ref out of the file': {
    replace: ["ssn: { $ref: '#/components/schemas/Ssn' }", "ssn: { $ref: 'other.yaml#/Ssn' }"],
    message: "The $ref other.yaml#/Ssn is not handled; it must lead to a Schema in this file's components.",
  },
  'a $ref to another kind of node': {
    replace: ["ssn: { $ref: '#/components/schemas/Ssn' }", "ssn: { $ref: '#/components/parameters/XDate' }"],
    message:
      "The $ref #/components/parameters/XDate is not handled; it must lead to a Schema in this file's components.",
  },
  'a $ref to nothing': {
    replace: ["ssn: { $ref: '#/components/schemas/Ssn' }", "ssn: { $ref: '#/components/schemas/Snn' }"],
    message: 'The $ref #/components/schemas/Snn leads nowhere.',
  },
  'a $ref to itself': {
    replace: ['Id: { type: string, readOnly: true }', "Id: { $ref: '#/components/schemas/Id' }"],
    at: "id: { $ref: '#/components/schemas/Id', description",
    message: 'The $ref #/components/schemas/Id leads back to itself.',
  },
  'an alternative of itself': {
    replace: [
      'Id: { type: string, readOnly: true }',
      "Id: { anyOf: [{ $ref: '#/components/schemas/Id' }, { type: string }] }",
    ],
    at: "id: { $ref: '#/components/schemas/Id', description",
    message: 'The $ref #/components/schemas/Id leads back to itself.',
  },
  'one of itself': {
    replace: ['Id: { type: string, readOnly: true }', "Id: { oneOf: [{ $ref: '#/components/schemas/Id' }] }"],
    at: "id: { $ref: '#/components/schemas/Id', description",
    message: 'The $ref #/components/schemas/Id leads back to itself.',
  },
  'what is not itself': {
    replace: ['Id: { type: string, readOnly: true }', "Id: { not: { $ref: '#/components/schemas/Id' } }"],
    at: "id: { $ref: '#/components/schemas/Id', description",
    message: 'The $ref #/components/schemas/Id leads back to itself.',
  },
  'a condition of itself': {
    replace: [
      'Id: { type: string, readOnly: true }',
      "Id: { if: { $ref: '#/components/schemas/Id' }, then: { type: string } }",
    ],
    at: "id: { $ref: '#/components/schemas/Id', description",
    message: 'The $ref #/components/schemas/Id leads back to itself.',
  },
  'a branch of itself in an alternative': {
    replace: [
      'Id: { type: string, readOnly: true }',
      "Id: { if: { type: string }, else: { anyOf: [{ $ref: '#/components/schemas/Id' }] } }",
    ],
    at: "id: { $ref: '#/components/schemas/Id', description",
    message: 'The $ref #/components/schemas/Id leads back to itself.',
  },
  'more beside a $ref than a description': {
    replace: ["- $ref: '#/components/parameters/XDate'", "- { $ref: '#/components/parameters/XDate', required: true }"],
    message: 'The key required is not handled beside a $ref.',
  },
  'an operation without operationId': {
    replace: ['      operationId: listUsers\n', ''],
    at: '    get:',
    message: 'This operation has no operationId of a verb and a noun, as in updateUser.',
  },
  'an operationId that is a word of JavaScript': {
    replace: ['operationId: deleteUser', 'operationId: delete'],
    at: '    delete:',
    message: 'This operation has no operationId of a verb and a noun, as in updateUser.',
  },
  'two operations of one name': {
    replace: ['operationId: listUsers', 'operationId: createUser'],
    at: 'operationId: createUser\n      x-retry: safe',
    message: 'Another operation is called createUser too.',
  },
  'an unknown format': {
    replace: ['format: uuid', 'format: uid'],
    message: 'The format uid is not handled; say it in the description.',
  },
  'a body of two media types': {
    replace: [
      "content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }",
      'content: { application/json: { schema: {} }, application/problem+json: { schema: {} } }',
    ],
    message: 'A body of several media types is not handled; keep one.',
  },
  'parts that are joined': {
    replace: ['Id: { type: string, readOnly: true }', 'Id: { allOf: [{ type: string }] }'],
    message: 'The key allOf is not handled on a Schema; write what it joins as one schema.',
  },
  'a pattern without maxLength': {
    replace: [", pattern: '^[0-9]{9}$', maxLength: 9", ", pattern: '^[0-9]{9}$'"],
    at: '    Ssn:',
    message: 'A pattern needs a maxLength of 50000 at most: it is not tried on longer texts.',
  },
  'a pattern that is none': {
    replace: ["pattern: '^[0-9]{9}$'", "pattern: '^[0-9{9}$'"],
    message: 'This is no regular expression under the u flag.',
  },
  'a malformed keyword': {
    replace: ['age: { type: integer,', 'age: { type: intger,'],
    message: 'This is malformed: it must be equal to one of the allowed values.',
  },
  'an enum of objects': {
    replace: ['enum: [person, business]', 'enum: [person, {}]'],
    message: 'Only an enum of scalars is handled.',
  },
  'a const that is an object': {
    replace: ['version: { const: 1 }', 'version: { const: {} }'],
    message: 'Only a const of one scalar is handled.',
  },
  'oneOf beside anyOf': {
    replace: ['contact:\n', 'contact:\n          anyOf: [{}]\n'],
    at: 'oneOf:\n            - { type: string }\n            - { type: object, required: [phone]',
    message: 'oneOf is not handled beside anyOf.',
  },
  'a status that is neither success nor error': {
    replace: ["'204': { description: Gone. }", "'304': { description: Gone. }"],
    message: 'The status 304 is not handled.',
  },
  'a webhook of another name than its own': {
    replace: ['operationId: userChecked', 'operationId: userCheckd'],
    at: '    post:\n      operationId: userCheckd',
    message: 'The operationId of a webhook is its name, userChecked.',
  },
  'a webhook that says nothing': {
    replace: ['  userChecked:\n', '  checked:\n'],
    at: '    post:\n      operationId: userChecked',
    message: 'The name of a webhook says what has happened, as in userKycChanged.',
  },
  'a webhook of the name of an operation': {
    replace: [
      '  userChecked:\n    post:\n      operationId: userChecked',
      '  listUsers:\n    post:\n      operationId: listUsers',
    ],
    at: 'operationId: listUsers\n      security',
    message: 'Another operation is called listUsers too.',
  },
  'a rule of operations on a webhook': {
    replace: ['      operationId: userChecked\n', '      operationId: userChecked\n      x-retry: never\n'],
    at: 'x-retry: never\n      security',
    message: 'The key x-retry means nothing on a Webhook.',
  },
  'a webhook that is nothing': {
    replace: ['webhooks:\n', 'webhooks:\n  userGone: {}\n'],
    at: '  userGone: {}',
    message: 'This webhook has no post.',
  },
  'a webhook that is fetched': {
    replace: ['  userChecked:\n    post:', '  userChecked:\n    get: {}\n    post:'],
    at: 'get: {}',
    message: 'The key get is not handled on a WebhookItem.',
  },
  'an answer to a webhook that is none': {
    replace: ['        2XX: { description: Taken. }', '        3XX: { description: Taken. }'],
    message: 'The status 3XX is not handled.',
  },
  'a webhook without x-event': {
    replace: [
      goldenText.slice(
        goldenText.indexOf('      x-event:'),
        goldenText.indexOf('      requestBody:\n', goldenText.indexOf('      x-event:')),
      ),
      '',
    ],
    at: '    post:\n      operationId: userChecked',
    message: 'userChecked has no x-event.',
  },
  'a part of a webhook that leads nowhere': {
    replace: ['$request.body#/data/user_id', '$request.body#/data/user'],
    message: '$request.body#/data/user leads nowhere in this webhook.',
  },
  'a header of a webhook that is none': {
    replace: ['$request.header.X-Signature', '$request.header.X-Sign'],
    message: '$request.header.X-Sign leads nowhere in this webhook.',
  },
  'an update rule on the body of a webhook': {
    replace: [
      '        event: { type: string, enum: [check.done, check.failed] }',
      '        event: { type: string, enum: [check.done, check.failed], x-updatable: [] }',
    ],
    message: strayRule,
  },
  'a user who is never verified': {
    replace: [
      'x-verification: { property: status, verified: [DONE]',
      'x-verification: { property: status, verified: []',
    ],
    message: 'A user is verified or unverified by some word; only the events of a webhook may all mean one.',
  },
  'another security scheme': {
    replace: ['{ type: apiKey, in: header, name: api_key }', '{ type: http, scheme: digest }'],
    message:
      'The scheme digest is not handled; write it as a bearer token or a header, or leave it to code with type: mutualTLS.',
  },
  'a cookie': {
    replace: ['name: page, in: query', 'name: page, in: cookie'],
    message: 'Cookies are not handled.',
  },
  'a header without a name of its own': {
    replace: ['name: page, in: query', 'name: page, in: header'],
    message: 'A header must be declared in components.parameters: its name there names it in the code.',
  },
  'two headers of one name': {
    replace: [
      'ClientID: { type: apiKey, in: header, name: X-Client-Id }',
      'XDate: { type: apiKey, in: header, name: X-Other }',
    ],
    at: '    XDate:\n      name',
    message: 'Another header is called xDate too.',
  },
  'an operation without x-retry': {
    replace: ['      x-retry: safe\n', ''],
    at: '    get:',
    message: 'listUsers has no x-retry.',
  },
  'an x-after where nothing is updated': {
    replace: ['operationId: deleteUser\n', 'operationId: deleteUser\n      x-after: listUsers\n'],
    at: 'x-after: listUsers\n      x-retry: idempotent\n      responses',
    message: 'x-after means nothing here: it belongs to operations with x-update.',
  },
  'an x-settle where nothing is updated': {
    replace: [
      'operationId: deleteUser\n',
      'operationId: deleteUser\n      x-settle: { seconds: 1, evidence: assumed, from: No page says. }\n',
    ],
    at: 'x-settle: { seconds: 1',
    message: 'x-settle means nothing here: it belongs to operations with x-update.',
  },
  'an x-settle without a source': {
    replace: [
      '{ seconds: 90, evidence: assumed, from: No page says how long an update may take to show. }',
      '{ seconds: 90 }',
    ],
    at: 'x-settle:',
    message: "x-settle is malformed: its value must have required property 'evidence'.",
  },
  'an x-after that no operation has': {
    replace: ['x-after: listUsers', 'x-after: listUser'],
    message: 'listUser is no operation of this contract.',
  },
  'a property without a rule': {
    replace: [
      "reference: { type: string, x-updatable: [], x-source: { evidence: seed, from: 'Golden, Replace' } }",
      'reference: { type: string }',
    ],
    message: 'reference has neither x-updatable nor x-role.',
  },
  'a rule without a source': {
    replace: [
      "reference: { type: string, x-updatable: [], x-source: { evidence: seed, from: 'Golden, Replace' } }",
      'reference: { type: string, x-updatable: [] }',
    ],
    message: 'The rule of reference has no x-source.',
  },
  'a status that is none': {
    replace: [
      "name: { type: string, x-updatable: [unverified, verified], x-source: { evidence: seed, from: 'Golden, Update' } }",
      "name: { type: string, x-updatable: [unverified, RETYR], x-source: { evidence: seed, from: 'Golden, Update' } }",
    ],
    message: 'RETYR is neither unverified, nor verified, nor a word of x-verification.',
  },
  'a body without x-rules-documented': {
    replace: ['      x-rules-documented: true\n', ''],
    at: '    PersonUpdate:',
    message: 'PersonUpdate has no x-rules-documented.',
  },
  'a rule in another schema': {
    replace: ['city: { type: string }', 'city: { type: string, x-updatable: [] }'],
    message: strayRule,
  },
  'a rule of what only the provider sets': {
    replace: [
      "        id: { $ref: '#/components/schemas/Id' }\n        name:\n",
      "        id: { $ref: '#/components/schemas/Id', x-updatable: [] }\n        name:\n",
    ],
    at: 'x-updatable: [] }\n        name',
    message: strayRule,
  },
  'an update body that is not in the components': {
    replace: ["                - $ref: '#/components/schemas/BusinessUpdate'", '                - { type: object }'],
    at: '      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              description',
    message: 'The body of an update must be a $ref to its schema.',
  },
  'one body of two updates': {
    replace: [
      "schema: { $ref: '#/components/schemas/UserReplacement' }",
      "schema: { $ref: '#/components/schemas/BusinessUpdate' }",
    ],
    at: '    BusinessUpdate:',
    message: 'Another export of rules.ts is called businessUpdate too.',
  },
  'an operation that is called like the check of a body': {
    replace: ['operationId: listUsers', 'operationId: validateUserReplacement'],
    at: '    UserReplacement:',
    message: 'Another export of validators.js is called validateUserReplacement too.',
  },
  'verifications that differ': {
    replace: [
      'property: state, verified: [DONE], unverified: [OPEN, CHECKING]',
      'property: state, verified: [DONE], unverified: [OPEN]',
    ],
    message: 'This x-verification and that of User differ.',
  },
  'a verification without that of the user': {
    replace: [
      '      x-verification: { property: status, verified: [DONE], unverified: [OPEN, CHECKING], unknown: [CLOSED] }\n',
      '',
    ],
    at: 'property: state',
    message: 'x-verification must stand on the schema User too: its status decides what may change.',
  },
  'a verification that is in no component': {
    replace: ['origin:\n', 'origin:\n          x-verification: { property: a, verified: [b], unverified: [c] }\n'],
    at: 'property: a,',
    message: 'x-verification means nothing here: it belongs to a schema in components.',
  },
  'a key that stands twice': {
    replace: ['  title: Golden, users\n', '  title: Golden, users\n  title: Golden\n'],
    at: '  title: Golden\n',
    message: 'Map keys must be unique',
  },
  'a map that is none': {
    replace: ['  securitySchemes:\n', '  examples: []\n  securitySchemes:\n'],
    at: 'examples: []',
    message: 'This must be a map.',
  },
};

const failureOf = async (text: string): Promise<string> =>
  Promise.resolve(text)
    .then((source) => renderFiles(parseContract(golden, source)))
    .then(
      () => 'nothing',
      (error: Error) => `${error.name}: ${error.message}`,
    );

test.each(Object.entries(cases))('%s', async (_, { replace: [wanted, by], at = by, message }) => {
  expect(goldenText).toContain(wanted);
  const text = goldenText.replace(wanted, () => by);
  expect(text).toContain(at);
  const line = text.slice(0, text.indexOf(at)).split('\n').length;
  expect(await failureOf(text)).toBe(`ContractError: ${golden.path}:${line}: ${message}`);
});

test('two bodies that are called alike in the code', async () => {
  expect(await failureOf(goldenText.replaceAll('BusinessUpdate', 'person_Update'))).toMatch(
    'Another export of validators.js is called validatePersonUpdate too.',
  );
});

test.each([
  [
    'of no version',
    'info: { title: Golden }',
    'Only OpenAPI 3.1 is handled; rewrite this document in it, as `npm run import` does.',
  ],
  ['without an operation', 'openapi: 3.1.0\npaths: {}', 'This contract has no operation.'],
])('a contract %s', async (_, text, message) => {
  expect(await failureOf(text)).toMatch(/^ContractError: .*:\d+: /);
  expect(await failureOf(text)).toContain(message);
});
