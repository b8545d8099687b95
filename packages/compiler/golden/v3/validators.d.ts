// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { Validate } from '@amend/contract';

export declare const validatePersonalUpdate: Validate;
export declare const validateBusinessUpdate: Validate;

export declare const getCustomer: {
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const updateCustomer: {
  readonly request: readonly [Validate, Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [Validate];
};
