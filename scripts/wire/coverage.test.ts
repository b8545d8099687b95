import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contracts } from '../contracts/contracts.ts';

test.each([...new Set(contracts.map(({ provider }) => provider))])(
  'the calls of %s are held against Prism and the mock',
  (provider) => {
    const sentence = `scripts/wire/${provider}.test.ts is missing: hold one call per request example against the servers there, as its neighbours do.`;
    expect(existsSync(new URL(`${provider}.test.ts`, import.meta.url)), sentence).toBe(true);
  },
);
