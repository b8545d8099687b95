// The list of contracts alone, for what has to start fast.
export { contracts, readFile } from './read/contracts.ts';
