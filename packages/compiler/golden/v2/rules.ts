// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { UpdateRules, Verification } from '@amend/contract';
import type { components, Writable } from './types.ts';

export const verification = {
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
} as const satisfies Verification;

export const personUpdate = {
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
} as const satisfies UpdateRules<
  Writable<components['schemas']['PersonUpdate']>
>;

export const businessUpdate = {
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
} as const satisfies UpdateRules<
  Writable<components['schemas']['BusinessUpdate']>
>;

export const memberUpdate = {
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
} as const satisfies UpdateRules<
  Writable<components['schemas']['MemberUpdate']>
>;

export const memberReplacement = {
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
} as const satisfies UpdateRules<
  Writable<components['schemas']['MemberReplacement']>
>;
