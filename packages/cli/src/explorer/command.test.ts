import { expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';

test.each([
  [[], 'needs --out FOLDER'],
  [['--out'], '--out needs a value.'],
  [['site'], 'name the folder with --out.'],
  [['--out', 'site', 'other'], 'name the folder with --out.'],
  [['--out', 'a', '--out', 'b'], '--out may be given once only.'],
])('%j is wrong usage', async (args, says) => {
  const { code, out, err } = await amend(['explorer', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
});
