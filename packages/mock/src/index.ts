export { createMock, type FixtureUser, type Mock, type MockOptions, type ProviderName } from './create-mock.ts';
export type { Fetch } from './in-process.ts';
export type { Secrets } from './secrets.ts';
export type { Listening, ListenOptions } from './server.ts';
