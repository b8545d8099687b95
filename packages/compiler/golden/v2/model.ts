// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { ContractModel } from '@amend/contract';

export type { ContractModel };

export const model: Omit<ContractModel, 'document'> = {
  "name": "golden@v2",
  "provider": "golden",
  "version": "v2",
  "servers": [
    "https://sandbox.golden.example/v2"
  ],
  "headers": {},
  "credentials": {},
  "verification": {
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
        },
        "created_at": {
          "type": "string"
        }
      }
    },
    "id": "id",
    "unshown": {}
  },
  "operations": [
    {
      "id": "updateUser",
      "method": "PATCH",
      "path": "/users/{user_id}",
      "body": {
        "schemas": [
          {
            "name": "PersonUpdate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "id": {
                  "type": "string"
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
              }
            },
            "rules": {
              "operation": "updateUser",
              "update": "partial",
              "after": "startCheck",
              "documented": true,
              "properties": {
                "id": {
                  "role": "identifier",
                  "required": false
                },
                "given_name": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "middle_name": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "family_name": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "email": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "mobile": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "street": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "street_2": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "city": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "region": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "country": {
                  "updatable": [],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "born_on": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "gender": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "occupation": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "scope": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "type": {
                  "updatable": [],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "employer": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "numbers": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "items": {
                    "property": "kind",
                    "kinds": {
                      "SSN": [
                        "unverified"
                      ],
                      "PASSPORT": [
                        "unverified",
                        "verified"
                      ],
                      "LICENCE": [
                        "unverified",
                        "verified"
                      ]
                    }
                  },
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
                    }
                  ]
                },
                "scans": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "items": {
                    "property": "kind",
                    "kinds": {
                      "PASSPORT": [
                        "unverified",
                        "verified"
                      ],
                      "STATEMENT": [
                        "unverified",
                        "verified"
                      ],
                      "CHARTER": [
                        "unverified",
                        "verified"
                      ]
                    }
                  },
                  "effect": "archives-previous",
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, persons"
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
            },
            "rules": {
              "operation": "updateUser",
              "update": "partial",
              "after": "startCheck",
              "documented": true,
              "properties": {
                "name": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "email": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "mobile": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "country": {
                  "updatable": [],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "founded_on": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "website": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "username": {
                  "updatable": [
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "monthly_payments": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "numbers": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "items": {
                    "property": "kind",
                    "kinds": {
                      "SSN": [
                        "unverified"
                      ],
                      "PASSPORT": [
                        "unverified"
                      ],
                      "LICENCE": [
                        "unverified"
                      ]
                    }
                  },
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                },
                "scans": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "items": {
                    "property": "kind",
                    "kinds": {
                      "PASSPORT": [
                        "unverified",
                        "verified"
                      ],
                      "STATEMENT": [
                        "unverified",
                        "verified"
                      ],
                      "CHARTER": [
                        "unverified"
                      ]
                    }
                  },
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update, businesses"
                    }
                  ]
                }
              }
            }
          }
        ],
        "roles": {
          "id": "identifier"
        },
        "examples": {}
      },
      "update": "partial",
      "way": [],
      "kind": "update",
      "retry": "idempotent",
      "pathParameters": [
        {
          "name": "user_id",
          "required": true,
          "examples": {}
        }
      ],
      "query": [],
      "after": "startCheck",
      "answers": {
        "200": {}
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "startCheck",
      "method": "POST",
      "path": "/users/{user_id}/check",
      "kind": "other",
      "retry": "never",
      "pathParameters": [
        {
          "name": "user_id",
          "required": true,
          "examples": {}
        }
      ],
      "query": [],
      "answers": {
        "204": {}
      },
      "success": 204,
      "refusals": []
    },
    {
      "id": "createMember",
      "method": "POST",
      "path": "/members",
      "body": {
        "schemas": [
          {
            "name": "MemberCreate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "kind",
                "reference",
                "name",
                "phone"
              ],
              "properties": {
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
                  "writeOnly": true,
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
            }
          }
        ],
        "roles": {},
        "examples": {}
      },
      "kind": "other",
      "retry": "never",
      "pathParameters": [],
      "query": [],
      "answers": {
        "200": {}
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "updateMember",
      "method": "POST",
      "path": "/members/update",
      "body": {
        "schemas": [
          {
            "name": "MemberUpdate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "user_id"
              ],
              "properties": {
                "user_id": {
                  "type": "string"
                },
                "api_key": {
                  "type": "string",
                  "format": "password",
                  "writeOnly": true
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
                  "writeOnly": true,
                  "pattern": "^sealed:[0-9]{9}$",
                  "maxLength": 16
                },
                "active": {
                  "type": "boolean"
                }
              }
            },
            "rules": {
              "operation": "updateMember",
              "update": "partial",
              "documented": false,
              "properties": {
                "user_id": {
                  "role": "identifier",
                  "required": true
                },
                "api_key": {
                  "role": "credential",
                  "required": false
                },
                "reference": {
                  "updatable": [],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "name": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "email": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "username": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "phone": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "born_on": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "address": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "ssn": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                },
                "active": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/members"
                    }
                  ]
                }
              }
            }
          }
        ],
        "roles": {
          "user_id": "identifier",
          "api_key": "credential"
        },
        "examples": {}
      },
      "update": "partial",
      "kind": "update",
      "retry": "never",
      "pathParameters": [],
      "query": [],
      "answers": {
        "200": {}
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "replaceMember",
      "method": "PUT",
      "path": "/members/{user_id}/",
      "body": {
        "schemas": [
          {
            "name": "MemberReplacement",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "reference",
                "name",
                "phone"
              ],
              "properties": {
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
            },
            "rules": {
              "operation": "replaceMember",
              "update": "replacement",
              "documented": false,
              "properties": {
                "reference": {
                  "updatable": [],
                  "required": true,
                  "sources": [
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
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
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
                    }
                  ]
                },
                "email": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
                    }
                  ]
                },
                "username": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
                    }
                  ]
                },
                "phone": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": true,
                  "sources": [
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
                    }
                  ]
                },
                "active": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
                    }
                  ]
                },
                "payout_account": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
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
      "update": "replacement",
      "kind": "update",
      "retry": "idempotent",
      "pathParameters": [
        {
          "name": "user_id",
          "required": true,
          "examples": {}
        }
      ],
      "query": [],
      "answers": {
        "200": {}
      },
      "success": 200,
      "refusals": []
    }
  ],
  "webhooks": [],
  "errors": {}
};
