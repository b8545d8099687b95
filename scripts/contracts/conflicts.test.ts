import { contracts, readFile } from '@amend/compiler/read';
import { expect, test } from 'vitest';

/** How many disagreements between its sources are known for each provider; each is decided in a contract. */
const known: Record<string, { prefix: string; count: number }> = {
  ingo: { prefix: 'ING', count: 20 },
  machnet: { prefix: 'MAC', count: 27 },
  stilt: { prefix: 'STI', count: 20 },
  hpay: { prefix: 'HPA', count: 21 },
};

test.each(Object.entries(known))('%s: each disagreement is decided', (provider, { prefix, count }) => {
  const text = contracts
    .filter((contract) => contract.provider === provider)
    .map(({ path }) => readFile(path))
    .join('\n');
  const decided = new Set([...text.matchAll(/^ *([A-Z]{3}-[0-9]+): /gm)].map(([, id]) => id));
  expect([...decided].sort()).toEqual(Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`).sort());
});

test.each(contracts)('$name: a disagreement is decided once', ({ path }) => {
  const ids = [...readFile(path).matchAll(/^ *([A-Z]{3}-[0-9]+): /gm)].map(([, id]) => id);
  expect(ids).not.toEqual([]);
  expect(ids).toEqual([...new Set(ids)]);
});
