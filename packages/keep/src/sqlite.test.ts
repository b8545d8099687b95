import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlite } from './sqlite.ts';
import { storeContract } from './store.contract.ts';

storeContract('sqlite', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'amend-keep-')), 'keep.db');
  return [sqlite(path), sqlite(path)];
});
