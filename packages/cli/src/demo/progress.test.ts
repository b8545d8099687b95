import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withProgress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const taking = (milliseconds: number) => () => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.each([
  [900, []],
  [1100, ['Starting …']],
])('after %i ms: %j', async (milliseconds, want) => {
  const err: string[] = [];
  const done = withProgress('Starting', taking(milliseconds), { stderr: (text) => err.push(text) });
  await vi.advanceTimersByTimeAsync(milliseconds);
  await done;
  await vi.advanceTimersByTimeAsync(5000);
  expect(err).toEqual(want);
});

test('what fails is not waited for any longer', async () => {
  const err: string[] = [];
  await expect(
    withProgress('Starting', () => Promise.reject(new Error('no')), { stderr: (text) => err.push(text) }),
  ).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(5000);
  expect(err).toEqual([]);
});
