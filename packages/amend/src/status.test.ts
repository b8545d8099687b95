import { expect, test } from 'vitest';
import { id } from '../test-data/describe-plans.ts';
import { make, verdicts } from '../test-data/make.ts';
import { everyOperation } from '../test-data/operations.ts';
import { fieldsFor } from './fields-for.ts';
import { statusOf } from './status.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';

const { update } = goldenPerson;

test.each([
  ['DONE', 'verified'],
  ['OPEN', 'unverified'],
  ['CHECKING', 'unverified'],
  ['CLOSED', 'unknown'],
  ['closed', 'unknown'],
  ['verified', 'verified'],
  ['unverified', 'unverified'],
  ['unknown', 'unknown'],
  ['constructor', 'unknown'],
  [undefined, 'unknown'],
  [['DONE'], 'unknown'],
])('%j means %s', (word, want) => {
  expect(statusOf(update, word)).toBe(want);
  const ours = word === 'verified' || word === 'unverified';
  expect(statusOf(goldenMember.update, word)).toBe(ours ? want : 'unknown');
});

test.each(everyOperation)(
  '%s: a form takes each of the provider’s words, and none of ours means another there',
  (_, operation) => {
    const { verification } = operation.reader;
    for (const status of ['verified', 'unverified'] as const) {
      for (const word of verification?.[status] ?? [])
        expect(fieldsFor(operation, word), word).toEqual(fieldsFor(operation, status));
      const others = [
        ...(verification?.unknown ?? []),
        ...(verification?.[status === 'verified' ? 'unverified' : 'verified'] ?? []),
      ];
      expect(others).not.toContain(status);
    }
  },
);

const emailOf = (status: string) => fieldsFor(update, status).find(({ field }) => field === 'email')?.reason;

const closed =
  'email cannot change while the user is neither verified nor unverified (Golden, Update, persons); leave it out for as long as the provider says CLOSED.';

test('of a word that the contract knows, and takes for neither, that is said', () => {
  expect(emailOf('CLOSED')).toBe(closed);
  expect(emailOf('CLOSD')).toContain('while it is not known whether the user is verified');
});

/** The user as the provider tells of it, in so many words of ours and its own. */
const patch = { email: 'jane@example.com', phone: '+12105550132' };
test.each<[name: string, input: object, message: string | undefined]>([
  ['the provider’s word', { current: toUser(update, { id, status: 'CLOSED' }) }, closed],
  ['the word, as a status', { id, status: 'CLOSED' }, closed],
  ['a word that nobody knows', { current: toUser(update, { id, status: 'CLOSD' }) }, emailOf('unknown')],
  ['a word of somebody verified, as a status', { id, status: 'DONE' }, emailOf('unknown')],
  [
    'two words that differ',
    { current: toUser(update, { id, status: 'CLOSED' }), status: 'verified' },
    emailOf('unknown'),
  ],
  ['somebody verified', { current: toUser(update, { id, status: 'DONE' }) }, emailOf('verified')],
  [
    'a word that does not fit the status',
    { current: { id, verification: 'unverified', native: { status: 'CLOSED' } } },
    undefined,
  ],
])('a plan by %s', (_, input, message) => {
  const planned = make(update, { ...input, patch });
  expect(verdicts(planned)).toEqual({ email: message === undefined ? 'send' : 'locked', phone: 'send' });
  expect(planned.fields.find(({ field }) => field === 'email')?.message).toBe(message);
});
