import { checkContract } from './check-contract.ts';
import { type Contract, readFile } from './contracts.ts';
import type { OpenApi } from './openapi.ts';
import { type Path, parseYaml, type Yaml } from './parse-yaml.ts';

export type { Path };

export interface LoadedContract extends Contract, Pick<Yaml, 'fail' | 'lineOf'> {
  document: OpenApi;
}

/** A contract in which the generator handles every key. */
export const parseContract = (contract: Contract, text: string): LoadedContract => {
  const { document, ...places } = parseYaml(contract.path, text);
  checkContract(document, places.fail);
  return { ...contract, ...places, document: document as unknown as OpenApi };
};

export const loadContract = (contract: Contract): LoadedContract => parseContract(contract, readFile(contract.path));
