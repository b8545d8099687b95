export type { NeededCredentials, Security } from '@amend/contract';
export { byHeaders, hasHeaders, sameText } from './by-headers.ts';
export { bySecurity, tokenOf } from './by-security.ts';
export { constantCase, credentialsIn, variableOf } from './environment.ts';
export type {
  AnyClient,
  Credentials,
  ProviderDescriptor,
  SignedRequest,
  Trust,
  WebhookDescriptor,
  WebhookRetries,
} from './provider-descriptor.ts';
