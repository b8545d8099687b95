// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { BodyFacts } from '@amend/contract';

export const personalUpdateFacts: BodyFacts = {
  "schemas": {
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
      "format": "password"
    }
  }
};

export const businessUpdateFacts: BodyFacts = {
  "schemas": {
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
      "format": "password"
    }
  }
};
