// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { OperationTable } from '@amend/contract';
import type { operations as Operations } from './types.ts';

export const servers = [
  "https://sandbox.golden.example/v2"
] as const;

export const headers = {} as const;

export const operations = {
  "updateUser": {
    "method": "PATCH",
    "path": "/users/{user_id}",
    "query": [],
    "retry": "idempotent"
  },
  "startCheck": {
    "method": "POST",
    "path": "/users/{user_id}/check",
    "query": [],
    "retry": "never"
  },
  "createMember": {
    "method": "POST",
    "path": "/members",
    "query": [],
    "retry": "never"
  },
  "updateMember": {
    "method": "POST",
    "path": "/members/update",
    "query": [],
    "retry": "never"
  },
  "replaceMember": {
    "method": "PUT",
    "path": "/members/{user_id}/",
    "query": [],
    "retry": "idempotent"
  }
} as const satisfies OperationTable<Operations>;
