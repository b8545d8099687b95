import { Pool } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { keeperContract } from './keeper.contract.ts';
import { postgres } from './postgres.ts';
import { hasPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.ts';

describe.skipIf(!hasPostgres())('postgres', () => {
  const pools: Pool[] = [];
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    for (const pool of pools) await pool.end();
    await server.stop();
  });
  keeperContract('postgres', async () => {
    const pool = new Pool({ connectionString: await server.database() });
    pools.push(pool);
    return postgres(pool, { prepare: true });
  });
});
