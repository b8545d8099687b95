import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const operation = (request: string, response: string, parts = '', headers = '', parameters = '') => `
openapi: 3.1.0
paths:
  /users:
    post:
      parameters: [${parameters}]
      requestBody: { content: { application/json: { schema: { properties: { ${request} } } } } }
      responses: { '200': { headers: { ${headers} }, content: { application/json: { schema: { ${response} } } } } }
components: { schemas: { Text: { type: string }, ${parts} } }
`;
const hidden = 'type: string, writeOnly: true, format: password';
const operationAt = '#/paths/~1users/post';
const request = `${operationAt}/requestBody/content/application~1json/schema/properties`;
const response = `${operationAt}/responses/200/content/application~1json/schema/properties`;
const show = 'is sensitive: make it writeOnly, with format: password.';
const clear =
  'is sensitive: leave it out of responses, or make it a string with a pattern that only a masked value fits.';

const inRequests = lintLater('sensitive-properties-are-hidden', {
  hidden: operation(`ssn: { ${hidden} }, api_key: { ${hidden} }, city: { type: string }`, 'properties: { city: {} }'),
  hiddenBesideReference: operation('ssn: { $ref: "#/components/schemas/Text", writeOnly: true, format: password }', ''),
  hiddenBranches: operation('ssn: { writeOnly: true, format: password, anyOf: [{ minLength: 9 }, { const: "" }] }', ''),
  hiddenItems: operation(`secrets: { type: array, items: { ${hidden} } }`, ''),
  condition: operation(`ssn: { ${hidden} }`, '').replace('schema: {', 'schema: { if: { properties: { ssn: {} } },'),
  shown: operation('ssn: { type: string }', ''),
  notWriteOnly: operation('api_key: { type: string, format: password }', ''),
  nested: operation('documents: { items: { properties: { document_value: { writeOnly: true } } } }', ''),
  camelCase: operation('ssnNumber: {}, clientSecret: {}, APIKey: {}', ''),
  otherNumbers: operation('national_id: {}, passport_number: {}, social_security: {}', ''),
  morePapers: operation('id_number: {}, identificationNumber: {}, government_id: {}, passport: {}', ''),
  aPassportInParts: operation('passport: { properties: { number: {}, country: {}, passport_number: {} } }', ''),
  noNumbers: operation('valid_number: {}, passport_country: {}, id: {}, government: {}', ''),
  anId: operation('token: { type: string, x-role: identifier }', 'properties: { token: { x-role: identifier } }'),
  shared: operation('city: { $ref: "#/components/schemas/Text" }, ssn: { $ref: "#/components/schemas/Text" }', ''),
  sharedArray: operation(
    'cities: { $ref: "#/components/schemas/Texts" }, secrets: { $ref: "#/components/schemas/Texts" }',
    '',
    'Texts: { type: array, items: { type: string } }',
  ),
  patternProperty: operation('', '').replace('schema: {', 'schema: { patternProperties: { ^ssn: {} },'),
});

test('SSNs, secrets and documents are masked in requests', async () => {
  expect(await inRequests()).toEqual({
    hidden: [],
    hiddenBesideReference: [],
    hiddenBranches: [],
    hiddenItems: [],
    condition: [],
    shown: [`${request}/ssn: ssn ${show}`],
    notWriteOnly: [`${request}/api_key: api_key ${show}`],
    nested: [`${request}/documents/items/properties/document_value: document_value ${show}`],
    camelCase: ['ssnNumber', 'clientSecret', 'APIKey'].map((name) => `${request}/${name}: ${name} ${show}`),
    otherNumbers: ['national_id', 'passport_number', 'social_security'].map(
      (name) => `${request}/${name}: ${name} ${show}`,
    ),
    morePapers: ['id_number', 'identificationNumber', 'government_id', 'passport'].map(
      (name) => `${request}/${name}: ${name} ${show}`,
    ),
    aPassportInParts: [`${request}/passport/properties/passport_number: passport_number ${show}`],
    noNumbers: [],
    anId: [],
    shared: [`${request}/ssn: ssn ${show}`],
    sharedArray: [`${request}/secrets: secrets ${show}`],
    patternProperty: [`${request.replace('properties', 'patternProperties')}/^ssn: ^ssn ${show}`],
  });
});

const lastFour = "pattern: '^[0-9]{4}$', maxLength: 4";
const mask = `type: string, ${lastFour}`;
const byKind = (kind: string, condition: string, then = mask) =>
  operation(
    '',
    `properties: { document_value: {}, ${kind} }, if: { ${condition} }, then: { properties: { document_value: { ${then} } } }`,
  );
const kind = 'document_type: { type: string, examples: [SSN, PASSPORT] }';
const isSsn = 'properties: { document_type: { const: SSN } }';
const pattern = (text: string) =>
  operation('', `properties: { ssn: { type: string, pattern: '${text}', maxLength: 64 } }`);
const inResponses = lintLater('sensitive-properties-are-hidden', {
  lastFour: operation('', `properties: { ssn_last_4: { ${mask} } }`),
  maskedOrNull: operation('', `properties: { ssn: { type: [string, 'null'], ${lastFour} } }`),
  maskedBesideReference: operation('', `properties: { ssn: { $ref: "#/components/schemas/Text", ${lastFour} } }`),
  maskedByKind: byKind(kind, isSsn),
  neverShown: operation('', `properties: { ssn: { ${hidden} } }`),
  clear: operation('', 'properties: { ssn: { type: string } }'),
  clearSharing: operation(
    '',
    'properties: { city: { $ref: "#/components/schemas/Text" }, ssn: { $ref: "#/components/schemas/Text" } }',
  ),
  number: operation('', `properties: { ssn: { type: integer, ${lastFour} } }`),
  anyType: operation('', `properties: { ssn: { ${lastFour} } }`),
  oneBranchClear: operation('', `properties: { ssn: { anyOf: [{ ${mask} }, { type: string }] } }`),
  digitsAndStars: pattern('^[*0-9]+$'),
  spaced: pattern('^[0-9]{3} [0-9]{2} [0-9]{4}$'),
  secret: pattern('^sk_[a-z]+$'),
  liveSecret: pattern('^sk_live_[A-Za-z0-9]{24}$'),
  token: pattern('^[A-Z]{16}$'),
  broken: pattern('^[0-9$'),
  noSuchKind: byKind('document_type: { type: string, examples: [PASSPORT] }', isSsn),
  noSuchSibling: byKind('type: { enum: [SSN] }', isSsn),
  noConstant: byKind(kind, 'properties: { document_type: { type: string } }'),
  noCondition: byKind(kind, 'required: [document_type]'),
});
const ssn = [`${response}/ssn: ssn ${clear}`];
const documentValue = [`${response}/document_value: document_value ${clear}`];

test('they are never clear in responses', async () => {
  expect(await inResponses()).toEqual({
    lastFour: [],
    maskedOrNull: [],
    maskedBesideReference: [],
    maskedByKind: [],
    neverShown: [],
    clear: ssn,
    clearSharing: ssn,
    number: ssn,
    anyType: ssn,
    oneBranchClear: ssn,
    digitsAndStars: ssn,
    spaced: ssn,
    secret: ssn,
    liveSecret: ssn,
    token: ssn,
    broken: ssn,
    noSuchKind: documentValue,
    noSuchSibling: documentValue,
    noConstant: documentValue,
    noCondition: documentValue,
  });
});

const parameter = (place: string, schema: string) =>
  operation('', '', '', '', `{ name: clientSecret, in: ${place}, schema: { ${schema} } }`);
const header = (name: string, schema: string) =>
  operation('', '', '', `${name}: { $ref: "#/components/headers/Text" }`).replace(
    'components: {',
    () => `components: { headers: { Text: { schema: { ${schema} } } },`,
  );
const inAddresses = lintLater('sensitive-properties-are-hidden', {
  hiddenHeader: parameter('header', 'type: string, format: password'),
  maskedHeader: header('X-Token', "type: string, pattern: '^[0-9]{4}$', maxLength: 4"),
  query: parameter('query', 'type: string, format: password'),
  path: parameter('path', 'type: string, format: password'),
  anId: operation('', '', '', '', '{ name: token, in: path, schema: { x-role: identifier } }'),
  clearHeader: parameter('header', 'type: string'),
  responseHeader: header('X-Session-Token', 'type: string'),
  webhook: operation('', '').replace(
    'paths:',
    'webhooks: { changed: { post: { requestBody: { content: { application/json: { schema: { properties: { ssn: {} } } } } } } } }\npaths:',
  ),
});

test('they stand in no address, and in no header in clear', async () => {
  expect(await inAddresses()).toEqual({
    hiddenHeader: [],
    anId: [],
    maskedHeader: [],
    query: [
      `${operationAt}/parameters/0: clientSecret is sensitive: addresses end up in logs, so send it in the body.`,
    ],
    path: [`${operationAt}/parameters/0: clientSecret is sensitive: addresses end up in logs, so send it in the body.`],
    clearHeader: [`${operationAt}/parameters/0: clientSecret is sensitive: give it format: password.`],
    responseHeader: [`${operationAt}/responses/200/headers/X-Session-Token: X-Session-Token ${clear}`],
    webhook: [`#/webhooks/changed/post/requestBody/content/application~1json/schema/properties/ssn: ssn ${clear}`],
  });
});
