// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { UpdateRules, Verification } from '@amend/contract';
import type { components, Writable } from './types.ts';

export const verification = {
  "property": "status",
  "verified": [
    "approved"
  ],
  "unverified": [
    "open"
  ],
  "unknown": [
    "retry"
  ],
  "frozen": [
    "closed"
  ]
} as const satisfies Verification;

export const personUpdate = {
  "operation": "updatePerson",
  "update": "partial",
  "documented": true,
  "words": {
    "retry": "neither",
    "closed": "frozen"
  },
  "properties": {
    "email": {
      "updatable": [
        "unverified",
        "verified",
        "retry"
      ],
      "required": false,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ]
    },
    "individual": {
      "updatable": [
        "unverified",
        "verified",
        "retry"
      ],
      "required": false,
      "merges": true,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ],
      "members": {
        "name": {
          "updatable": [
            "unverified",
            "retry"
          ],
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Names"
            }
          ]
        },
        "tax": {
          "updatable": [
            "unverified",
            "verified",
            "retry"
          ],
          "hidden": true,
          "merges": true,
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Update"
            }
          ],
          "members": {
            "number": {
              "updatable": [
                "retry"
              ],
              "hidden": true,
              "sources": [
                {
                  "evidence": "seed",
                  "from": "Golden, Taxes"
                }
              ]
            }
          }
        }
      }
    },
    "address": {
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
      ],
      "members": {
        "state": {
          "updatable": [
            "unverified"
          ],
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Places"
            }
          ]
        },
        "country": {
          "updatable": [],
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Places"
            }
          ]
        }
      }
    },
    "preferences": {
      "updatable": [
        "unverified",
        "verified"
      ],
      "required": false,
      "merges": true,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ],
      "members": {
        "currency": {
          "updatable": [],
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Places"
            }
          ]
        },
        "tags": {
          "updatable": [
            "unverified"
          ],
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Places"
            }
          ]
        }
      }
    },
    "settings": {
      "updatable": [
        "unverified"
      ],
      "required": false,
      "sources": [
        {
          "evidence": "seed",
          "from": "Golden, Update"
        }
      ],
      "members": {
        "region": {
          "updatable": [
            "unverified"
          ],
          "sources": [
            {
              "evidence": "seed",
              "from": "Golden, Update"
            },
            {
              "evidence": "seed",
              "from": "Golden, Places"
            }
          ]
        }
      }
    }
  }
} as const satisfies UpdateRules<
  Writable<components['schemas']['PersonUpdate']>
>;
