import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseYaml } from './parse-yaml.ts';

const root = new URL('../../', import.meta.url);

/** A text file of this repository, by its path from the root. */
export const readFile = (path: string): string => readFileSync(new URL(path, root), 'utf8');

export interface Contract {
  /** `machnet@v4`, as redocly.yaml names it. */
  name: string;
  provider: string;
  version: string;
  /** From the repository's root. */
  path: string;
}

/** The contracts that the text of a redocly.yaml lists, in its order. */
export const contractsIn = (text: string): Contract[] => {
  const { apis } = (parse(text) ?? {}) as { apis?: Record<string, { root: string }> };
  return Object.entries(apis ?? {}).map(([name, { root: path }]) => {
    const [provider = '', version = ''] = name.split('@');
    return { name, provider, version, path };
  });
};

/** The contracts of this repository: redocly.yaml is the one list of them. */
export const contracts: Contract[] = contractsIn(readFile('redocly.yaml'));

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const readContract = (name: string): JsonObject => {
  const contract = contracts.find((candidate) => candidate.name === name);
  if (!contract) throw new Error(`No contract is called ${name}; redocly.yaml lists them.`);
  return parseYaml(contract.path, readFile(contract.path)).document as JsonObject;
};
