import { setTimeout as sleep } from 'node:timers/promises';
import { bossDriver } from '@amend/keep/pg-boss';
import { PgBoss } from 'pg-boss';
import { keeperOf, open, type Setting } from './keeping.ts';
import { changeOf } from './people.ts';

// A process that is killed: an app that changes users in its own transactions, and a worker of the keeper.

const setting: Setting = JSON.parse(process.argv[2] ?? '');
const worker = Number(process.argv[3]);
const { store, pool } = open(setting);
const keeper = await keeperOf(store, setting, worker);

const complain = (error: unknown): void => console.error(error);

const startBoss = async () => {
  const boss = new PgBoss({ connectionString: setting.db, max: 4 });
  boss.on('error', complain);
  await boss.start();
  const driver = bossDriver(boss, keeper, { sweep: 1_000, onError: complain });
  await driver.run();
  return { change: driver.change, stop: () => driver.stop().then(() => boss.stop()) };
};
const startTable = () => {
  keeper.run();
  return keeper;
};
const driver = setting.driver === 'pg-boss' ? await startBoss() : startTable();

let isOver = false;
process.on('SIGTERM', async () => {
  isOver = true;
  await driver.stop();
  await store.close();
  await pool?.end();
  process.exit(0);
});

/** One change of one user, and the app's own row, in one transaction; `false` once the app is told to stop. */
const changeOne = (user: number): Promise<boolean> =>
  store.transaction(async (tx) => {
    const { rows } = await tx.query('select n from app where user_id = $1 for update', [user]);
    const stopped = await tx.query('select n from app where user_id = -1');
    if (stopped.rows.length > 0) return false;
    const n = Number(rows[0]?.n) + 1;
    await tx.query('update app set n = $2 where user_id = $1', [user, n]);
    await driver.change(`u${user}`, changeOf(user, n), { tx, id: `u${user}-${n}` });
    return true;
  });

for (let goesOn = true; goesOn && !isOver; ) {
  goesOn = await changeOne(Math.floor(Math.random() * setting.users)).catch((error: unknown) => {
    complain(error);
    return true;
  });
  await sleep(80 + Math.random() * 240);
}
