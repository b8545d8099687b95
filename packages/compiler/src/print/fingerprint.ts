import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, readFile } from '../read/contracts.ts';
import type { Files } from './folder.ts';

/** The file in a generated folder that tells what the folder was made from, and what was in it then. */
export const fingerprintName = '.fingerprint';

const generatorFiles = (): string[] => [
  'pnpm-lock.yaml',
  'scripts/generate.ts',
  ...['read', 'print'].flatMap((room) =>
    readdirSync(join(import.meta.dirname, '..', room))
      .filter((name) => name.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(name))
      .map((name) => `packages/compiler/src/${room}/${name}`),
  ),
];

/** Equal as long as neither the contracts, nor the generator, nor the generated files have changed. */
export const fingerprint = (contracts: Contract[], { [fingerprintName]: _, ...files }: Files): string => {
  const hash = createHash('sha256');
  for (const path of [...contracts.map((contract) => contract.path), ...generatorFiles()])
    hash.update(`${path}\0${readFile(path)}\0`);
  // In one order: they are printed in another than a folder is read in.
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hash.update(JSON.stringify(sorted)).digest('hex');
};
