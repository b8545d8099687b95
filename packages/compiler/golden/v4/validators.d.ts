// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { Validate } from '@amend/contract';

export declare const validatePersonUpdate: Validate;

export declare const getPerson: {
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const updatePerson: {
  readonly request: readonly [Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [Validate];
};
