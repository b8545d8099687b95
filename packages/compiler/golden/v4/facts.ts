// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { BodyFacts } from '@amend/contract';

export const personUpdateFacts: BodyFacts = {
  "schemas": {
    "email": {
      "type": "string"
    },
    "individual": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "title": {
          "type": "string"
        },
        "name": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "first_name": {
              "type": "string"
            },
            "last_name": {
              "type": "string"
            }
          }
        },
        "tax": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "number": {
              "type": "string",
              "format": "password"
            },
            "office": {
              "type": "string"
            }
          }
        }
      }
    },
    "address": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "line1": {
          "type": "string"
        },
        "line2": {
          "type": "string"
        },
        "city": {
          "type": "string"
        },
        "state": {
          "type": "string"
        },
        "country": {
          "type": "string"
        }
      }
    },
    "preferences": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "language": {
          "type": "string"
        },
        "currency": {
          "type": "string"
        },
        "tags": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "settings": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "channel": {
          "type": "string"
        },
        "region": {
          "type": "string"
        }
      }
    }
  }
};
