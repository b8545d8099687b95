import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const words = 'verified: [DONE], unverified: [OPEN]';

const check = (sets: string, path = '/users/{user_id}/kyc', body = '') => `
openapi: 3.1.0
paths:
  ${path}: { post: { operationId: startKyc, x-sets: { ${sets} }, ${body} responses: { '200': { $ref: '#/components/responses/User' } } } }
components:
  responses:
    User: { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
  schemas:
    User:
      x-verification: { property: status, ${words}, unknown: [CLOSED] }
      properties: { status: { type: string }, is_active: { type: boolean }, tier: { enum: [A, B] }, name: { type: string } }
`;
const identified = (role: string) =>
  `requestBody: { content: { application/json: { schema: { properties: { user_id: { x-role: ${role} } } } } } },`;

const at = '#/paths/~1users~1{user_id}~1kyc/post/x-sets';
const whole = 'status: { OPEN: DONE, DONE: DONE, CLOSED: CLOSED }';

const verdicts = lintLater('sets-fit-users', {
  table: check(whole),
  switch: check('is_active: false, tier: B, name: gone'),
  byBody: check(whole, '/kyc', identified('identifier')),
  ofNobody: check(whole, '/kyc', identified('credential')),
  besideUpdate: check(whole, undefined, 'x-update: partial,'),
  misspelt: check('is_activ: false'),
  noRow: check('status: { OPEN: DONE, DONE: DONE }'),
  noWord: check('status: { OPEN: DONE, DONE: GONE, CLOSED: CLOSED }'),
  noSwitch: check('is_active: inactive'),
  noList: check('name: { A: B }'),
});

test('a call sets what its user has, to what that may be', async () => {
  expect(await verdicts()).toEqual({
    table: [],
    switch: [],
    byBody: [],
    ofNobody: ['#/paths/~1kyc/post/x-sets: This call names no user whom it could change.'],
    besideUpdate: [`${at}: x-sets means nothing beside x-update: the body says what changes.`],
    misspelt: [`${at}/is_activ: is_activ is no property of User.`],
    noRow: [`${at}/status: CLOSED has no row; say what the call makes of it, itself if nothing.`],
    noWord: [`${at}/status: GONE is no value of status.`],
    noSwitch: [`${at}/is_active: inactive is no value of is_active.`],
    noList: [`${at}/name: Nothing lists what name may be; say what it becomes, whatever it was.`],
  });
});
