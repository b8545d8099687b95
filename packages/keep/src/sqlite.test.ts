import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sqlite } from './sqlite.ts';
import { storeContract } from './store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-keep-'));
afterAll(() => rmSync(folder, { recursive: true }));

storeContract('sqlite', async () => {
  const path = join(mkdtempSync(join(folder, 'one-')), 'keep.db');
  return [sqlite(path), sqlite(path)];
});
