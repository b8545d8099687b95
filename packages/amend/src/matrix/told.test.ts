import type { Webhook } from '@amend/contract';
import { expect, test } from 'vitest';
import { providers } from '../provider-list.ts';
import { loadTold } from './subjects.ts';
import { briefly, type Doubt, type Teller, toldBy } from './told.ts';

const webhook: Webhook = {
  at: { name: { body: ['event'] }, user: { body: ['user'] } },
  events: {
    'check.done': { word: 'DONE', verification: 'verified' },
    'check.closed': { word: 'CLOSED', verification: 'unknown' },
    'card.added': {},
  },
};
const { user: _, ...withoutUser } = webhook.at;
const golden: Teller = { provider: 'golden', holdsStatus: true, isSigned: true, webhooks: [webhook] };

test.each<[name: string, more: Partial<Teller>, want: readonly string[]]>([
  ['an event each', {}, ['verified check.done DONE', 'unverified', 'unknown check.closed CLOSED']],
  ['no webhook', { webhooks: [] }, ['verified', 'unverified']],
  ['no webhook about users', { webhooks: [{ at: {}, events: { 'card.added': {} } }] }, ['verified', 'unverified']],
  ['no status', { holdsStatus: false, webhooks: [] }, ['']],
  [
    'no status but in what it sends',
    { holdsStatus: false },
    ['verified check.done DONE', 'unverified', 'unknown check.closed CLOSED'],
  ],
  [
    'two events that tell the same',
    {
      webhooks: [
        {
          ...webhook,
          events: { b: { word: 'B', verification: 'verified' }, a: { word: 'A', verification: 'verified' } },
        },
      ],
    },
    ['verified b B', 'verified a A', 'unverified'],
  ],
])('%s', (_, more, want) => {
  const told = toldBy({ ...golden, ...more });
  expect(told.map(({ status, event, word }) => [status, event, word].filter(Boolean).join(' '))).toEqual(want);
});

test.each<[more: Partial<Teller>, doubts: readonly Doubt[] | undefined, reason: string]>([
  [{}, undefined, 'check.done of golden tells DONE, which is verified.'],
  [
    { isSigned: false },
    ['unverified-origin'],
    'check.done of golden tells DONE, which is verified; nobody can check where it is from.',
  ],
  [
    { isSigned: false, webhooks: [{ ...webhook, at: withoutUser }] },
    ['unverified-origin', 'no-user-id'],
    'check.done of golden tells DONE, which is verified; nobody can check where it is from, and its user has no id there that a call takes.',
  ],
  [{ webhooks: [] }, undefined, 'No webhook of golden tells that a user is verified; read the user.'],
  [{ webhooks: [], holdsStatus: false }, undefined, 'golden holds no status, and no webhook tells one.'],
])('%j: %j', (more, doubts, reason) => {
  const [first] = toldBy({ ...golden, ...more });
  expect(first).toMatchObject({ reason });
  expect(first?.doubts).toEqual(doubts);
});

test('in few words', () => {
  const brief = (more: Partial<Teller>) => toldBy({ ...golden, ...more }).map(briefly);
  expect(brief({})).toEqual(['', 'nothing tells it; read the user', '']);
  expect(brief({ isSigned: false })[0]).toBe('unverified origin');
  expect(brief({ webhooks: [], holdsStatus: false })).toEqual(['holds no status']);
});

test('every event of a contract that tells a status is told, and every provider', async () => {
  const told = await loadTold();
  expect([...new Set(told.map(({ provider }) => provider))]).toEqual(Object.keys(providers));
  for (const [provider, { contracts }] of Object.entries(providers))
    for (const load of Object.values(contracts))
      for (const { events } of Object.values((await load.webhooks()).webhooks))
        for (const [event, { word, verification }] of Object.entries(events))
          expect(told).toContainEqual(expect.objectContaining({ provider, event, word, status: verification }));
  expect(told).toContainEqual(
    expect.objectContaining({ provider: 'ingo', doubts: ['unverified-origin', 'no-user-id'] }),
  );
  expect(told).toContainEqual(expect.objectContaining({ provider: 'machnet', status: 'verified', word: 'VERIFIED' }));
});
