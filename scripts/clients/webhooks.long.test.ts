import { providers } from 'amend/providers';
import { expect, test } from 'vitest';
import { tryMutations } from './webhook-mutations.ts';

const described = await Promise.all(Object.values(providers).map(({ describe }) => describe()));
const signing = (await Promise.all(described.map(({ webhook }) => webhook?.()))).filter((each) => each?.sign);

test('of 100,000 mutations of webhooks none is believed', { timeout: 600_000 }, async () => {
  for (const webhook of signing) if (webhook) await tryMutations(webhook, Math.ceil(100_000 / signing.length));
  expect(signing.length).toBeGreaterThan(2);
});
