// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { Validate } from '@amend/contract';

export declare const validatePersonUpdate: Validate;
export declare const validateBusinessUpdate: Validate;
export declare const validateMemberCreate: Validate;
export declare const validateMemberUpdate: Validate;
export declare const validateMemberReplacement: Validate;

export declare const updateUser: {
  readonly request: readonly [Validate, Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const startCheck: {
  readonly response: readonly [];
  readonly error: readonly [];
};

export declare const createMember: {
  readonly request: readonly [Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const updateMember: {
  readonly request: readonly [Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const replaceMember: {
  readonly request: readonly [Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [];
};
