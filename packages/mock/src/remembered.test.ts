import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { modelNamed, stockOf } from '../repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-read-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('what is known of a reading by Prism is what it reads', async () => {
  const model = modelNamed('hpay@v1');
  vi.stubEnv('AMEND_READ_CACHE', '');
  const read = await stockOf(model);
  expect(readdirSync(folder)).toEqual([]);
  vi.stubEnv('AMEND_READ_CACHE', folder);
  for (const _ of [1, 2]) expect(await stockOf(model)).toEqual(read);
  expect(readdirSync(folder)).toHaveLength(1);
});
