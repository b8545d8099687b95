import { describe, expect, test } from 'vitest';
import { hintIn, hintOfRest } from './hints.ts';

describe('of what a vendor says of a property, that is shown which tells when it may change', () => {
  test.each([
    ['Where statements go. Can be changed at any time.', 'Can be changed at any time.', true],
    [
      'First name. It cannot be changed once verified. As in the passport.',
      'It cannot be changed once verified.',
      true,
    ],
    ['Where statements go. In any form.', 'Where statements go.', false],
  ])('%s', (said, sentence, isRule) => {
    expect(hintIn(said)).toEqual({ sentence, isRule });
  });
});

test.each([
  ['Updates a user. Fields that you leave out keep their value. Names are locked once verified.', /^Fields that you/],
  ['Updates a user. It supports sparse updates.', /^It supports/],
  ['Replaces a user. Names are locked.', /^Replaces/],
  ['Updates a user. Names are locked.', /^Updates/],
])('of an update what becomes of the rest: %s', (said, sentence) => {
  expect(hintOfRest(said)).toMatch(sentence);
});

test('of what nothing is said nothing is shown', () => {
  expect(hintOfRest(undefined)).toBe('');
  expect(hintIn(' ')).toBeUndefined();
});
