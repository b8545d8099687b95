import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const source = 'x-source: { evidence: seed, from: Update User }';
const sourced = `
openapi: 3.1.0
info: { title: t, version: 1.0.0, ${source} }
servers: [{ ${source}, url: https://api.example.com }]
paths:
  /users:
    put:
      ${source}
      requestBody: { $ref: '#/components/requestBodies/Update' }
      responses:
        '200': { ${source}, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
        '404': { ${source}, description: Not found. }
components:
  securitySchemes: { key: { ${source}, type: apiKey, in: header, name: key } }
  requestBodies:
    Update: { content: { application/json: { schema: { ${source}, properties: { city: { x-updatable: [], ${source} } } } } } }
  schemas: { User: { ${source} } }
`;

const without = (before: string) => {
  expect(sourced).toContain(before);
  return sourced.replace(before, before.replace(`${source}, `, '').replace(source, ''));
};
const verdicts = lintLater('facts-have-sources', {
  sourced,
  info: sourced.replace(`, ${source} }\nservers`, ' }\nservers'),
  server: without(`servers: [{ ${source}, `),
  scheme: without(`key: { ${source}, `),
  operation: without(`put:\n      ${source}`),
  body: without(`schema: { ${source}, properties`),
  response: without(`User: { ${source} }`),
  success: without(`'200': { ${source}, `),
  error: without(`'404': { ${source}, `),
  webhook: sourced
    .replace(
      'components:',
      `webhooks:\n  changed: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } } } }\ncomponents:`,
    )
    .replace('schemas: {', 'schemas: { Event: { type: object },'),
  referenced: without(`User: { ${source} }`).replace("User' }", `User', ${source} }`),
  ruleBesideReference: sourced.replace(
    `x-updatable: [], ${source}`,
    '$ref: "#/components/schemas/User", x-updatable: []',
  ),
  rule: sourced.replace(`x-updatable: [], ${source}`, 'x-updatable: []'),
});
const message = 'This has no x-source; say where it comes from and how strong the evidence is.';

test('an operation, a body, an error and a rule say where they come from', async () => {
  expect(await verdicts()).toEqual({
    sourced: [],
    info: [`#/info: ${message}`],
    server: [`#/servers/0: ${message}`],
    scheme: [`#/components/securitySchemes/key: ${message}`],
    operation: [`#/paths/~1users/put: ${message}`],
    body: [`#/components/requestBodies/Update/content/application~1json/schema: ${message}`],
    response: [`#/components/schemas/User: ${message}`],
    success: [`#/paths/~1users/put/responses/200: ${message}`],
    error: [`#/paths/~1users/put/responses/404: ${message}`],
    webhook: [`#/webhooks/changed/post: ${message}`, `#/components/schemas/Event: ${message}`],
    referenced: [],
    ruleBesideReference: [
      '#/components/requestBodies/Update/content/application~1json/schema/properties/city/x-updatable: x-updatable has no x-source beside it.',
    ],
    rule: [
      '#/components/requestBodies/Update/content/application~1json/schema/properties/city/x-updatable: x-updatable has no x-source beside it.',
    ],
  });
});
