import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

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
const shared = (examples: string) =>
  operation(named, "examples: { sample: { $ref: '#/components/examples/sample' } }", named).replace(
    'components: {',
    `components: { ${examples},`,
  );
const named = 'examples: { sample: { value: {} } }';

const verdicts = lintLater('operations-have-examples', {
  named: operation(named, named, named),
  request: operation('', named, named),
  unnamedRequest: operation('example: {}', named, named),
  response: operation(named, 'examples: {}', named),
  error: operation(named, named, ''),
  errorWithoutContent: operation(named, named, named).replace(
    '{ content: { application/json: { examples: { sample: { value: {} } } } } } } }',
    '{ description: Not found. } } }',
  ),
  webhook: operation(named, named, named).replace(
    'paths:',
    'webhooks: { changed: { post: { responses: { "400": { description: Sent again. } } } } }\npaths:',
  ),
  webhookBody: operation(named, named, named).replace(
    'paths:',
    'webhooks: { changed: { post: { requestBody: { content: { application/json: { schema: {} } } } } } }\npaths:',
  ),
  reference: shared(named),
  nullValue: operation(named, named, 'examples: { sample: { value: null } }'),
  withoutValue: operation(named, 'examples: { sample: { summary: A user. } }', named),
  elsewhere: operation(named, 'examples: { sample: { externalValue: "https://example.com/user" } }', named),
  referenceWithoutValue: shared('examples: { sample: { summary: A user. } }'),
});
const success = '#/paths/~1users/post/responses/200/content/application~1json';
const request = '#/paths/~1users/post/requestBody/content/application~1json';

test('each body has a named example', async () => {
  expect(await verdicts()).toEqual({
    named: [],
    request: [`${request}: The request has no named example; add one under examples.`],
    unnamedRequest: [`${request}: The request has no named example; add one under examples.`],
    response: [
      '#/paths/~1users/post/responses/200/content/application~1json: The response 200 has no named example; add one under examples.',
    ],
    error: [
      '#/components/responses/NotFound/content/application~1json: The response 404 has no named example; add one under examples.',
    ],
    errorWithoutContent: [
      `#/components/responses/NotFound: The response 404 has no content; show the body of the error.`,
    ],
    webhook: [],
    webhookBody: [
      '#/webhooks/changed/post/requestBody/content/application~1json: The request has no named example; add one under examples.',
    ],
    reference: [],
    nullValue: [],
    withoutValue: [`${success}/examples/sample: The example sample has no value.`],
    elsewhere: [`${success}/examples/sample: The example sample has no value.`],
    referenceWithoutValue: ['#/components/examples/sample: The example sample has no value.'],
  });
});
