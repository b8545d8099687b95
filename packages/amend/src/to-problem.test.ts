import { ClientError, type ErrorKind } from '@amend/client';
import { expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import type { Outcome } from './outcome.ts';
import type { Problem } from './problem.ts';
import { goldenPerson } from './testing/golden-user.ts';
import { toProblem } from './to-problem.ts';

const secret = '987-65-4321';
const facts = { provider: 'golden', operation: 'updateUser', attempts: 1, isUncertain: false };
const errorOf = (kind: ErrorKind, more: object = {}, body: unknown = { message: secret }) =>
  new ClientError({ ...facts, kind, ...more }, body);

test.each<[kind: ErrorKind, status: number, title: string]>([
  ['invalid', 422, 'Unprocessable Content'],
  ['rejected', 422, 'Unprocessable Content'],
  ['not-found', 404, 'Not Found'],
  ['aborted', 503, 'Service Unavailable'],
  ['rate-limited', 503, 'Service Unavailable'],
  ['unavailable', 503, 'Service Unavailable'],
  ['timeout', 504, 'Gateway Timeout'],
  ['network', 502, 'Bad Gateway'],
  ['unauthorized', 502, 'Bad Gateway'],
  ['malformed', 502, 'Bad Gateway'],
])('%s is %i', (kind, status, title) => {
  const error = errorOf(kind);
  expect(toProblem(error)).toEqual({ status, title, detail: error.message, kind, isUncertain: false });
});

test('it is told that the change may have been made, and when to ask again', () => {
  const error = errorOf('unavailable', { isUncertain: true, retryAfter: 1500 });
  const problem = toProblem(error);
  expect(problem).toMatchObject({ isUncertain: true, retryAfter: 2 });
  expect(problem.detail).toBe(`${error.message} It is not known whether the change was made; read the user again.`);
});

test.each([new TypeError(secret), secret, undefined, null, { statusCode: 400, message: secret }, [secret]])(
  'of what is no failure that we know, nothing is told: %o',
  (thrown) => {
    expect(toProblem(thrown as unknown)).toEqual({
      status: 500,
      title: 'Internal Server Error',
      detail: 'The server failed.',
      kind: 'internal',
      isUncertain: false,
    });
  },
);

const id = 'u1';
const blocked = make(goldenPerson.update, {
  id,
  status: 'verified',
  patch: { email: secret, address: { country: 'CA' }, documents: { virtual: [{ type: 'SSN', number: secret }] } },
});
const ready = make(goldenPerson.update, { id, status: 'verified', patch: { phone: '+12105550132' } });
const provider = 'golden';

test('a blocked plan: each field at its place', () => {
  const problem = toProblem(blocked);
  expect(problem).toMatchObject({ status: 422, kind: 'blocked', isUncertain: false });
  expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual([
    '#/email',
    '#/address/country',
    '#/documents/virtual/0',
  ]);
  expect(problem?.errors?.[0]).toEqual({
    pointer: '#/email',
    detail: expect.stringMatching(/^email cannot change once the user is verified .*\.$/),
    provider,
  });
  expect(JSON.stringify(problem)).not.toContain(secret);
});

const sent: Outcome = { provider: 'silver', outcome: 'sent', plan: ready, user: { ssn: secret }, notTaken: [] };
const aside = (reason: 'held-back' | 'aborted' | 'unchanged' | 'no-client'): Outcome => ({
  provider: 'silver',
  outcome: 'not-sent',
  why: { reason, message: 'silver was sent nothing.' },
});
const refused: Outcome = { provider, outcome: 'not-sent', plan: blocked, why: { reason: 'blocked', message: 'No.' } };
const failed = (error: ClientError): Outcome => ({ provider, outcome: 'failed', plan: ready, error });
const issues = [{ path: '/mobile', message: 'must be text' }];

test.each<[name: string, cause: Outcome | Outcome[], want: Partial<Problem> | undefined]>([
  ['sent', sent, undefined],
  ['all sent', [sent, sent], undefined],
  ['nothing changed', [sent, aside('unchanged'), aside('no-client')], undefined],
  [
    'one blocked',
    [refused, aside('held-back')],
    {
      status: 422,
      kind: 'blocked',
      providers: [
        { provider, outcome: 'not-sent' },
        { provider: 'silver', outcome: 'not-sent' },
      ],
    },
  ],
  ['not begun', aside('aborted'), { status: 503, kind: 'aborted', detail: 'silver was sent nothing.' }],
  [
    'not taken',
    { ...sent, outcome: 'not-taken', notTaken: ['phone'] },
    {
      status: 409,
      kind: 'not-taken',
      detail: 'phone is not what was sent: silver said yes and did not take it.',
      errors: [
        {
          pointer: '#/phone',
          provider: 'silver',
          detail: 'phone is not what was sent: silver said yes and did not take it.',
        },
      ],
    },
  ],
  [
    'one failed, one sent',
    [failed(errorOf('network', { isUncertain: true })), sent],
    {
      status: 502,
      kind: 'network',
      isUncertain: true,
      providers: [
        { provider, outcome: 'failed' },
        { provider: 'silver', outcome: 'sent' },
      ],
    },
  ],
  ['the gravest counts', [failed(errorOf('not-found')), failed(errorOf('timeout'))], { status: 504, kind: 'timeout' }],
  [
    'the answer names a field',
    failed(errorOf('rejected', {}, { error: `mobile ${secret}` })),
    { status: 422, errors: [{ pointer: '#/phone', provider, detail: 'phone is named in the answer of golden.' }] },
  ],
  [
    'an issue of the client, at the field',
    failed(errorOf('invalid', { issues })),
    { status: 422, errors: [{ pointer: '#/phone', provider, detail: 'phone must be text.' }] },
  ],
  [
    'an issue of the client, of the whole',
    failed(errorOf('invalid', { issues: [{ path: '', message: 'is odd' }] })),
    { status: 422, errors: [{ pointer: '#', provider, detail: 'the body is odd.' }] },
  ],
])('%s', (_, cause, want) => {
  const problem = toProblem(cause);
  if (want === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatchObject(want);
  expect(JSON.stringify(problem) ?? '').not.toContain(secret);
});
