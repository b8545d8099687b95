import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const operation = (request: string, response: string) => `
openapi: 3.1.0
paths:
  /users:
    post:
      requestBody: { content: { application/json: { schema: { ${request} } } } }
      responses: { '200': { content: { application/json: { schema: { ${response} } } } } }
`;
const closed = 'type: object, additionalProperties: false';
const open = 'type: object';
const request = '#/paths/~1users/post/requestBody/content/application~1json/schema';
const response = '#/paths/~1users/post/responses/200/content/application~1json/schema';

test('request schemas are closed, response schemas open', async () => {
  const verdicts = await lintWith('closed-requests-open-responses', {
    right: operation(closed, open),
    openRequest: operation(open, open),
    openInside: operation(`${closed}, properties: { tags: { type: array, items: { properties: {} } } }`, open),
    openBranch: operation(`anyOf: [{ ${closed} }, { ${open} }]`, open),
    mapInRequest: operation('type: object, additionalProperties: { type: string }', open),
    composedRequest: operation(`allOf: [{ ${closed} }]`, open),
    closedResponse: operation(closed, closed),
    closedInside: operation(closed, `${open}, properties: { data: { ${closed} } }`),
  });
  const shut = 'A request schema is closed: add additionalProperties: false.';
  const opened = 'A response schema is open: take additionalProperties: false away.';
  expect(verdicts).toEqual({
    right: [],
    openRequest: [`${request}: ${shut}`],
    openInside: [`${request}/properties/tags/items: ${shut}`],
    openBranch: [`${request}/anyOf/1: ${shut}`],
    mapInRequest: [`${request}: ${shut}`],
    composedRequest: [`${request}: A request schema is flat: write the parts of this allOf as one.`],
    closedResponse: [`${response}: ${opened}`],
    closedInside: [`${response}/properties/data: ${opened}`],
  });
});
