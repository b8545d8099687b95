// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { AnswerTable } from '@amend/contract';

export type { AnswerTable };

export const answers: AnswerTable = {
  "contract": "golden@v4",
  "provider": "golden",
  "servers": [
    "https://sandbox.golden.example/v4"
  ],
  "operations": {
    "getPerson": {
      "method": "GET",
      "path": "/people/{id}",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/User"
        }
      }
    },
    "updatePerson": {
      "method": "PATCH",
      "path": "/people/{id}",
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
        "status": {
          "type": "string",
          "enum": [
            "open",
            "retry",
            "approved",
            "closed"
          ]
        },
        "email": {
          "type": "string"
        },
        "individual": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string"
            },
            "name": {
              "type": "object",
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
              "properties": {
                "office": {
                  "type": "string"
                }
              }
            }
          }
        },
        "address": {
          "type": "object",
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
