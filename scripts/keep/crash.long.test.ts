import { hasPostgres } from '@amend/keep/testing';
import { expect, test } from 'vitest';
import { type CrashOptions, crash } from './crash.ts';

// A few kills of each kind; `node scripts/keep-crash.ts` makes as many as are asked for.

const kills = Number(process.env.AMEND_KEEP_KILLS ?? 10);

test.each<[name: string, options: Omit<CrashOptions, 'kills'>]>([
  ['a worker on SQLite', { db: 'sqlite' }],
  ['three workers on PostgreSQL', { db: 'postgres', workers: 3 }],
  ['a worker on PostgreSQL that pg-boss wakes', { db: 'postgres', driver: 'pg-boss' }],
])(
  '%s, killed again and again: nothing is lost, doubled, out of order, against a rule, or told',
  { timeout: 60_000 * (5 + kills) },
  async (_, options) => {
    if (options.db === 'postgres' && !hasPostgres()) return expect(process.env.CI).toBeUndefined();
    const { killedInMidSend, changes, writes, documents, locked, ...wrongs } = await crash({ ...options, kills });
    console.log({ killedInMidSend, changes, writes, documents, locked });
    expect(wrongs).toEqual({
      kills,
      lost: [],
      doubled: [],
      outOfOrder: [],
      againstARule: [],
      apart: [],
      open: [],
      values: [],
    });
    // What nothing happens in proves nothing.
    expect(Math.min(killedInMidSend, writes - kills, documents, locked)).toBeGreaterThan(0);
  },
);
