import { ContractError } from '@amend/compiler/contract-error';
import { visible } from '../packages/client/src/visible.ts';
import { UsageError } from './usage-error.ts';

// A command imports this first: what is wrong with a contract, or with the list of them, is found while the rest is
// imported, and is one line as well.

process.on('uncaughtException', (error) => {
  const isTold = error instanceof UsageError || error instanceof ContractError;
  console.error(isTold ? visible(error.message) : error);
  process.exit(error instanceof UsageError ? 2 : 1);
});
