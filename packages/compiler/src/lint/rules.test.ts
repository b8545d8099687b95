import { globSync } from 'node:fs';
import { join } from 'node:path';

// The cases of all rules in one file, so that Redocly runs once.

for (const path of globSync(join(import.meta.dirname, 'rules/*.cases.ts')).sort())
  await import(/* @vite-ignore */ path);
