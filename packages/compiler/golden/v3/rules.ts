// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { UpdateRules, Verification } from '@amend/contract';
import type { components, Writable } from './types.ts';

export const verification = {
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
} as const satisfies Verification;

export const personalUpdate = {
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
} as const satisfies UpdateRules<
  Writable<components['schemas']['PersonalUpdate']>
>;

export const businessUpdate = {
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
} as const satisfies UpdateRules<
  Writable<components['schemas']['BusinessUpdate']>
>;
