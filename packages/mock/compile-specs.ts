import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listContracts } from './src/contract-list.ts';
import { compiledName, compileSpec, SpecError } from './src/read-spec.ts';
import { specs } from './src/specs.ts';

// The contracts belong to no package; the published mock brings what was made of them.

const contracts = (await listContracts()).map(({ file }) => file);

process.on('uncaughtException', (error) => {
  console.error(error instanceof SpecError ? error.message : error);
  process.exit(1);
});

for (const file of [...contracts, pathToFileURL('control.yaml').href]) {
  const target = `dist/specs/${compiledName(file)}`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(await compileSpec(new URL(file, specs))));
}
