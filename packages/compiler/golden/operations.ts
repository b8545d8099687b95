// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { OperationTable } from '@amend/contract';
import type { operations as Operations } from './types.ts';

export const servers = [
  "https://sandbox.golden.example/v1",
  "https://golden.example/v1"
] as const;

export const headers = {
  "apiKey": "api_key",
  "clientID": "X-Client-Id",
  "xDate": "X-Date"
} as const;

export const operations = {
  "createUser": {
    "method": "POST",
    "path": "/users",
    "query": [],
    "retry": "never"
  },
  "listUsers": {
    "method": "GET",
    "path": "/users",
    "query": [
      "page"
    ],
    "retry": "safe"
  },
  "updateUser": {
    "method": "PATCH",
    "path": "/users/{user_id}",
    "query": [],
    "retry": {
      "idempotentUnless": [
        "documents"
      ]
    }
  },
  "replaceUser": {
    "method": "PUT",
    "path": "/users/{user_id}",
    "query": [],
    "retry": "idempotent"
  },
  "deleteUser": {
    "method": "DELETE",
    "path": "/users/{user_id}",
    "query": [],
    "retry": "idempotent"
  },
  "startKyc": {
    "method": "POST",
    "path": "/users/{user_id}/kyc",
    "query": [],
    "retry": "idempotent"
  }
} as const satisfies OperationTable<Operations>;
