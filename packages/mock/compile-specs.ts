import { mkdirSync, writeFileSync } from 'node:fs';
import { ContractError } from '@amend/compiler/contract-error';
import { names, read } from './repository.ts';
import { compileModel } from './src/models.ts';

// The contracts belong to no package; the published mock brings what was made of them.

process.on('uncaughtException', (error) => {
  console.error(error instanceof ContractError ? error.message : error);
  process.exit(1);
});

const write = (name: string, value: unknown): void => writeFileSync(`dist/specs/${name}.json`, JSON.stringify(value));

mkdirSync('dist/specs', { recursive: true });
for (const name of [...names, 'control']) write(name, await compileModel(read(name)));
