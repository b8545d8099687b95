export { createMock, type FixtureUser, type Mock, type MockOptions } from './create-mock.ts';
export type { Fetch } from './in-process.ts';
export { describeListenError } from './listen-error.ts';
export type { ProviderName, Secrets } from './secrets.ts';
export type { Listening, ListenOptions } from './server.ts';
