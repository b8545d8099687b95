// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { AnswerTable } from '@amend/contract';

export type { AnswerTable };

export const answers: AnswerTable = {
  "contract": "golden@v1",
  "provider": "golden",
  "servers": [
    "https://sandbox.golden.example/v1",
    "https://golden.example/v1"
  ],
  "operations": {
    "createUser": {
      "method": "POST",
      "path": "/users",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/User"
        },
        "201": {
          "application/json": "#/components/schemas/User"
        },
        "400": {
          "application/json": "#/components/schemas/Problems"
        },
        "default": {
          "application/json": "#/components/schemas/Error"
        }
      }
    },
    "listUsers": {
      "method": "GET",
      "path": "/users",
      "answers": {
        "200": {
          "application/json": "#/paths/~1users/get/responses/200/content/application~1json/schema"
        }
      }
    },
    "updateUser": {
      "method": "PATCH",
      "path": "/users/{user_id}",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/User"
        },
        "400": {
          "application/json": "#/components/schemas/Error"
        }
      }
    },
    "replaceUser": {
      "method": "PUT",
      "path": "/users/{user_id}",
      "answers": {
        "200": {
          "application/json": "#/paths/~1users~1{user_id}/put/responses/200/content/application~1json/schema"
        }
      }
    },
    "deleteUser": {
      "method": "DELETE",
      "path": "/users/{user_id}",
      "answers": {
        "204": {},
        "404": {
          "application/json": "#/components/schemas/Error"
        }
      }
    },
    "startKyc": {
      "method": "POST",
      "path": "/users/{user_id}/kyc",
      "answers": {
        "200": {
          "application/json": "#/components/schemas/Progress"
        }
      }
    }
  },
  "schemas": {
    "#/components/schemas/User": {
      "type": "object",
      "required": [
        "id",
        "status",
        "ssn"
      ],
      "properties": {
        "id": {
          "$ref": "#/components/schemas/Id"
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
        "outcome": {
          "type": "string",
          "enum": [
            "success"
          ]
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
        "website": {
          "type": "string"
        },
        "ssn": {
          "$ref": "#/components/schemas/Ssn"
        },
        "referred": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/User"
          }
        },
        "employer": {
          "$ref": "#/components/schemas/Employer"
        },
        "checks": {
          "type": "object",
          "properties": {
            "note": {}
          },
          "additionalProperties": {
            "type": "string",
            "enum": [
              "PASSED",
              "FAILED"
            ]
          }
        },
        "origin": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "object",
              "required": [
                "country"
              ],
              "properties": {
                "country": {
                  "type": "string"
                }
              }
            }
          ]
        }
      },
      "besides": [
        {
          "required": [
            "name"
          ],
          "properties": {
            "name": {}
          }
        }
      ]
    },
    "#/components/schemas/Id": {
      "type": "string"
    },
    "#/components/schemas/Ssn": {
      "type": "string"
    },
    "#/components/schemas/Employer": {
      "type": "object",
      "required": [
        "city",
        "left_at"
      ],
      "properties": {
        "city": {
          "type": "string"
        },
        "country": {
          "type": "string"
        },
        "zip": {
          "type": "string"
        },
        "left_at": {
          "type": [
            "string",
            "null"
          ]
        },
        "kind": {
          "type": "string",
          "enum": [
            "own",
            "client"
          ]
        }
      },
      "besides": [
        {
          "required": [
            "zip"
          ]
        }
      ]
    },
    "#/components/schemas/Problems": {
      "type": "object",
      "required": [
        "problems"
      ],
      "properties": {
        "problems": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/Error"
          }
        }
      }
    },
    "#/components/schemas/Error": {
      "type": "object",
      "required": [
        "message"
      ],
      "properties": {
        "message": {
          "type": "string"
        },
        "detail": {}
      }
    },
    "#/paths/~1users/get/responses/200/content/application~1json/schema": {
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/User"
      }
    },
    "#/paths/~1users~1{user_id}/put/responses/200/content/application~1json/schema": {
      "anyOf": [
        {
          "$ref": "#/components/schemas/User"
        },
        {
          "$ref": "#/components/schemas/Accepted"
        }
      ]
    },
    "#/components/schemas/Accepted": {
      "type": "object",
      "required": [
        "ticket"
      ],
      "properties": {
        "ticket": {
          "type": "string"
        }
      }
    },
    "#/components/schemas/Progress": {
      "type": "object",
      "properties": {
        "reached": {
          "type": "string",
          "enum": [
            "DONE",
            "OPEN",
            "CHECKING",
            "CLOSED"
          ]
        }
      }
    }
  }
};
