import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const operation = (retry: string, method = 'patch', id = 'changeUser') => `
openapi: 3.1.0
paths:
  /users:
    ${method}:
      operationId: ${id}
      ${retry}
      requestBody: { content: { application/json: { schema: { anyOf: [{ properties: { documents: {} } }] } } } }
      responses: {}
`;

const verdicts = lintLater('operations-declare-retry', {
  declared: operation('x-retry: never'),
  declaredByBody: operation('x-retry: { idempotent-unless: [documents] }'),
  missing: operation(''),
  read: operation('x-retry: safe', 'get'),
  search: operation('x-retry: safe', 'post'),
  createNever: operation('x-retry: never', 'post', 'createUser'),
  createByKey: operation('x-retry: { idempotent-by: Idempotency-Key }', 'post', 'createUser'),
  webhook: operation('').replace('paths:', 'webhooks:'),
  safePatch: operation('x-retry: safe'),
  safePut: operation('x-retry: safe', 'put'),
  safeDelete: operation('x-retry: safe', 'delete'),
  createTwice: operation('x-retry: idempotent', 'post', 'createUser'),
  createByBody: operation('x-retry: { idempotent-unless: [documents] }', 'post', 'createUser'),
  unknownProperty: operation('x-retry: { idempotent-unless: [document] }'),
});
const safe = 'Only what reads is safe; say idempotent, if twice is the same as once.';
const create = 'A create is never repeated, unless a header makes it idempotent: say which with idempotent-by.';

test('each operation says whether it may be repeated', async () => {
  expect(await verdicts()).toEqual({
    declared: [],
    declaredByBody: [],
    missing: ['#/paths/~1users/patch: This operation has no x-retry; say whether it may be repeated.'],
    read: [],
    search: [],
    createNever: [],
    createByKey: [],
    webhook: [],
    safePatch: [`#/paths/~1users/patch/x-retry: ${safe}`],
    safePut: [`#/paths/~1users/put/x-retry: ${safe}`],
    safeDelete: [`#/paths/~1users/delete/x-retry: ${safe}`],
    createTwice: [`#/paths/~1users/post/x-retry: ${create}`],
    createByBody: [`#/paths/~1users/post/x-retry: ${create}`],
    unknownProperty: ['#/paths/~1users/patch/x-retry: document is no property of the request body.'],
  });
});
