import { expect, test } from 'vitest';
import { contracts, type JsonObject, readContract } from './contracts.ts';
import { providerSamples } from './provider-samples.ts';

/** The values of all examples in a contract. */
const exampleValues = (name: string): unknown[] => {
  const found: unknown[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === 'examples' && !Array.isArray(child))
        for (const example of Object.values(child as Record<string, JsonObject>)) found.push(example.value);
      visit(child);
    }
  };
  visit(readContract(name));
  return found;
};

test.each(Object.entries(providerSamples))('%s: the page’s own samples stand in the contract', (_, sample) => {
  const values = exampleValues(sample.contract);
  if (!sample.bodyIsOurs) expect(values).toContainEqual(sample.body);
  expect(values).toContainEqual(sample.answer);
});

test('every contract is covered', () => {
  const covered = new Set(Object.values(providerSamples).map(({ contract }) => contract));
  expect([...covered].sort()).toEqual(contracts.map(({ name }) => name).sort());
});
