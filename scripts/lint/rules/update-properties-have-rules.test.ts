import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const operation = (keys: string, schema: string) => `
openapi: 3.1.0
paths:
  /users:
    post:
      ${keys}
      requestBody: { content: { application/json: { schema: { ${schema} } } } }
      responses: {}
`;
const update = 'operationId: updateUser\n      x-update: partial';

test('each property of an update body has a rule or a role', async () => {
  const verdicts = await lintWith('update-properties-have-rules', {
    ruled: operation(
      update,
      'x-rules-documented: true, properties: { id: { x-role: identifier }, city: { x-updatable: [] } }',
    ),
    create: operation('operationId: createUser', 'properties: { city: {} }'),
    withoutRule: operation(update, 'x-rules-documented: true, properties: { city: {} }'),
    inABranch: operation(update, 'anyOf: [{ x-rules-documented: true, properties: { city: {} } }]'),
    ruleAndRole: operation(
      update,
      'x-rules-documented: true, properties: { id: { x-role: identifier, x-updatable: [verified] } }',
    ),
    undeclaredBody: operation(update, 'properties: {}'),
    undeclaredUpdate: operation('operationId: updateUser', 'properties: {}'),
    undeclaredByVerb: operation('operationId: changeUser', 'properties: {}').replace('post:', 'patch:'),
    undeclaredWithRules: operation('operationId: changeUser', 'properties: { city: { x-updatable: [] } }'),
  });
  const body = '#/paths/~1users/post/requestBody/content/application~1json/schema';
  const undeclared = 'This operation changes fields; say with x-update whether partial or replacement.';
  expect(verdicts).toEqual({
    ruled: [],
    create: [],
    withoutRule: [
      `${body}/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    inABranch: [
      `${body}/anyOf/0/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    ruleAndRole: [
      `${body}/properties/id: id needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    undeclaredBody: [`${body}: An update body says with x-rules-documented whether its rules are.`],
    undeclaredUpdate: [`#/paths/~1users/post: ${undeclared}`],
    undeclaredByVerb: [`#/paths/~1users/patch: ${undeclared}`],
    undeclaredWithRules: [`#/paths/~1users/post: ${undeclared}`],
  });
});
