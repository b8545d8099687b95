// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { ContractModel } from '@amend/contract';

export type { ContractModel };

export const model: Omit<ContractModel, 'document'> = {
  "name": "golden@v3",
  "provider": "golden",
  "version": "v3",
  "servers": [
    "https://sandbox.golden.example/v3"
  ],
  "headers": {},
  "credentials": {},
  "verification": {
    "property": "status",
    "verified": [
      "verified"
    ],
    "unverified": [
      "unverified"
    ],
    "unknown": [
      "retry"
    ],
    "frozen": [
      "document",
      "kba",
      "suspended",
      "deactivated"
    ]
  },
  "user": {
    "schema": {
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
    "id": "id",
    "unshown": {}
  },
  "operations": [
    {
      "id": "getCustomer",
      "method": "GET",
      "path": "/customers/{id}",
      "way": [],
      "kind": "read",
      "retry": "safe",
      "pathParameters": [
        {
          "name": "id",
          "required": true,
          "examples": {}
        }
      ],
      "query": [],
      "answers": {
        "200": {
          "unverified": {
            "id": "c-unverified",
            "type": "personal",
            "status": "unverified",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "retry": {
            "id": "c-retry",
            "type": "personal",
            "status": "retry",
            "firstName": "Jane",
            "email": "jane@example.com",
            "city": "Ames"
          },
          "document": {
            "id": "c-document",
            "type": "personal",
            "status": "document",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "verified": {
            "id": "c-verified",
            "type": "personal",
            "status": "verified",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "suspended": {
            "id": "c-suspended",
            "type": "personal",
            "status": "suspended",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "business": {
            "id": "c-business",
            "type": "business",
            "status": "retry",
            "businessName": "Jane Corp",
            "website": "https://a.example"
          }
        }
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "updateCustomer",
      "method": "POST",
      "path": "/customers/{id}",
      "body": {
        "schemas": [
          {
            "name": "PersonalUpdate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
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
                "ipAddress": {
                  "type": "string"
                },
                "dateOfBirth": {
                  "type": "string",
                  "format": "date"
                },
                "ssn": {
                  "type": "string",
                  "writeOnly": true,
                  "format": "password"
                }
              }
            },
            "rules": {
              "operation": "updateCustomer",
              "update": "partial",
              "documented": true,
              "words": {
                "retry": "neither",
                "document": "frozen",
                "kba": "frozen",
                "suspended": "frozen",
                "deactivated": "frozen"
              },
              "properties": {
                "firstName": {
                  "updatable": [
                    "unverified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateUnverifiedAndReceiveOnly"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "lastName": {
                  "updatable": [
                    "unverified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateUnverifiedAndReceiveOnly"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "email": {
                  "updatable": [
                    "unverified",
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateUnverifiedAndReceiveOnly"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "phone": {
                  "updatable": [
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    }
                  ]
                },
                "address1": {
                  "updatable": [
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "address2": {
                  "updatable": [
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    }
                  ]
                },
                "city": {
                  "updatable": [
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "state": {
                  "updatable": [
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "postalCode": {
                  "updatable": [
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "ipAddress": {
                  "updatable": [
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedPersonal"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "dateOfBirth": {
                  "updatable": [
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                },
                "ssn": {
                  "updatable": [
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedPersonal"
                    }
                  ]
                }
              }
            }
          },
          {
            "name": "BusinessUpdate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "type": {
                  "type": "string",
                  "const": "business"
                },
                "businessName": {
                  "type": "string"
                },
                "email": {
                  "type": "string"
                },
                "website": {
                  "type": "string"
                },
                "doingBusinessAs": {
                  "type": "string"
                },
                "ein": {
                  "type": "string",
                  "writeOnly": true,
                  "format": "password"
                }
              }
            },
            "rules": {
              "operation": "updateCustomer",
              "update": "partial",
              "documented": true,
              "words": {
                "retry": "neither",
                "document": "frozen",
                "kba": "frozen",
                "suspended": "frozen",
                "deactivated": "frozen"
              },
              "properties": {
                "type": {
                  "updatable": [
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedBusinessWithController"
                    }
                  ]
                },
                "businessName": {
                  "updatable": [
                    "unverified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateUnverifiedAndReceiveOnly"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedBusinessWithController"
                    }
                  ]
                },
                "email": {
                  "updatable": [
                    "unverified",
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateUnverifiedAndReceiveOnly"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedBusiness"
                    },
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedBusinessWithController"
                    }
                  ]
                },
                "website": {
                  "updatable": [
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedBusiness"
                    }
                  ]
                },
                "doingBusinessAs": {
                  "updatable": [
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi UpdateVerifiedBusiness"
                    }
                  ]
                },
                "ein": {
                  "updatable": [
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://github.com/Dwolla/dwolla-openapi RetryVerifiedBusinessWithController"
                    }
                  ]
                }
              }
            }
          }
        ],
        "roles": {},
        "examples": {}
      },
      "update": "partial",
      "way": [],
      "kind": "update",
      "retry": "idempotent",
      "pathParameters": [
        {
          "name": "id",
          "required": true,
          "examples": {}
        }
      ],
      "query": [],
      "answers": {
        "200": {
          "unverified": {
            "id": "c-unverified",
            "type": "personal",
            "status": "unverified",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "retry": {
            "id": "c-retry",
            "type": "personal",
            "status": "retry",
            "firstName": "Jane",
            "email": "jane@example.com",
            "city": "Ames"
          },
          "document": {
            "id": "c-document",
            "type": "personal",
            "status": "document",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "verified": {
            "id": "c-verified",
            "type": "personal",
            "status": "verified",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "suspended": {
            "id": "c-suspended",
            "type": "personal",
            "status": "suspended",
            "firstName": "Jane",
            "email": "jane@example.com"
          },
          "business": {
            "id": "c-business",
            "type": "business",
            "status": "retry",
            "businessName": "Jane Corp",
            "website": "https://a.example"
          }
        },
        "400": {
          "refused": {
            "code": "ValidationError",
            "message": "Validation error."
          }
        }
      },
      "success": 200,
      "refusals": []
    }
  ],
  "webhooks": [],
  "errors": {
    "400": {
      "code": "ValidationError",
      "message": "Validation error."
    }
  }
};
