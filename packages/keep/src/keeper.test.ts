import { hpayUser } from 'amend/hpay';
import { machnetIndividual } from 'amend/machnet';
import { expect, test } from 'vitest';
import { createWorld } from './testing/world.ts';

const both = { machnet: machnetIndividual, hpay: hpayUser };

test('one change is kept everywhere, and its values are forgotten then', async () => {
  const { keeper, fakes, drain, store } = await createWorld(both);
  const { isNew, plans } = await keeper.change('u', { phone: '+12105550132' });
  expect([isNew, plans.map(({ provider }) => provider)]).toEqual([true, ['machnet', 'hpay']]);
  expect((await store.query('select sealed from amend_keep.change')).rows[0]?.sealed).toMatch(/./);
  await drain();
  expect((await keeper.status('u')).map(({ state }) => state)).toEqual(['kept', 'kept']);
  expect(fakes.map((fake) => fake.userOf('a').phone)).toEqual(['+12105550132', '+12105550132']);
  expect((await store.query('select sealed from amend_keep.change')).rows).toEqual([{ sealed: null }]);
});

test('the same id twice is one change, and another change by it is refused', async () => {
  const { keeper } = await createWorld(both);
  const first = await keeper.change('u', { phone: '+12105550132' }, { id: 'one' });
  const again = await keeper.change('u', { phone: '+12105550132' }, { id: 'one' });
  expect([first.isNew, again.isNew, again.version]).toEqual([true, false, first.version]);
  await expect(keeper.change('u', { email: 'a@example.com' }, { id: 'one' })).rejects.toMatchObject({ code: 'misuse' });
});
