import { existsSync, readFileSync } from 'node:fs';
import { contracts } from '@amend/compiler/read';
import { expect, test } from 'vitest';

test.each([...new Set(contracts.map(({ provider }) => provider))])(
  'the calls of %s are held against Prism and the mock',
  (provider) => {
    const sentence = `scripts/wire/${provider}.long.test.ts must hold one call per request example against the servers there, as its neighbours do.`;
    const file = new URL(`${provider}.long.test.ts`, import.meta.url);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(text, sentence).toMatch(new RegExp(`^describeWire\\(\\{\\n  provider: '${provider}',$`, 'm'));
  },
);
