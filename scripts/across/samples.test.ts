import { contracts, readModel } from '@amend/compiler/read';
import { samples } from '@amend/compiler/testing';
import { expect, test } from 'vitest';

/** The values of all examples of bodies in a contract. */
const exampleValues = (name: string): unknown[] =>
  readModel(name).operations.flatMap(({ body, answers }) =>
    [body?.examples ?? {}, ...Object.values(answers)].flatMap((examples) => Object.values(examples)),
  );

test.each(Object.entries(samples))('%s: the page’s own samples stand in the contract', (_, sample) => {
  const values = exampleValues(sample.contract);
  if (!sample.bodyIsOurs) expect(values).toContainEqual(sample.body);
  expect(values).toContainEqual(sample.answer);
});

test.each(contracts)('$name has a sample', ({ name }) => {
  const own = Object.values(samples).filter(({ contract }) => contract === name);
  const sentence = `specs/${name.split('@')[0]}/page.yaml has no sample of ${name}: add a request and its answer, as the provider's page shows them.`;
  expect(own.length, sentence).toBeGreaterThan(0);
});

test('every sample is one of a contract', () => {
  const names = contracts.map(({ name }) => name);
  expect(Object.values(samples).filter(({ contract }) => !names.includes(contract))).toEqual([]);
});
