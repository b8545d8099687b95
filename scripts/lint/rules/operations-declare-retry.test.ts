import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const operation = (retry: string) => `
openapi: 3.1.0
paths:
  /users:
    patch:
      ${retry}
      requestBody: { content: { application/json: { schema: { anyOf: [{ properties: { documents: {} } }] } } } }
      responses: {}
`;

test('each operation says whether it may be repeated', async () => {
  const verdicts = await lintWith('operations-declare-retry', {
    declared: operation('x-retry: never'),
    declaredByBody: operation('x-retry: { idempotent-unless: [documents] }'),
    missing: operation(''),
    unknownProperty: operation('x-retry: { idempotent-unless: [document] }'),
  });
  expect(verdicts).toEqual({
    declared: [],
    declaredByBody: [],
    missing: ['#/paths/~1users/patch: This operation has no x-retry; say whether it may be repeated.'],
    unknownProperty: ['#/paths/~1users/patch/x-retry: document is no property of the request body.'],
  });
});
