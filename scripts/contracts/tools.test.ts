import { contracts, readContract } from '@amend/compiler/read';
import { expect, test } from 'vitest';

// What other people's generators make of the contracts hangs on which keywords they know.

type Node = Readonly<Record<string, unknown>>;

const nodesIn = (value: unknown): readonly Node[] =>
  typeof value === 'object' && value !== null
    ? [...(Array.isArray(value) ? [] : [value as Node]), ...Object.values(value).flatMap(nodesIn)]
    : [];

const constantsOf = ({ anyOf }: Node): readonly unknown[] =>
  Array.isArray(anyOf) && anyOf.length > 0 && anyOf.every((one) => 'const' in one) ? anyOf.map((one) => one.const) : [];

test('alternatives that are words are an enumeration too, which more generators know', () => {
  const alternatives = contracts
    .flatMap((contract) => nodesIn(readContract(contract.name)))
    .filter((node) => constantsOf(node).length > 0);
  expect(alternatives).not.toEqual([]);
  for (const node of alternatives) expect(node.enum).toEqual(constantsOf(node));
});
