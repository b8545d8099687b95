// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { UpdateRules, Verification } from '@amend/contract';
import type { components, Writable } from './types.ts';

export const verification = {
  "property": "status",
  "verified": [
    "DONE"
  ],
  "unverified": [
    "OPEN",
    "CHECKING"
  ],
  "unknown": [
    "CLOSED"
  ]
} as const satisfies Verification;

export const personUpdate = {
  "operation": "updateUser",
  "update": "partial",
  "after": "listUsers",
  "settle": 90,
  "documented": true,
  "properties": {
    "api_key": {
      "role": "credential",
      "required": true
    },
    "name": {
      "updatable": [
        "unverified"
      ],
      "required": false,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ]
    },
    "ssn": {
      "updatable": [],
      "required": false,
      "sources": [
        {
          "evidence": "vendor",
          "from": "https://golden.example/ssn"
        },
        {
          "evidence": "assumed",
          "from": "It is so elsewhere."
        }
      ]
    },
    "documents": {
      "updatable": [
        "unverified",
        "verified"
      ],
      "required": false,
      "items": {
        "property": "document_type",
        "kinds": {
          "SSN": [
            "unverified"
          ],
          "PASSPORT": [
            "unverified",
            "verified"
          ]
        }
      },
      "effect": "archives-previous",
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ]
    }
  }
} as const satisfies UpdateRules<
  Writable<components['schemas']['PersonUpdate']>
>;

export const businessUpdate = {
  "operation": "updateUser",
  "update": "partial",
  "after": "listUsers",
  "settle": 90,
  "documented": false,
  "properties": {
    "name": {
      "updatable": [
        "unverified",
        "verified"
      ],
      "required": false,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ]
    }
  }
} as const satisfies UpdateRules<
  Writable<components['schemas']['BusinessUpdate']>
>;

export const userReplacement = {
  "operation": "replaceUser",
  "update": "replacement",
  "documented": false,
  "properties": {
    "reference": {
      "updatable": [],
      "required": true,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Replace"
        }
      ]
    },
    "name": {
      "updatable": [
        "unverified",
        "verified"
      ],
      "required": true,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Replace"
        }
      ]
    }
  }
} as const satisfies UpdateRules<
  Writable<components['schemas']['UserReplacement']>
>;
