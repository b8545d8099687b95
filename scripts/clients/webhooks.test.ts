import { contracts, readModel } from '@amend/compiler/read';
import { providers } from 'amend/providers';
import { expect, test } from 'vitest';
import { tryMutations } from './webhook-mutations.ts';

// Every provider's webhooks: nothing is believed that was changed on its way, and nothing where nobody can tell.

const described = await Promise.all(Object.values(providers).map(({ describe }) => describe()));
const loaded = await Promise.all(described.map(async ({ name, webhook }) => ({ name, webhook: await webhook?.() })));
const signing = loaded.flatMap(({ name, webhook }) => (webhook?.sign ? [[name, webhook] as const] : []));
const unsigned = loaded.flatMap(({ name, webhook }) => (webhook && !webhook.sign ? [[name, webhook] as const] : []));

test.each(signing)('%s: no mutation is believed', async (_, webhook) => {
  await expect(tryMutations(webhook, 100)).resolves.toBeUndefined();
});

test.each(unsigned)('%s: nothing is believed', async (_, { receive }) => {
  const options = { secret: 'secret', url: 'https://receiver.example/' };
  expect(await receive({ headers: {}, body: '{}' }, options)).toMatchObject({ ok: false, reason: 'unverified-origin' });
});

test('what a contract describes can be received', () => {
  const described = contracts.filter(({ name }) => readModel(name).webhooks.length > 0).map(({ provider }) => provider);
  expect([...signing, ...unsigned].map(([name]) => name).toSorted()).toEqual(described.toSorted());
});
