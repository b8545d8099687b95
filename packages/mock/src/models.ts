import { pathToFileURL } from 'node:url';
import type { ContractModel } from '@amend/contract';
import type { Checks } from './checks.ts';

/** What the mock takes of a contract: the document is for Prism alone. */
export type Model = Omit<ContractModel, 'document'>;

/** A contract as other tools read it. */
interface ContractDocument {
  readonly json: Readonly<Record<string, unknown>>;
  /** As it was written by hand. */
  readonly yaml: string;
}

/** An operation as Prism reads it; more of it is known to what asks Prism, since our declarations are read without Prism's. */
export interface StockOperation {
  readonly iid?: string;
}

/** A contract, its checks, and its operations as Prism knows them. */
export interface ReadModel {
  readonly model: Model;
  readonly checks: () => Promise<Checks>;
  readonly stock: () => Promise<readonly StockOperation[]>;
  readonly document: () => Promise<ContractDocument>;
}

/** What stays behind where the mock is built: there, `compile-contracts.ts` puts another file in the place of this one. */
interface Repository {
  readonly read: (name: string) => ReadModel;
}

// Not by `new URL(..., import.meta.url)`, which bundlers and tests with a browser's globals take for an asset.
const repository = (): Promise<Repository> => import(pathToFileURL(`${import.meta.dirname}/../repository.ts`).href);

/** A contract by its name, from the repository. */
export const readModel = async (name: string): Promise<ReadModel> => (await repository()).read(name);
