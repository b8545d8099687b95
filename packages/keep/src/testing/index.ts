export { hasPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';
