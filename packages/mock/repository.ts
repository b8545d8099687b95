import { type Contract, contracts, loadContract, modelOf, readModel } from '@amend/compiler/read';
import type { ContractModel } from '@amend/contract';

// The contracts where they stand: for the build, and for a mock that runs from its sources.

const control: Contract = { name: 'control', provider: 'amend', version: 'v1', path: 'packages/mock/control.yaml' };

/** The contracts' names, in the order of redocly.yaml. */
export const names: readonly string[] = contracts.map(({ name }) => name);

/** A contract by its name; the mock's own is called `control`. */
export const read = (name: string): ContractModel =>
  name === control.name ? modelOf(loadContract(control)) : readModel(name);
