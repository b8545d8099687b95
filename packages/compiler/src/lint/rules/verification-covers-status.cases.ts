import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const user = (verification: string, status = 'enum: [VERIFIED, UNVERIFIED, SUSPENDED]') => `
openapi: 3.1.0
paths: {}
components:
  schemas:
    User:
      properties: { status: { type: string, ${status} } }
      x-verification: { ${verification} }
`;
const at = '#/components/schemas/User/x-verification';

const lists = 'property: status, verified: [VERIFIED], unverified: [UNVERIFIED]';
const referring = (component: string, reference: string) =>
  user(`${lists}, unknown: [SUSPENDED]`).replace('schemas:', `schemas:\n    ${component}\n    ${reference}`);
const verdicts = lintLater('verification-covers-status', {
  covered: user(`${lists}, unknown: [SUSPENDED]`),
  withoutEnum: user(lists, ''),
  orNull: user(lists, 'enum: [VERIFIED, UNVERIFIED, null]'),
  forgotten: user(lists),
  inTwoLists: user('property: status, verified: [VERIFIED, SUSPENDED], unverified: [UNVERIFIED, SUSPENDED]'),
  misspelt: user(`${lists}, unknown: [SUSPENDED, SUSPENDET]`),
  otherProperty: user('property: kyc_status, verified: [VERIFIED], unverified: [UNVERIFIED]'),
  besideReference: referring(
    'Status: { type: string, enum: [VERIFIED] }',
    `Account: { properties: { user: { $ref: '#/components/schemas/User', x-verification: { ${lists} } } } }`,
  ),
  statusBesideReference: referring(
    'Status: { type: string }',
    `Account: { properties: { status: { $ref: '#/components/schemas/Status', enum: [NEW, VERIFIED, UNVERIFIED] } }, x-verification: { ${lists} } }`,
  ),
});
const forgotten = (status: string) =>
  `${status} is in no list; add it to verified, unverified or, if it tells neither, unknown.`;

test('each status is verified, unverified or left out on purpose', async () => {
  expect(await verdicts()).toEqual({
    covered: [],
    withoutEnum: [],
    orNull: [],
    forgotten: [`${at}: ${forgotten('SUSPENDED')}`],
    inTwoLists: [`${at}: SUSPENDED stands in two lists; a status is verified, unverified, unknown or frozen.`],
    misspelt: [`${at}: SUSPENDET is no value of status.`],
    otherProperty: [`${at}: kyc_status is no property of this schema.`],
    besideReference: [`#/components/schemas/Account/properties/user/x-verification: ${forgotten('SUSPENDED')}`],
    statusBesideReference: [`#/components/schemas/Account/x-verification: ${forgotten('NEW')}`],
  });
});
