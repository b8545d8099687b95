import { expect, test } from 'vitest';
import { fuzz } from './testing/fuzz.ts';

/** `AMEND_FUZZ=200000 npx vitest run src/fuzz.long` for a longer run. */
const runs = Number(process.env.AMEND_FUZZ ?? 20_000);

test(`${runs} requests: every answer fits its contract, and nothing is kept that was forgotten`, async () => {
  const [first = 0, , last = 0] = await fuzz(runs);
  expect(last - first).toBeLessThan(2);
}, 600_000);
