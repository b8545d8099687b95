import { providerNames } from 'amend/providers';
import { expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';

test.each(providerNames)('%s: every cell agrees', async (name) => {
  const { code, out, err } = await amend(['check', name]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^[0-9]+ agrees, 0 differs, 0 undecided, 0 not-tried, in [0-9]+ writes\.$/m);
});
