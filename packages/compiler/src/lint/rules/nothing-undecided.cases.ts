import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const contract = (property: string, operation = '') => `
openapi: 3.1.0
paths: { /users: { post: { ${operation} responses: {} } } }
components:
  schemas:
    UserUpdate: { properties: { x-undecided: { type: string }, name: { ${property} } } }
`;
const way = 'decide it in the file of decisions, and import again.';

const verdicts = lintLater('nothing-undecided', {
  decided: contract('type: string'),
  property: contract('type: string, x-undecided: [properties.name]'),
  reference: contract(`$ref: '#/components/schemas/UserUpdate', x-undecided: [properties.name]`),
  operation: contract('type: string', 'x-undecided: [update, repeats],'),
});

test('nothing is left open', async () => {
  const at = '#/components/schemas/UserUpdate/properties/name/x-undecided';
  expect(await verdicts()).toEqual({
    decided: [],
    property: [`${at}: This is not decided: properties.name; ${way}`],
    reference: [`${at}: This is not decided: properties.name; ${way}`],
    operation: [
      `#/paths/~1users/post/x-undecided: This is not decided: update; ${way}`,
      `#/paths/~1users/post/x-undecided: This is not decided: repeats; ${way}`,
    ],
  });
});
