import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const source = 'x-source: { evidence: seed, from: Update User }';
const sourced = `
openapi: 3.1.0
info: { title: t, version: 1.0.0, ${source} }
paths:
  /users:
    put:
      ${source}
      requestBody: { $ref: '#/components/requestBodies/Update' }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
        '404': { ${source}, description: Not found. }
components:
  requestBodies:
    Update: { content: { application/json: { schema: { ${source}, properties: { city: { x-updatable: [], ${source} } } } } } }
  schemas: { User: { ${source} } }
`;

test('an operation, a body, an error and a rule say where they come from', async () => {
  const without = (before: string) => {
    expect(sourced).toContain(before);
    return sourced.replace(before, before.replace(`${source}, `, '').replace(source, ''));
  };
  const verdicts = await lintWith('facts-have-sources', {
    sourced,
    info: sourced.replace(`, ${source} }\npaths`, ' }\npaths'),
    operation: without(`put:\n      ${source}`),
    body: without(`schema: { ${source}, properties`),
    response: without(`User: { ${source} }`),
    error: without(`'404': { ${source}, `),
    ruleBesideReference: sourced.replace(
      `x-updatable: [], ${source}`,
      '$ref: "#/components/schemas/User", x-updatable: []',
    ),
    rule: sourced.replace(`x-updatable: [], ${source}`, 'x-updatable: []'),
  });
  const message = 'This has no x-source; say where it comes from and how strong the evidence is.';
  expect(verdicts).toEqual({
    sourced: [],
    info: [`#/info: ${message}`],
    operation: [`#/paths/~1users/put: ${message}`],
    body: [`#/components/requestBodies/Update/content/application~1json/schema: ${message}`],
    response: [`#/components/schemas/User: ${message}`],
    error: [`#/paths/~1users/put/responses/404: ${message}`],
    ruleBesideReference: [
      '#/components/requestBodies/Update/content/application~1json/schema/properties/city/x-updatable: x-updatable has no x-source beside it.',
    ],
    rule: [
      '#/components/requestBodies/Update/content/application~1json/schema/properties/city/x-updatable: x-updatable has no x-source beside it.',
    ],
  });
});
