// What a signature shows, its callers can name.
export type {
  NeededCredentials,
  Operation,
  OperationTable,
  OperationValidators,
  Retry,
  SchemaError,
  Security,
  Validate,
} from '@amend/contract';
export type { Fetch, UnsignedRequest, WrittenRequest } from './attempt.ts';
export type { ClientDefinition } from './client-definition.ts';
export { ClientError, type ErrorKind } from './client-error.ts';
export { createClient } from './create-client.ts';
export { checkCredentials } from './credentials.ts';
export { type Bytes, hmac, sha512, toBase64, toHex, toUtf8 } from './crypto.ts';
export { formMedia, toForm } from './form.ts';
export { describeError, type Issue } from './issues.ts';
export { type Input, type Methods, type Output, providerOf } from './methods.ts';
export type { CallObserver, Observe, ObservedAttempt, ObservedCall, ObservedEnd } from './observe.ts';
export type { CallOptions, ClientOptions } from './options.ts';
export { type Result, unwrap } from './result.ts';
export { securedBy, type TokenAddress } from './security.ts';
export type { Sign } from './send.ts';
export { signedRequestOf } from './signed-request-of.ts';
