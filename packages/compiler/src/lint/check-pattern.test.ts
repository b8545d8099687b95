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

/** Whether the long tests import this, which have time for all of it. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

const hard = [
  ['^(?=.{0,9}$)[a-z]+$', 'safe'],
  ['^(?:[a-z]+[ -]?){1,40}$', 'vulnerable'],
];

test.each([['^[A-Z]{2}$', 'safe'], ['^(a+)+$', 'vulnerable'], ...(isLong ? hard : [])])(
  'the verdict on %s is the same, however little gets done in a minute',
  (pattern, status) => {
    expect(checkPattern(pattern, 'u').status).toBe(status);
  },
);
