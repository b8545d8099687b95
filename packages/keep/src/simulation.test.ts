import { expect, test } from 'vitest';
import { histories } from './testing/histories.ts';

test('in a few histories with deaths, stalls and outages nothing is lost, doubled, out of order or against a rule', async () => {
  const { broken, crashes, stalls, writes } = await histories(1, 4);
  expect(broken).toEqual([]);
  // What nothing happens in proves nothing.
  expect(Math.min(crashes / 40, stalls / 8, writes / 80)).toBeGreaterThan(1);
});
