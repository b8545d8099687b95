import { describe, expect, test } from 'vitest';
import { ClientError, type ErrorKind } from './client-error.ts';
import type { Issue } from './issues.ts';

const facts = { kind: 'invalid', provider: 'example', operation: 'updateUser' } as const;
const messageOf = (issues: readonly Issue[]) => new ClientError({ ...facts, attempts: 0, issues }).message;
const issue = (length: number): Issue => ({ path: '/a', message: 'x'.repeat(length - '/a '.length) });

describe('the message', () => {
  test.each<[ErrorKind, string]>([
    ['invalid', 'was not sent, because it breaks the contract'],
    ['aborted', 'was aborted by the caller'],
    ['timeout', 'got no complete answer in time'],
    ['network', 'got no answer, because the connection failed'],
    ['unauthorized', 'was refused; check the credentials'],
    ['not-found', 'found nothing under this address'],
    ['rate-limited', 'came too soon; wait before the next one'],
    ['unavailable', 'could not be served by the provider; try again later'],
    ['rejected', 'was rejected by the provider; its answer says why'],
    ['malformed', 'got an answer that the contract does not know'],
  ])('of what is %s', (kind, want) => {
    expect(new ClientError({ ...facts, kind, attempts: 1, reason: 'why' }).message).toBe(
      `example updateUser ${want} (why).`,
    );
  });

  test('lists what is wrong, field by field', () => {
    const issues = [
      { path: '', message: 'must have name' },
      { path: '/ssn', message: 'must match a pattern' },
    ];
    expect(messageOf(issues)).toMatch(/: the body must have name; \/ssn must match a pattern\.$/);
  });

  test.each([
    ['that fits is whole', [issue(1500)], `/a ${'x'.repeat(1497)}.`],
    ['ends before the issue that no longer fits', [issue(1000), issue(600)], `/a ${'x'.repeat(997)}; and more.`],
    ['of one that is too long is cut', [issue(1502)], `/a ${'x'.repeat(1497)}; and more.`],
  ])('a list %s', (_, issues, want) => {
    expect(messageOf(issues).split(': ')[1]).toBe(want);
  });
});

test.each([
  [0, undefined, false],
  [1, undefined, true],
  [1, false, false],
  [0, true, true],
])('after %i attempts, and told %s, the outcome is open: %s', (attempts, isUncertain, want) => {
  const told = isUncertain === undefined ? {} : { isUncertain };
  expect(new ClientError({ ...facts, attempts, ...told }).isUncertain).toBe(want);
});

test('as JSON it has its sentence and its facts, and not what the provider answered', () => {
  const error = new ClientError({ ...facts, attempts: 1, status: 400 }, { ssn: '111-22-3333' });
  const { message, kind, status, attempts } = error;
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'ClientError', message, kind, status, attempts });
  expect(JSON.stringify(error)).not.toContain('111-22');
});
