// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { ContractModel } from '@amend/contract';

export type { ContractModel };

export const model: Omit<ContractModel, 'document'> = {
  "name": "golden@v4",
  "provider": "golden",
  "version": "v4",
  "servers": [
    "https://sandbox.golden.example/v4"
  ],
  "headers": {},
  "credentials": {},
  "verification": {
    "property": "status",
    "verified": [
      "approved"
    ],
    "unverified": [
      "open"
    ],
    "unknown": [
      "retry"
    ],
    "frozen": [
      "closed"
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
    "id": "id",
    "unshown": {
      "p-open": {
        "individual": {
          "tax": {
            "number": "111223333"
          }
        }
      }
    }
  },
  "operations": [
    {
      "id": "getPerson",
      "method": "GET",
      "path": "/people/{id}",
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
          "open": {
            "id": "p-open",
            "status": "open",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          },
          "retry": {
            "id": "p-retry",
            "status": "retry",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          },
          "approved": {
            "id": "p-approved",
            "status": "approved",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          },
          "closed": {
            "id": "p-closed",
            "status": "closed",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          }
        }
      },
      "success": 200,
      "refusals": []
    },
    {
      "id": "updatePerson",
      "method": "PATCH",
      "path": "/people/{id}",
      "body": {
        "schemas": [
          {
            "name": "PersonUpdate",
            "schema": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "email": {
                  "type": "string"
                },
                "individual": {
                  "type": "object",
                  "additionalProperties": false,
                  "update": "partial",
                  "properties": {
                    "title": {
                      "type": "string"
                    },
                    "name": {
                      "type": "object",
                      "additionalProperties": false,
                      "update": "replacement",
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
                      "update": "partial",
                      "properties": {
                        "number": {
                          "type": "string",
                          "writeOnly": true,
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
                  "update": "replacement",
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
                  "update": "partial",
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
                  "update": "replacement",
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
            "rules": {
              "operation": "updatePerson",
              "update": "partial",
              "documented": true,
              "words": {
                "retry": "neither",
                "closed": "frozen"
              },
              "properties": {
                "email": {
                  "updatable": [
                    "unverified",
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update"
                    }
                  ]
                },
                "individual": {
                  "updatable": [
                    "unverified",
                    "verified",
                    "retry"
                  ],
                  "required": false,
                  "merges": true,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update"
                    }
                  ],
                  "members": {
                    "name": {
                      "updatable": [
                        "unverified",
                        "retry"
                      ],
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Names"
                        }
                      ]
                    },
                    "tax": {
                      "updatable": [
                        "unverified",
                        "verified",
                        "retry"
                      ],
                      "hidden": true,
                      "merges": true,
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Update"
                        }
                      ],
                      "members": {
                        "number": {
                          "updatable": [
                            "retry"
                          ],
                          "hidden": true,
                          "sources": [
                            {
                              "evidence": "seed",
                              "from": "Golden, Taxes"
                            }
                          ]
                        }
                      }
                    }
                  }
                },
                "address": {
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
                  ],
                  "members": {
                    "state": {
                      "updatable": [
                        "unverified"
                      ],
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Places"
                        }
                      ]
                    },
                    "country": {
                      "updatable": [],
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Places"
                        }
                      ]
                    }
                  }
                },
                "preferences": {
                  "updatable": [
                    "unverified",
                    "verified"
                  ],
                  "required": false,
                  "merges": true,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update"
                    }
                  ],
                  "members": {
                    "currency": {
                      "updatable": [],
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Places"
                        }
                      ]
                    },
                    "tags": {
                      "updatable": [
                        "unverified"
                      ],
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Places"
                        }
                      ]
                    }
                  }
                },
                "settings": {
                  "updatable": [
                    "unverified"
                  ],
                  "required": false,
                  "sources": [
                    {
                      "evidence": "seed",
                      "from": "Golden, Update"
                    }
                  ],
                  "members": {
                    "region": {
                      "updatable": [
                        "unverified"
                      ],
                      "sources": [
                        {
                          "evidence": "seed",
                          "from": "Golden, Update"
                        },
                        {
                          "evidence": "seed",
                          "from": "Golden, Places"
                        }
                      ]
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
          "open": {
            "id": "p-open",
            "status": "open",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          },
          "retry": {
            "id": "p-retry",
            "status": "retry",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          },
          "approved": {
            "id": "p-approved",
            "status": "approved",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
          },
          "closed": {
            "id": "p-closed",
            "status": "closed",
            "email": "jane@example.com",
            "individual": {
              "title": "Dr",
              "name": {
                "first_name": "Jane",
                "last_name": "Doe"
              },
              "tax": {
                "office": "Ames"
              }
            },
            "address": {
              "line1": "1 Main St",
              "city": "Ames",
              "state": "IA",
              "country": "US"
            },
            "preferences": {
              "language": "en",
              "currency": "USD",
              "tags": [
                "a"
              ]
            },
            "settings": {
              "channel": "mail",
              "region": "us"
            }
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
