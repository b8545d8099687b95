// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { WebhookTable } from '@amend/contract';
import type { webhooks as Webhooks } from './types.ts';

export const webhooks = {
  "userChecked": {
    "at": {
      "name": {
        "body": [
          "event"
        ]
      },
      "id": {
        "body": [
          "data",
          "id"
        ]
      },
      "user": {
        "body": [
          "data",
          "user_id"
        ],
        "optional": true
      },
      "time": {
        "header": "x-time",
        "optional": true
      },
      "signature": {
        "header": "X-Signature"
      }
    },
    "events": {
      "check.done": {
        "word": "DONE",
        "verification": "verified"
      },
      "check.failed": {
        "word": "CLOSED",
        "verification": "unknown"
      }
    }
  }
} as const satisfies WebhookTable<Webhooks>;
