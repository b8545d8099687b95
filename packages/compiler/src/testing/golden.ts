import { type Contract, readFile } from '../read/contracts.ts';

/** The small contract that the generator's tests work on. */
export const golden: Contract = {
  name: 'golden@v1',
  provider: 'golden',
  version: 'v1',
  path: 'packages/compiler/golden/contract.yaml',
};

export const goldenText = readFile(golden.path);

/** A made-up provider with a rule of each kind; the mapping of its users stands beside the tests of `amend`. */
export const goldenUsers: Contract = {
  name: 'golden@v2',
  provider: 'golden',
  version: 'v2',
  path: 'packages/compiler/golden/v2/contract.yaml',
};

/** A made-up provider with Dwolla's published rules: they name its own status words. */
export const goldenStatuses: Contract = {
  name: 'golden@v3',
  provider: 'golden',
  version: 'v3',
  path: 'packages/compiler/golden/v3/contract.yaml',
};

/** A made-up provider with rules below the top level. */
export const goldenMembers: Contract = {
  name: 'golden@v4',
  provider: 'golden',
  version: 'v4',
  path: 'packages/compiler/golden/v4/contract.yaml',
};
