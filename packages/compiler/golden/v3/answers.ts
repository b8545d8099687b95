// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { AnswerTable } from '@amend/contract';

export type { AnswerTable };

export const answers: AnswerTable = {
  "contract": "golden@v3",
  "provider": "golden",
  "servers": [
    "https://sandbox.golden.example/v3"
  ],
  "operations": {
    "getCustomer": {
      "method": "GET",
      "path": "/customers/{id}",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/User"
        }
      }
    },
    "updateCustomer": {
      "method": "POST",
      "path": "/customers/{id}",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/User"
        },
        "400": {
          "application/json": "#/components/schemas/Error"
        }
      }
    }
  },
  "schemas": {
    "#/components/schemas/User": {
      "type": "object",
      "required": [
        "id",
        "status"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "type": {
          "type": "string",
          "enum": [
            "unverified",
            "personal",
            "business"
          ]
        },
        "status": {
          "type": "string",
          "enum": [
            "unverified",
            "retry",
            "document",
            "kba",
            "verified",
            "suspended",
            "deactivated"
          ]
        },
        "firstName": {
          "type": "string"
        },
        "lastName": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "phone": {
          "type": "string"
        },
        "address1": {
          "type": "string"
        },
        "address2": {
          "type": "string"
        },
        "city": {
          "type": "string"
        },
        "state": {
          "type": "string"
        },
        "postalCode": {
          "type": "string"
        },
        "businessName": {
          "type": "string"
        },
        "doingBusinessAs": {
          "type": "string"
        },
        "website": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/Error": {
      "type": "object",
      "required": [
        "code",
        "message"
      ],
      "properties": {
        "code": {
          "type": "string"
        },
        "message": {
          "type": "string"
        }
      }
    }
  }
};
