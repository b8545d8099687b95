import { hpayUser } from 'amend/hpay';
import { machnetIndividual } from 'amend/machnet';
import { expect, test } from 'vitest';
import { createWorld } from './testing/world.ts';

test('three days without a provider: it is hardly asked, the others are kept, and it is made up for in order of age', async () => {
  const { keeper, fakes, clock, wait, drain } = await createWorld(
    { machnet: machnetIndividual, hpay: hpayUser },
    { at: { perSecond: 20 } },
  );
  const [other, dead] = fakes;
  if (!other || !dead) throw new Error('There are two.');
  const users = 200;
  for (let user = 0; user < users; user += 1)
    for (const fake of fakes) {
      fake.add(`a${user}`, { status: 'UNVERIFIED' });
      await keeper.link(`u${user}`, fake.provider as 'hpay', `a${user}`);
    }
  await drain();
  const before = dead.requests();
  dead.goDown(true);
  const changedAt = new Map<string, number>();
  const wanted = new Map<string, string>();
  let late = 0;
  for (let made = 0; made < 600; made += 1) {
    const user = (made * 77) % users;
    const phone = `+1210555${1000 + made}`;
    await keeper.change(`u${user}`, { phone });
    if (!changedAt.has(`a${user}`)) changedAt.set(`a${user}`, clock.now());
    wanted.set(`a${user}`, phone);
    for (let turns = 0; turns < 18; turns += 1) {
      await wait(keeper.tick());
      await clock.run(clock.now() + 24_000);
    }
    if (other.userOf(`a${user}`).phone !== phone) late += 1;
  }
  const days = 600 * 18 * 24_000;
  expect(days).toBe(3 * 86_400_000);
  expect(late).toBe(0);
  expect(dead.requests() - before).toBeLessThan(days / 60_000);
  const [overview] = (await keeper.overview()).filter(({ provider }) => provider === dead.provider);
  expect(overview).toMatchObject({ pending: users, held: {}, paused: { reason: 'down' } });

  dead.goDown(false);
  await drain(600_000);
  for (const [account, phone] of wanted) expect(dead.userOf(account).phone).toBe(phone);
  expect(dead.writes).toHaveLength(users);
  // Eight are worked on at once, so that each may pass those beside it.
  const order = dead.writes.map(({ account }) => changedAt.get(account) ?? 0);
  const oldest = order.toSorted((one, next) => one - next);
  const outOfPlace = order.map((at, index) => Math.abs(oldest.indexOf(at) - index));
  expect(outOfPlace.filter((places) => places > 16).length).toBeLessThan(8);
});
