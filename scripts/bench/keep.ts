import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@amend/keep/testing';
import { type EngineName, engines } from './keep/engines.ts';
import { outage } from './keep/outage.ts';
import { claims } from './keep/scale.ts';
import { installPeers } from './peers.ts';
import { type Report, ratioOf, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { fromSources, runNode } from './run-node.ts';

const script = fileURLToPath(new URL('keep/measure.ts', import.meta.url));

/** What of Node and database a delivery may take, in milliseconds. */
const aims: Readonly<Partial<Record<EngineName, number>>> = { SQLite: 1, PostgreSQL: 4 };

/** Each takes some seconds, most of which an engine takes to start. */
const rounds = 4;

/** One change of a user at four providers, which answer in the same process; no disk is waited for. */
const deliveries = async (): Promise<Report> => {
  const folder = installPeers();
  const server = await startPostgres();
  // PostgreSQL does not wait for the disk here, and so SQLite stands in memory where there is such a folder.
  const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'amend-bench-'));
  let count = 0;
  try {
    const measure = async (name: EngineName): Promise<number> => {
      count += 1;
      const isSqlite = name === 'SQLite';
      const at = isSqlite ? join(scratch, `${count}.db`) : await server.database();
      const pid = isSqlite ? '0' : String(server.pid);
      return Number((await runNode([fromSources, script, name, at, pid, folder])).stdout);
    };
    const samples = await measureInRounds(engines, measure, rounds);
    return {
      title: 'one change at one provider, with its share of what recording the change takes',
      unit: 'ms of the processor, Node and database',
      rows: rowsOf(samples).map((row) => {
        const atMost = aims[row.name as EngineName];
        return atMost === undefined ? row : { ...row, aim: { atMost } };
      }),
      ratios: [
        ratioOf(samples, ['PostgreSQL', 'pg-boss by hand']),
        ratioOf(samples, ['PostgreSQL', 'DBOS by hand']),
        ratioOf(samples, ['SQLite', 'PostgreSQL']),
      ],
    };
  } finally {
    rmSync(scratch, { recursive: true });
    await server.stop();
  }
};

/** What a keeper costs beside engines that do the same job without what makes it safe, at a million users, and without a provider. */
export const keep = async (): Promise<Report[]> => [await deliveries(), await claims(), await outage()];
