import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const property = (schema: string) => `
openapi: 3.1.0
paths: {}
components: { schemas: { Time: { readOnly: true }, User: { properties: { created_at: { ${schema} } } } } }
`;

const verdicts = lintLater('read-only-is-not-updatable', {
  readOnly: property('readOnly: true'),
  updatable: property('x-updatable: []'),
  both: property('readOnly: true, x-updatable: []'),
  reference: property('$ref: "#/components/schemas/Time", x-updatable: []'),
});
const verdict =
  '#/components/schemas/User/properties/created_at/x-updatable: created_at is readOnly, so it can have no x-updatable; take one of the two away.';

test('a property that the provider sets has no update rule', async () => {
  expect(await verdicts()).toEqual({
    readOnly: [],
    updatable: [],
    both: [verdict],
    reference: [verdict],
  });
});
