import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkPattern } from './check-pattern.ts';

beforeEach(() => {
  let now = 0;
  const look = () => {
    now += 60_000;
    return now;
  };
  vi.spyOn(performance, 'now').mockImplementation(look);
  vi.spyOn(Date, 'now').mockImplementation(look);
});
afterEach(() => vi.restoreAllMocks());

test.each([
  ['^[A-Z]{2}$', 'safe'],
  ['^(?=.{0,9}$)[a-z]+$', 'safe'],
  ['^(a+)+$', 'vulnerable'],
  ['^(?:[a-z]+[ -]?){1,40}$', 'vulnerable'],
])('the verdict on %s is the same, however little gets done in a minute', (pattern, status) => {
  expect(checkPattern(pattern, 'u').status).toBe(status);
});
