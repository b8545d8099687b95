import { expect, test } from 'vitest';
import { measureInRounds } from './rounds.ts';

test('contenders are measured in turn, forwards and backwards', async () => {
  let order = '';
  const samples = await measureInRounds(['A', 'B', 'C'], async (contender) => {
    order += contender;
    return order.length;
  });
  expect(order).toBe('ABCCBA'.repeat(4));
  expect(samples.A).toEqual([1, 6, 7, 12, 13, 18, 19, 24]);
});

test('a contender that fails ends the bench', async () => {
  const measured = measureInRounds(['A'], () => Promise.reject(new Error('It did not do the work.')));
  await expect(measured).rejects.toThrow('It did not do the work.');
});
