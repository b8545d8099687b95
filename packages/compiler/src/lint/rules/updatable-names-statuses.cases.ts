import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const name = (
  rule: string,
  verification = 'verified: [DONE], unverified: [OPEN], unknown: [RETRY], frozen: [HELD]',
) => `
openapi: 3.1.0
paths: {}
components:
  schemas:
    UserUpdate: { properties: { name: { type: string, ${rule} } } }
    Answer: { $ref: '#/components/schemas/User' }
    User: { properties: { status: { type: string } }, x-verification: { property: status, ${verification} } }
`;
const at = '#/components/schemas/UserUpdate/properties/name/x-updatable';
const noStatus = (word: string) =>
  `${at}: ${word} is no status; write unverified, verified or a word of the x-verification of User.`;

const verdicts = lintLater('updatable-names-statuses', {
  ours: name('x-updatable: [unverified, verified]'),
  never: name('x-updatable: []'),
  theirs: name('x-updatable: [OPEN, DONE, RETRY]'),
  misspelt: name('x-updatable: [unverified, RETYR]'),
  otherCase: name('x-updatable: [retry]'),
  frozen: name('x-updatable: [unverified, HELD]'),
  ofKinds: name('x-updatable: [unverified], x-updatable-items: { property: kind, kinds: { SSN: [RETYR] } }'),
  withoutWords: name('x-updatable: [RETRY]').replace(/, x-verification: .*(?= \}\n)/, ''),
});

test('what may be sent names statuses that there are', async () => {
  expect(await verdicts()).toEqual({
    ours: [],
    never: [],
    theirs: [],
    misspelt: [noStatus('RETYR')],
    otherCase: [noStatus('retry')],
    frozen: [`${at}: HELD is frozen in the x-verification of User, so nothing may change in it; take it out.`],
    ofKinds: [noStatus('RETYR')],
    withoutWords: [noStatus('RETRY')],
  });
});
