// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { BodyFacts } from '@amend/contract';

export const personUpdateFacts: BodyFacts = {
  "schemas": {
    "given_name": {
      "type": "string"
    },
    "middle_name": {
      "type": "string"
    },
    "family_name": {
      "type": "string"
    },
    "email": {
      "type": "string",
      "format": "email"
    },
    "mobile": {
      "type": "string",
      "pattern": "^[0-9]{10,15}$",
      "maxLength": 15
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
      "type": "string",
      "maxLength": 2
    },
    "country": {
      "type": "string"
    },
    "born_on": {
      "type": "string",
      "format": "date"
    },
    "gender": {
      "type": "string"
    },
    "occupation": {
      "type": "string"
    },
    "scope": {
      "type": "string"
    },
    "type": {
      "type": "string"
    },
    "employer": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "maxLength": 256
        },
        "address": {
          "type": "string"
        },
        "phone": {
          "type": "string"
        }
      }
    },
    "numbers": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
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
            "type": "string",
            "format": "date"
          },
          "expires_on": {
            "type": "string",
            "format": "date"
          },
          "country": {
            "type": "string"
          },
          "region": {
            "type": "string"
          }
        }
      }
    },
    "scans": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
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
            "type": "string",
            "format": "date"
          }
        }
      }
    }
  },
  "conflicts": {
    "email": [
      "GOL-1"
    ]
  }
};

export const businessUpdateFacts: BodyFacts = {
  "schemas": {
    "name": {
      "type": "string"
    },
    "email": {
      "type": "string",
      "format": "email"
    },
    "mobile": {
      "type": "string",
      "pattern": "^[0-9]{10,15}$",
      "maxLength": 15
    },
    "country": {
      "type": "string"
    },
    "founded_on": {
      "type": "string",
      "format": "date"
    },
    "website": {
      "type": "string"
    },
    "username": {
      "type": "string"
    },
    "monthly_payments": {
      "type": "string",
      "pattern": "^[0-9]+$",
      "maxLength": 16
    },
    "numbers": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
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
            "type": "string",
            "format": "date"
          },
          "expires_on": {
            "type": "string",
            "format": "date"
          },
          "country": {
            "type": "string"
          },
          "region": {
            "type": "string"
          }
        }
      }
    },
    "scans": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
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
            "type": "string",
            "format": "date"
          }
        }
      }
    }
  }
};

export const memberCreateFacts: BodyFacts = {
  "schemas": {
    "kind": {
      "const": "consumer"
    },
    "reference": {
      "type": [
        "string",
        "integer"
      ]
    },
    "name": {
      "type": "string",
      "minLength": 1
    },
    "email": {
      "type": "string",
      "format": "email"
    },
    "phone": {
      "type": "string",
      "pattern": "^\\+[1-9][0-9]{1,14}$",
      "maxLength": 16
    },
    "born_on": {
      "type": "string",
      "format": "date"
    },
    "address": {
      "type": "object",
      "additionalProperties": false,
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
          "type": "string",
          "maxLength": 2
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
    },
    "employer": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "maxLength": 256
        },
        "address": {
          "type": "string"
        },
        "phone": {
          "type": "string"
        }
      }
    },
    "ssn": {
      "type": "string",
      "format": "password",
      "pattern": "^sealed:[0-9]{9}$",
      "maxLength": 16
    },
    "terms_accepted": {
      "type": "boolean"
    },
    "tags": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "value"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "value": {
            "type": "string"
          }
        }
      }
    }
  }
};

export const memberUpdateFacts: BodyFacts = {
  "schemas": {
    "reference": {
      "type": [
        "string",
        "integer"
      ]
    },
    "name": {
      "type": "string",
      "minLength": 1
    },
    "email": {
      "type": [
        "string",
        "null"
      ],
      "format": "email"
    },
    "username": {
      "type": [
        "string",
        "null"
      ]
    },
    "phone": {
      "type": "string",
      "pattern": "^\\+[1-9][0-9]{1,14}$",
      "maxLength": 16
    },
    "born_on": {
      "type": "string",
      "format": "date"
    },
    "address": {
      "type": "object",
      "additionalProperties": false,
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
          "type": "string",
          "maxLength": 2
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
    },
    "ssn": {
      "type": "string",
      "format": "password",
      "pattern": "^sealed:[0-9]{9}$",
      "maxLength": 16
    },
    "active": {
      "type": "boolean"
    }
  },
  "bodyConflicts": [
    "GOL-2"
  ]
};

export const memberReplacementFacts: BodyFacts = {
  "schemas": {
    "reference": {
      "type": [
        "string",
        "integer"
      ]
    },
    "name": {
      "type": "string",
      "minLength": 1
    },
    "email": {
      "type": [
        "string",
        "null"
      ],
      "format": "email"
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
    "active": {
      "type": "boolean"
    },
    "payout_account": {
      "type": "string"
    }
  }
};
