import { expect, test } from 'vitest';
import { histories } from './testing/histories.ts';

const count = Number(process.env.AMEND_KEEP_HISTORIES ?? 500);
const seed = Number(process.env.AMEND_KEEP_SEED ?? Date.now() % 1_000_000_000);
const timeLimit = Math.max(600_000, count * 1_000);

test(`${count} histories from seed ${seed} on`, { timeout: timeLimit }, async () => {
  const { broken, ...sums } = await histories(seed, count);
  console.log(`AMEND_KEEP_SEED=${seed}`, sums);
  expect(broken).toEqual([]);
});

// Requests may take effect up to four time-outs after their deadline.
const lateness = 4_000;

test('what takes effect after its deadline is doubled or lost where nobody waits for it', {
  timeout: timeLimit,
}, async () => {
  const { broken } = await histories(seed, 60, { lateness, settle: 0 });
  expect(broken.length).toBeGreaterThan(0);
});

test('and is not where that is the settling time', { timeout: timeLimit }, async () => {
  const { broken } = await histories(seed, 60, { lateness, settle: lateness });
  expect(broken).toEqual([]);
});
