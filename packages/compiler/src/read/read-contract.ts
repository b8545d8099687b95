import { checkContract } from './check-contract.ts';
import { type Contract, readFile } from './contracts.ts';
import type { OpenApi } from './openapi.ts';
import { type Path, parseYaml, type Yaml } from './parse-yaml.ts';

export type { Path };

export interface LoadedContract extends Contract, Pick<Yaml, 'fail'> {
  document: OpenApi;
}

/** A contract in which the generator handles every key. */
export const parseContract = (contract: Contract, text: string): LoadedContract => {
  const { document, fail } = parseYaml(contract.path, text);
  checkContract(document, fail);
  return { ...contract, document: document as unknown as OpenApi, fail };
};

export const loadContract = (contract: Contract): LoadedContract => parseContract(contract, readFile(contract.path));
