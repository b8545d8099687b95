import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const operation = (request: string, response: string) => `
openapi: 3.1.0
paths:
  /users:
    post:
      requestBody: { content: { application/json: { schema: { properties: { ${request} } } } } }
      responses: { '200': { content: { application/json: { schema: { ${response} } } } } }
`;
const hidden = 'type: string, writeOnly: true, format: password';
const request = '#/paths/~1users/post/requestBody/content/application~1json/schema/properties';
const response = '#/paths/~1users/post/responses/200/content/application~1json/schema/properties';

test('SSNs, secrets and documents are masked in requests and never clear in responses', async () => {
  const lastFour = "pattern: '^[0-9]{4}$', maxLength: 4";
  const verdicts = await lintWith('sensitive-properties-are-hidden', {
    hidden: operation(`ssn: { ${hidden} }, api_key: { ${hidden} }, city: { type: string }`, 'properties: { city: {} }'),
    lastFour: operation('', `properties: { ssn_last_4: { ${lastFour} } }`),
    maskedByKind: operation(
      '',
      `properties: { document_value: {} }, if: { properties: { document_type: { const: SSN } } }, then: { properties: { document_value: { ${lastFour} } } }`,
    ),
    shownInRequest: operation('ssn: { type: string }', ''),
    notWriteOnly: operation('api_key: { type: string, format: password }', ''),
    nested: operation('documents: { items: { properties: { document_value: { writeOnly: true } } } }', ''),
    clearResponse: operation('', 'properties: { ssn: { type: string } }'),
    looseMask: operation('', "properties: { ssn: { type: string, pattern: '^[*0-9]+$', maxLength: 9 } }"),
  });
  const show = 'is sensitive: make it writeOnly, with format: password.';
  const clear = 'is sensitive: leave it out of responses, or give it a pattern that only a masked value fits.';
  expect(verdicts).toEqual({
    hidden: [],
    lastFour: [],
    maskedByKind: [],
    shownInRequest: [`${request}/ssn: ssn ${show}`],
    notWriteOnly: [`${request}/api_key: api_key ${show}`],
    nested: [`${request}/documents/items/properties/document_value: document_value ${show}`],
    clearResponse: [`${response}/ssn: ssn ${clear}`],
    looseMask: [`${response}/ssn: ssn ${clear}`],
  });
});
