import { expect, test } from 'vitest';
import { importText, withRound } from './testing.ts';

test('twenty schemas that lead to one another are taken as deep as a contract has room', async () => {
  const { contract } = await importText(withRound(20));
  expect(contract).toContain('round:');
  expect(contract.length).toBeLessThan(2_000_000);
}, 60_000);
