import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contracts } from '../contracts/contracts.ts';

test.each([...new Set(contracts.map(({ provider }) => provider))])(
  'the calls of %s are held against Prism and the mock',
  (provider) => {
    expect(existsSync(new URL(`${provider}.test.ts`, import.meta.url))).toBe(true);
  },
);
