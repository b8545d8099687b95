export { claim } from '../claim.ts';
export { atProvider } from '../context.ts';
export { install } from '../schema.ts';
export { createFake, type Fake } from './fake-provider.ts';
export { hasPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';
