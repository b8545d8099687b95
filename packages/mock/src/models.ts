import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ContractModel } from '@amend/contract';
import type { PrismOperation } from './prism.ts';

/** What the mock takes of a contract: the document is for Prism alone. */
export type Model = Omit<ContractModel, 'document'>;

/** What the build makes of a contract, so that nobody has to wait for YAML and for Prism's reading. */
export interface CompiledModel {
  readonly model: Model;
  readonly operations: readonly PrismOperation[];
}

/** A contract, and its operations as Prism knows them. */
export interface ReadModel {
  readonly model: Model;
  readonly prismOperations: () => Promise<readonly PrismOperation[]>;
}

// Not by `new URL(..., import.meta.url)`, which bundlers and tests with a browser's globals take for an asset.
const beside = (path: string): string => `${import.meta.dirname}/${path}`;

/** Where the build puts the models; beside the sources there is no such folder. */
const built = beside('specs');

/** What `repository.ts` has, which stays behind where the mock is built. */
interface Repository {
  readonly read: (name: string) => ContractModel;
}

const repository = (): Promise<Repository> => import(pathToFileURL(beside('../repository.ts')).href);

const parse = <Value>(folder: string, name: string): Value =>
  JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Value;

const readOperations = async ({ document }: ContractModel): Promise<readonly PrismOperation[]> => {
  const { getHttpOperationsFromSpec } = await import('@stoplight/prism-http/dist/utils/operations.js');
  return getHttpOperationsFromSpec(structuredClone(document));
};

/** A contract as the build keeps it. */
export const compileModel = async (contract: ContractModel): Promise<CompiledModel> => {
  const { document: _, ...model } = contract;
  return { model, operations: await readOperations(contract) };
};

/** A contract that was just read; Prism reads it when the first request asks for it, and once. */
export const toReadModel = (model: ContractModel): ReadModel => {
  let operations: ReturnType<typeof readOperations> | undefined;
  return {
    model,
    prismOperations: () => {
      operations ??= readOperations(model);
      return operations;
    },
  };
};

/** A contract by its name: as it was built, or else from the repository. */
export const readModel = async (name: string, folder = built): Promise<ReadModel> => {
  if (!existsSync(folder)) return toReadModel((await repository()).read(name));
  const { model, operations } = parse<CompiledModel>(folder, name);
  return { model, prismOperations: async () => operations };
};
