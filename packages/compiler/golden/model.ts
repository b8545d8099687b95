// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { ContractModel } from '@amend/contract';

export type { ContractModel };

export const model: Omit<ContractModel, 'document'> = {
  "name": "golden@v1",
  "provider": "golden",
  "version": "v1",
  "servers": [
    "https://sandbox.golden.example/v1",
    "https://golden.example/v1"
  ],
  "headers": {
    "apiKey": "api_key",
    "clientID": "X-Client-Id",
    "xDate": "X-Date"
  },
  "credentials": {
    "apiKey": "api_key",
    "clientID": "X-Client-Id"
  },
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
        "status",
        "ssn"
      ],
      "properties": {
        "id": {
          "type": "string",
          "readOnly": true
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
          "type": "string",
          "maxLength": 10
        },
        "email": {
          "type": [
            "string",
            "null"
          ],
          "format": "email"
        },
        "website": {
          "type": "string",
          "format": "uri"
        },
        "ssn": {
          "type": "string",
          "format": "password",
          "writeOnly": true,
          "pattern": "^[0-9]{9}$",
          "maxLength": 9
        },
        "referred": {
          "type": "array",
          "items": {}
        },
        "employer": {
          "type": "object",
          "required": [
            "country"
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
          "if": {
            "properties": {
              "kind": {
                "const": "own"
              }
            }
          },
          "then": {
            "required": [
              "zip"
            ]
          }
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
      "if": {
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "enum": [
              "DONE",
              "CLOSED"
            ]
          }
        }
      },
      "then": {
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "minLength": 1
          }
        }
      }
    },
    "id": "id",
    "unshown": {
      "user-1": {
        "ssn": "000000001"
      }
    }
  },
  "operations": [
    {
      "id": "createUser",
      "method": "POST",
      "path": "/users",
      "body": {
        "schemas": [
          {
            "name": "UserCreate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "name",
                "kind",
                "ssn"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "readOnly": true
                },
                "created_at": {
                  "type": "string",
                  "format": "date-time",
                  "readOnly": true
                },
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
                  "format": "email",
                  "unique": true
                },
                "birth_date": {
                  "type": "string",
                  "format": "date",
                  "minimumAge": 18
                },
                "parent": {
                  "type": "string",
                  "format": "uuid"
                },
                "ssn": {
                  "type": "string",
                  "format": "password",
                  "writeOnly": true,
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
                  ],
                  "storedAs": "text"
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
              },
              "if": {
                "properties": {
                  "kind": {
                    "const": "business"
                  }
                },
                "required": [
                  "kind"
                ]
              },
              "then": {
                "required": [
                  "address/home"
                ]
              },
              "else": {
                "required": [
                  "birth_date"
                ]
              }
            }
          }
        ],
        "roles": {},
        "examples": {}
      },
      "way": [],
      "kind": "create",
      "retry": "never",
      "pathParameters": [],
      "query": [],
      "answers": {
        "200": {},
        "201": {
          "person": {
            "id": "user-1",
            "status": "OPEN"
          }
        },
        "400": {
          "taken": {
            "problems": [
              {
                "message": "Taken"
              }
            ]
          }
        },
        "default": {}
      },
      "success": 200,
      "refusals": [
        {
          "status": 400,
          "example": "taken",
          "rule": "taken",
          "property": "email"
        }
      ]
    },
    {
      "id": "listUsers",
      "method": "GET",
      "path": "/users",
      "way": [
        "*"
      ],
      "kind": "list",
      "retry": "safe",
      "pathParameters": [],
      "query": [
        {
          "name": "page",
          "required": false,
          "default": 1,
          "examples": {}
        }
      ],
      "answers": {
        "200": {}
      },
      "success": 200,
      "refusals": []
    },
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
              "minProperties": 1,
              "required": [
                "api_key"
              ],
              "properties": {
                "api_key": {
                  "type": "string",
                  "writeOnly": true,
                  "format": "password"
                },
                "id": {
                  "type": "string",
                  "readOnly": true
                },
                "name": {
                  "type": "string",
                  "pattern": "^\\p{L}+(?:[ .'-]\\p{L}+)*$",
                  "maxLength": 40
                },
                "ssn": {
                  "type": "string",
                  "format": "password",
                  "writeOnly": true,
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
                        "format": "password",
                        "writeOnly": true
                      }
                    }
                  }
                }
              }
            },
            "rules": {
              "operation": "updateUser",
              "update": "partial",
              "after": "listUsers",
              "settle": 90,
              "documented": true,
              "properties": {
                "api_key": {
                  "role": "credential",
                  "required": true
                },
                "name": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update"
                    }
                  ]
                },
                "ssn": {
                  "updatable": [],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "vendor",
                      "from": "https://golden.example/ssn"
                    },
                    {
                      "evidence": "assumed",
                      "from": "It is so elsewhere."
                    }
                  ]
                },
                "documents": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "items": {
                    "property": "document_type",
                    "kinds": {
                      "SSN": [
                        "unverified"
                      ],
                      "PASSPORT": [
                        "unverified",
                        "verified"
                      ]
                    }
                  },
                  "effect": "archives-previous",
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update"
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
                }
              }
            },
            "rules": {
              "operation": "updateUser",
              "update": "partial",
              "after": "listUsers",
              "settle": 90,
              "documented": false,
              "properties": {
                "name": {
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
                  ]
                }
              }
            }
          }
        ],
        "roles": {
          "api_key": "credential"
        },
        "examples": {}
      },
      "update": "partial",
      "way": [],
      "kind": "update",
      "retry": {
        "idempotentUnless": [
          "documents"
        ]
      },
      "pathParameters": [
        {
          "name": "user_id",
          "required": true,
          "examples": {}
        }
      ],
      "query": [],
      "after": "listUsers",
      "settle": 90,
      "answers": {
        "200": {},
        "400": {}
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "replaceUser",
      "method": "PUT",
      "path": "/users/{user_id}",
      "body": {
        "schemas": [
          {
            "name": "UserReplacement",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "reference",
                "name"
              ],
              "properties": {
                "reference": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              }
            },
            "rules": {
              "operation": "replaceUser",
              "update": "replacement",
              "documented": false,
              "properties": {
                "reference": {
                  "updatable": [],
                  "required": true,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Replace"
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
                      "evidence": "seed",
                      "from": "Golden, Replace"
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
      "answers": {
        "200": {}
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "deleteUser",
      "method": "DELETE",
      "path": "/users/{user_id}",
      "kind": "delete",
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
        "204": {},
        "404": {}
      },
      "success": 204,
      "refusals": []
    },
    {
      "id": "startKyc",
      "method": "POST",
      "path": "/users/{user_id}/kyc",
      "sets": {
        "status": {
          "OPEN": "CHECKING",
          "CHECKING": "DONE",
          "DONE": "DONE",
          "CLOSED": "CLOSED"
        }
      },
      "kind": "set",
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
      "tells": "reached",
      "refusals": []
    }
  ],
  "webhooks": [
    {
      "id": "userChecked",
      "at": {
        "name": {
          "body": [
            "event"
          ]
        },
        "id": {
          "body": [
            "data",
            "id"
          ]
        },
        "user": {
          "body": [
            "data",
            "user_id"
          ],
          "optional": true
        },
        "time": {
          "header": "x-time",
          "optional": true
        },
        "signature": {
          "header": "X-Signature"
        }
      },
      "events": {
        "check.done": {
          "word": "DONE",
          "verification": "verified"
        },
        "check.failed": {
          "word": "CLOSED",
          "verification": "unknown"
        }
      },
      "examples": {
        "done": {
          "event": "check.done",
          "data": {
            "id": "event-1",
            "user_id": "user-1"
          }
        }
      },
      "headers": {
        "X-Signature": {},
        "X-Time": {}
      }
    }
  ],
  "errors": {
    "400": {
      "problems": [
        {
          "message": "Taken"
        }
      ]
    }
  }
};
