// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { OperationTable } from '@amend/contract';
import type { operations as Operations } from './types.ts';

export const servers = [
  "https://sandbox.golden.example/v3"
] as const;

export const headers = {} as const;

export const operations = {
  "getCustomer": {
    "method": "GET",
    "path": "/customers/{id}",
    "query": [],
    "retry": "safe"
  },
  "updateCustomer": {
    "method": "POST",
    "path": "/customers/{id}",
    "query": [],
    "retry": "idempotent"
  }
} as const satisfies OperationTable<Operations>;
