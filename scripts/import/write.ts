import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Contract } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { mergeVersions } from './merge.ts';
import type { Imported } from './run.ts';
import { tellChanges } from './tell-changes.ts';

/** Where what is imported stands, from the root of the repository. */
export const pathsOf = (contract: Contract) => ({
  contract: contract.path,
  decisions: contract.path.replace(/\.yaml$/, '.decisions.yaml'),
  /** The contract as it was last imported, with nothing that was done by hand. */
  imported: contract.path.replace(/\.yaml$/, '.imported.yaml'),
});

/** Writes what is imported, with what was done by hand since, and says what the provider has changed. @throws {UsageError} */
export const writeImported = async (root: string, contract: Contract, imported: Imported): Promise<string> => {
  const paths = pathsOf(contract);
  const read = (path: string) => (existsSync(root + path) ? readFileSync(root + path, 'utf8') : undefined);
  const [mine, base] = [read(paths.contract), read(paths.imported)];
  if (mine !== undefined && base === undefined)
    throw new UsageError(
      `${paths.contract} was not imported, and stays as it is; choose another provider or --version.`,
    );
  const theirs = imported.contract;
  const merged =
    mine === undefined || base === undefined ? theirs : mergeVersions(paths.contract, { mine, base, theirs });
  const changes = base === undefined ? '' : await tellChanges(contract, base, theirs);
  const files = { [paths.contract]: merged, [paths.imported]: theirs, [paths.decisions]: imported.decisions };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
  }
  return changes;
};
