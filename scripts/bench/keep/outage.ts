import { createKeeper, type KeptProvider } from '@amend/keep';
import { sqlite } from '@amend/keep/sqlite';
import type { Report } from '../report.ts';
import { providersWith } from './engines.ts';

const minute = 60_000;
const days = 3;
const users = 200;
const changes = 1_000;

/** Three days, on a clock that is set, in which the last provider does not answer, while users go on changing. */
export const outage = async (): Promise<Report> => {
  const start = Date.UTC(2026, 10, 27);
  const end = start + days * 24 * 60 * minute;
  let time = start;
  const now = (): number => time;
  const isDown = (provider: string): boolean => provider === dead && time < end;
  let dead = '';
  const all = await providersWith(users, { now, isDown });
  dead = all.at(-1)?.provider ?? '';
  const of = ({ user, client }: (typeof all)[number]): KeptProvider => ({ user, client, concurrency: 16 });
  const store = sqlite(':memory:', { now });
  const keeper = createKeeper({
    db: store,
    providers: Object.fromEntries(all.map((at) => [at.provider, of(at)])),
    seal: { current: 'k', keys: { k: new Uint8Array(32) } },
  });
  await keeper.install();
  for (let user = 0; user < users; user += 1)
    for (const { provider } of all) await keeper.link(`u${user}`, provider, `a${user}`);
  const work = async (): Promise<void> => {
    while ((await keeper.tick()) > 0);
  };
  const pendingAt = async () => (await keeper.overview()).filter(({ pending }) => pending > 0);

  let made = 0;
  let longest = 0;
  for (; time < end; time += 5_000) {
    const isDue = time - start >= (made / changes) * (end - start);
    if (isDue) await keeper.change(`u${made % users}`, { phone: `+1210${2_000_000 + made}` });
    made += isDue ? 1 : 0;
    await work();
    if (isDue)
      for (const { provider, age = 0 } of await pendingAt()) if (provider !== dead) longest = Math.max(longest, age);
  }
  const asked = all.at(-1)?.requests() ?? 0;
  for (; (await pendingAt()).length > 0; time += 1_000) await work();
  await store.close();
  return {
    title: `${days} days without a provider, ${users} users, ${made} changes`,
    unit: 'as each line says',
    rows: [
      { name: 'requests a minute to it', value: asked / (days * 24 * 60), aim: { atMost: 1 } },
      { name: 'seconds for which another one lacked a change', value: longest, aim: { atMost: 60 } },
      { name: 'seconds until it had all of them, once it was back', value: (time - end) / 1000 },
    ],
    ratios: [],
  };
};
