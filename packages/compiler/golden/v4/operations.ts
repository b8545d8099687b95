// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { OperationTable } from '@amend/contract';
import type { operations as Operations } from './types.ts';

export const servers = [
  "https://sandbox.golden.example/v4"
] as const;

export const headers = {} as const;

export const operations = {
  "getPerson": {
    "method": "GET",
    "path": "/people/{id}",
    "query": [],
    "retry": "safe"
  },
  "updatePerson": {
    "method": "PATCH",
    "path": "/people/{id}",
    "query": [],
    "retry": "idempotent"
  }
} as const satisfies OperationTable<Operations>;
