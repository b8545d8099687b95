import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContractError } from './contract-error.ts';
import { parseYaml } from './parse-yaml.ts';

// No `URL`: a test of the mock may have a browser's in its place.
const root = join(import.meta.dirname, '../../../..');

/** A text file of this repository, by its path from the root. */
export const readFile = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface Contract {
  /** `machnet@v4`, as redocly.yaml names it. */
  name: string;
  provider: string;
  version: string;
  /** From the repository's root. */
  path: string;
}

/** The contracts that the text of a redocly.yaml lists, in its order. @throws {ContractError} if it lists none. */
export const contractsIn = (text: string): Contract[] => {
  const { document, fail } = parseYaml('redocly.yaml', text);
  const { apis } = { ...(document as { apis?: JsonObject }) };
  if (typeof apis !== 'object' || apis === null) return fail(['apis'], 'The contracts have to be listed under `apis`.');
  return Object.entries(apis).map(([name, api]) => {
    const [, provider, version] = /^([a-z][a-z0-9]*)@(v[0-9]+)$/.exec(name) ?? [];
    const { root: path } = { ...(api as JsonObject) };
    if (!provider || !version || typeof path !== 'string')
      return fail(['apis', name], 'An entry has to read `provider@v1: { root: specs/provider/v1.yaml }`.');
    return { name, provider, version, path };
  });
};

/** The contracts of this repository: redocly.yaml is the one list of them. */
export const contracts: Contract[] = contractsIn(readFile('redocly.yaml'));
for (const { path } of contracts)
  if (!existsSync(join(root, path))) throw new ContractError(`redocly.yaml: The contract ${path} is not there.`);

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A contract of this repository, as redocly.yaml names it. */
export const contractNamed = (name: string): Contract => {
  const contract = contracts.find((candidate) => candidate.name === name);
  if (!contract) throw new Error(`No contract is called ${name}; redocly.yaml lists them.`);
  return contract;
};

export const readContract = (name: string): JsonObject => {
  const { path } = contractNamed(name);
  return parseYaml(path, readFile(path)).document as JsonObject;
};
