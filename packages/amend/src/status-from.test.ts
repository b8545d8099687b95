import type { KnownEvent, OtherEvent } from '@amend/client/webhook';
import { expect, test } from 'vitest';
import { statusFrom } from './status-from.ts';

const event: KnownEvent = {
  provider: 'golden',
  is: 'userChecked',
  name: 'check.done',
  id: 'event-1',
  userId: 'user-1',
  time: '2026-11-27',
  word: 'DONE',
  verification: 'verified',
  body: {},
};
const other: OtherEvent = {
  provider: 'golden',
  is: 'other',
  name: 'paid',
  id: '1',
  userId: 'user-1',
  time: undefined,
  body: {},
};

test('an event tells whose status is which, in the words of both', () => {
  expect(statusFrom(event)).toEqual({ provider: 'golden', id: 'user-1', verification: 'verified', word: 'DONE' });
});

test('a status that is known, and neither, is told as unknown with its word', () => {
  const told = { ...event, word: 'CLOSED', verification: 'unknown' } as const;
  expect(statusFrom(told)).toMatchObject({ verification: 'unknown', word: 'CLOSED' });
});

const { word: _word, ...withoutWord } = event;
const { verification: _verification, ...withoutMeaning } = event;

test.each<[name: string, event: KnownEvent | OtherEvent]>([
  ['an event that no contract names', other],
  [
    'one that claims a status, and that no contract names',
    { ...other, word: 'DONE', verification: 'verified' } as OtherEvent,
  ],
  ['an event about something else', withoutWord],
  ['an event of no meaning', withoutMeaning],
  ['an event about nobody', { ...event, userId: undefined }],
])('%s tells no status', (_, given) => {
  expect(statusFrom(given)).toBeUndefined();
});
