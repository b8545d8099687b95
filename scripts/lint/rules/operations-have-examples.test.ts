import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const operation = (request: string, response: string, error: string) => `
openapi: 3.1.0
paths:
  /users:
    post:
      requestBody: { content: { application/json: { ${request} } } }
      responses:
        '200': { content: { application/json: { ${response} } } }
        '404': { $ref: '#/components/responses/NotFound' }
        '204': { description: Done. }
components: { responses: { NotFound: { content: { application/json: { ${error} } } } } }
`;
const named = 'examples: { sample: { value: {} } }';

test('each body has a named example', async () => {
  const verdicts = await lintWith('operations-have-examples', {
    named: operation(named, named, named),
    request: operation('', named, named),
    unnamedRequest: operation('example: {}', named, named),
    response: operation(named, 'examples: {}', named),
    error: operation(named, named, ''),
  });
  const request = '#/paths/~1users/post/requestBody/content/application~1json';
  expect(verdicts).toEqual({
    named: [],
    request: [`${request}: The request has no named example; add one under examples.`],
    unnamedRequest: [`${request}: The request has no named example; add one under examples.`],
    response: [
      '#/paths/~1users/post/responses/200/content/application~1json: The response 200 has no named example; add one under examples.',
    ],
    error: [
      '#/components/responses/NotFound/content/application~1json: The response 404 has no named example; add one under examples.',
    ],
  });
});
