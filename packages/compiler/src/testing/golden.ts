import { type Contract, readFile } from '../read/contracts.ts';

/** The small contract that the generator's tests work on. */
export const golden: Contract = {
  name: 'golden@v1',
  provider: 'golden',
  version: 'v1',
  path: 'packages/compiler/golden/contract.yaml',
};

export const goldenText = readFile(golden.path);
