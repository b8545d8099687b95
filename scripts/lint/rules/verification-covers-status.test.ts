import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

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

test('each status is verified, unverified or left out on purpose', async () => {
  const lists = 'property: status, verified: [VERIFIED], unverified: [UNVERIFIED]';
  const verdicts = await lintWith('verification-covers-status', {
    covered: user(`${lists}, unknown: [SUSPENDED]`),
    withoutEnum: user(lists, ''),
    forgotten: user(lists),
    inTwoLists: user('property: status, verified: [VERIFIED, SUSPENDED], unverified: [UNVERIFIED, SUSPENDED]'),
    misspelt: user(`${lists}, unknown: [SUSPENDED, SUSPENDET]`),
    otherProperty: user('property: kyc_status, verified: [VERIFIED], unverified: [UNVERIFIED]'),
  });
  expect(verdicts).toEqual({
    covered: [],
    withoutEnum: [],
    forgotten: [`${at}: SUSPENDED is in no list; add it to verified, unverified or, if it tells neither, unknown.`],
    inTwoLists: [`${at}: SUSPENDED stands in two lists; a status is verified, unverified or unknown.`],
    misspelt: [`${at}: SUSPENDET is no value of status.`],
    otherProperty: [`${at}: kyc_status is no property of this schema.`],
  });
});
