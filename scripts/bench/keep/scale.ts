import { postgres } from '@amend/keep/postgres';
import { atProvider, claim, install, startPostgres } from '@amend/keep/testing';
import { Pool } from 'pg';
import { median, type Report } from '../report.ts';
import { cpuOf } from './cpu.ts';
import { providersWith } from './engines.ts';

const users = Number(process.env.AMEND_BENCH_USERS ?? 1_000_000);
const rounds = 200;
const atOnce = 16;

/** A million users at four providers, of whom one in a hundred is due: what it takes to lease sixteen of them. */
export const claims = async (): Promise<Report> => {
  const server = await startPostgres({ shared_buffers: '256MB', max_wal_size: '4GB' });
  const pool = new Pool({ connectionString: await server.database(), max: 8 });
  try {
    const all = await providersWith(1);
    const store = postgres(pool);
    await install(store);
    for (const { provider } of all)
      await pool.query(
        `insert into amend_keep.link (user_id, provider, account, wanted, seen, fence, next_at, tries, state, confirmed, drift)
          select 'u' || n, $1, 'a0', 1, 1, 0, case when n % 100 = 0 then n else null end, 0,
            case when n % 100 = 0 then 'pending' else 'kept' end, '{}', '{}' from generate_series(1, $2::integer) n`,
        [provider, users],
      );
    await pool.query('analyze amend_keep.link');
    const [first] = all as [(typeof all)[number]];
    const at = atProvider(first.provider, { ...first, perSecond: 1_000_000, concurrency: 1_000_000 });
    const timed: number[] = [];
    let leased = 0;
    let cpu = 0;
    for (let round = -20; round < rounds; round += 1) {
      // To read the processor's time takes some of it too.
      const spent = cpuOf(server.pid);
      const began = performance.now();
      // As a worker does it while much is due.
      const { links } = await claim(store, first.provider, at, atOnce, { isBusy: true });
      const took = performance.now() - began;
      if (round >= 0) {
        timed.push(took);
        cpu += cpuOf(server.pid) - spent;
        leased += links.length;
      }
      // They are worked on, and at rest then.
      await pool.query('update amend_keep.link set lease_until = null, next_at = null where lease_until is not null');
    }
    if (leased !== rounds * atOnce) throw new Error(`${leased} links were leased, and not ${rounds * atOnce}.`);
    return {
      title: `${users.toLocaleString('en')} users at ${all.length} providers, one in a hundred due: leasing ${atOnce} of them`,
      unit: 'ms',
      rows: [
        { name: 'half of the claims take at most', value: median(timed), aim: { atMost: 5 } },
        { name: 'of the database’s processor, each', value: cpu / rounds, aim: { atMost: 5 } },
      ],
      ratios: [],
    };
  } finally {
    await pool.end();
    await server.stop();
  }
};
