// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { BodyFacts } from '@amend/contract';

export const userCreateFacts: BodyFacts = {
  "schemas": {
    "name": {
      "type": "string",
      "pattern": "^\\p{L}+(?:[ .'-]\\p{L}+)*$",
      "maxLength": 40
    },
    "kind": {
      "type": "string",
      "enum": [
        "person",
        "business"
      ]
    },
    "version": {
      "const": 1
    },
    "nickname": {
      "type": "string",
      "not": {
        "const": "admin"
      }
    },
    "currency": {
      "enum": [
        "USD"
      ]
    },
    "email": {
      "type": [
        "string",
        "null"
      ],
      "format": "email"
    },
    "birth_date": {
      "type": "string",
      "format": "date"
    },
    "parent": {
      "type": "string",
      "format": "uuid"
    },
    "ssn": {
      "type": "string",
      "format": "password",
      "pattern": "^[0-9]{9}$",
      "maxLength": 9
    },
    "age": {
      "type": "integer",
      "minimum": 18,
      "maximum": 150
    },
    "balance": {
      "type": "number"
    },
    "tags": {
      "type": "array",
      "minItems": 1,
      "maxItems": 3,
      "items": {
        "type": "string",
        "minLength": 1
      }
    },
    "number": {
      "type": [
        "integer",
        "string"
      ]
    },
    "labels": {
      "type": "object",
      "maxProperties": 2,
      "additionalProperties": {
        "type": [
          "string",
          "integer"
        ]
      }
    },
    "address/home": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "city"
      ],
      "properties": {
        "city": {
          "type": "string"
        },
        "zip": {
          "type": "string",
          "minLength": 5,
          "maxLength": 5
        }
      }
    },
    "contact": {
      "oneOf": [
        {
          "type": "string"
        },
        {
          "type": "object",
          "required": [
            "phone"
          ],
          "properties": {
            "phone": {
              "type": "string"
            }
          }
        }
      ]
    },
    "extra": {}
  }
};

export const personUpdateFacts: BodyFacts = {
  "schemas": {
    "name": {
      "type": "string",
      "pattern": "^\\p{L}+(?:[ .'-]\\p{L}+)*$",
      "maxLength": 40
    },
    "ssn": {
      "type": "string",
      "format": "password",
      "pattern": "^[0-9]{9}$",
      "maxLength": 9
    },
    "documents": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "document_type"
        ],
        "properties": {
          "document_type": {
            "type": "string",
            "enum": [
              "SSN",
              "PASSPORT"
            ]
          },
          "document_value": {
            "type": "string",
            "format": "password"
          }
        }
      }
    }
  }
};

export const businessUpdateFacts: BodyFacts = {
  "schemas": {
    "name": {
      "type": "string"
    }
  }
};

export const userReplacementFacts: BodyFacts = {
  "schemas": {
    "reference": {
      "type": "string"
    },
    "name": {
      "type": "string"
    }
  }
};
