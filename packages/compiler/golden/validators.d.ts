// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { Validate } from '@amend/contract';

export declare const validateUserCreate: Validate;
export declare const validatePersonUpdate: Validate;
export declare const validateBusinessUpdate: Validate;
export declare const validateUserReplacement: Validate;

export declare const createUser: {
  readonly request: readonly [Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [Validate, Validate];
};

export declare const listUsers: {
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const updateUser: {
  readonly request: readonly [Validate, Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [Validate];
};

export declare const replaceUser: {
  readonly request: readonly [Validate];
  readonly response: readonly [Validate];
  readonly error: readonly [];
};

export declare const deleteUser: {
  readonly response: readonly [];
  readonly error: readonly [Validate];
};

export declare const startKyc: {
  readonly response: readonly [Validate];
  readonly error: readonly [];
};
