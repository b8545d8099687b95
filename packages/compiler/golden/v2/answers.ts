// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { AnswerTable } from '@amend/contract';

export type { AnswerTable };

export const answers: AnswerTable = {
  "contract": "golden@v2",
  "provider": "golden",
  "servers": [
    "https://sandbox.golden.example/v2"
  ],
  "operations": {
    "updateUser": {
      "method": "PATCH",
      "path": "/users/{user_id}",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/User"
        }
      }
    },
    "startCheck": {
      "method": "POST",
      "path": "/users/{user_id}/check",
      "answers": {
        "204": {}
      }
    },
    "createMember": {
      "method": "POST",
      "path": "/members",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/Page"
        }
      }
    },
    "updateMember": {
      "method": "POST",
      "path": "/members/update",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/Member"
        }
      }
    },
    "replaceMember": {
      "method": "PUT",
      "path": "/members/{user_id}/",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/Member"
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
        "status": {
          "type": "string",
          "enum": [
            "OPEN",
            "CHECKING",
            "DONE",
            "CLOSED"
          ]
        },
        "business": {
          "type": "boolean"
        },
        "given_name": {
          "type": "string"
        },
        "middle_name": {
          "type": "string"
        },
        "family_name": {
          "type": "string"
        },
        "name": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "mobile": {
          "type": "string"
        },
        "street": {
          "type": "string"
        },
        "street_2": {
          "type": "string"
        },
        "city": {
          "type": "string"
        },
        "region": {
          "type": "string"
        },
        "country": {
          "type": "string"
        },
        "born_on": {
          "type": "string"
        },
        "founded_on": {
          "type": "string"
        },
        "gender": {
          "type": "string"
        },
        "occupation": {
          "type": "string"
        },
        "username": {
          "type": "string"
        },
        "scope": {
          "type": "string"
        },
        "type": {
          "type": "string"
        },
        "website": {
          "type": "string"
        },
        "monthly_payments": {
          "type": "string"
        },
        "employer": {
          "$ref": "#/components/schemas/Employer"
        },
        "numbers": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/DocumentNumber"
          }
        },
        "scans": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Scan"
          }
        },
        "created_at": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/Employer": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "address": {
          "type": "string"
        },
        "phone": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/DocumentNumber": {
      "type": "object",
      "required": [
        "kind",
        "value"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "SSN",
            "PASSPORT",
            "LICENCE"
          ]
        },
        "value": {
          "type": "string"
        },
        "issuer": {
          "type": "string"
        },
        "issued_on": {
          "type": "string"
        },
        "expires_on": {
          "type": "string"
        },
        "country": {
          "type": "string"
        },
        "region": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/Scan": {
      "type": "object",
      "required": [
        "kind",
        "front"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "PASSPORT",
            "STATEMENT",
            "CHARTER"
          ]
        },
        "front": {
          "type": "string"
        },
        "back": {
          "type": "string"
        },
        "country": {
          "type": "string"
        },
        "region": {
          "type": "string"
        },
        "expires_on": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/Page": {
      "type": "object",
      "required": [
        "items"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Member"
          }
        }
      }
    },
    "#/components/schemas/Member": {
      "type": "object",
      "required": [
        "id"
      ],
      "properties": {
        "id": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "consumer",
            "company"
          ]
        },
        "reference": {
          "$ref": "#/components/schemas/Reference"
        },
        "name": {
          "type": "string"
        },
        "email": {
          "type": [
            "string",
            "null"
          ]
        },
        "username": {
          "type": [
            "string",
            "null"
          ]
        },
        "phone": {
          "type": "string"
        },
        "born_on": {
          "type": "string"
        },
        "address": {
          "$ref": "#/components/schemas/Address"
        },
        "employer": {
          "$ref": "#/components/schemas/Employer"
        },
        "ssn_last_4": {
          "type": "string"
        },
        "active": {
          "type": "boolean"
        },
        "payout_account": {
          "type": "string"
        },
        "created_at": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/Reference": {
      "type": [
        "string",
        "integer"
      ]
    },
    "#/components/schemas/Address": {
      "type": "object",
      "required": [
        "line_1",
        "city",
        "state",
        "zip",
        "country"
      ],
      "properties": {
        "line_1": {
          "type": "string"
        },
        "line_2": {
          "type": [
            "string",
            "null"
          ]
        },
        "city": {
          "type": "string"
        },
        "state": {
          "type": "string"
        },
        "zip": {
          "type": "string"
        },
        "country": {
          "type": "string",
          "enum": [
            "UNITED STATES"
          ]
        }
      }
    }
  }
};
