import { describe, expect, test } from 'vitest';
import type { DerivedUser } from './derived-user.ts';
import { shownUser } from './mask.ts';
import { providedBy } from './provided.ts';

const user: DerivedUser = {
  schema: {
    properties: {
      ssn: { type: 'string', pattern: '^\\*{5}[0-9]{4}$' },
      tax_id: { type: 'string', pattern: '^hidden$' },
      secret: { type: 'string', writeOnly: true },
      name: { type: 'string', pattern: '^[A-Z]' },
      type: { type: 'string' },
      created_at: { type: 'string', format: 'date-time' },
      updated_at: { type: 'string', format: 'date-time' },
      expires_at: { type: 'string', format: 'date-time' },
      changed_at: { type: 'string', pattern: '^[^.]+([.][0-9]{3})?$' },
    },
  },
  id: 'id',
  verification: undefined,
  examples: [
    {
      updated_at: '2026-07-02T09:15:00Z',
      created_at: '2026-07-02T09:15:00.5Z',
      changed_at: '2026-07-02T09:15:00',
    },
  ],
  known: new Map(),
  hidden: new Set(['type']),
  kinds: [],
  bodies: [],
  secrets: new Map([
    ['ssn', ['*****1112']],
    ['tax_id', ['hidden']],
  ]),
};

describe('an answer shows', () => {
  test.each([
    ['a value that it may hold', { name: 'Jane' }, { name: 'Jane' }],
    ['a masked value as it is', { ssn: '*****1112' }, { ssn: '*****1112' }],
    ['any other masked like the example', { ssn: '123456789' }, { ssn: '*****6789' }],
    ['nothing of one that cannot be masked', { tax_id: '123456789' }, {}],
    ['nothing of what is only written', { secret: 'x' }, {}],
    ['nothing of what no answer shows', { type: 'SEND' }, {}],
    ['nothing that its contract does not have', { hobby: 'x' }, {}],
  ])('%s', (_, fields, expected) => {
    expect(shownUser(user, fields)).toEqual(expected);
  });
});

const { times } = providedBy(user);

test('times are those that are named for it, written like the example', () => {
  const now = () => Date.UTC(2030, 0, 1);
  // A fraction of a second also where the pattern takes one.
  const last = { updated_at: '2030-01-01T00:00:00Z', changed_at: '2030-01-01T00:00:00.000' };
  expect(times(now, false)).toEqual(last);
  expect(times(now, true)).toEqual({ ...last, created_at: '2030-01-01T00:00:00.000Z' });
});
