import { contracts, type JsonObject, readContract } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { createMock } from './index.ts';
import { sendTo } from './testing/call.ts';

const { mounts, fixtures, fetch } = await createMock();
const send = sendTo(fetch);

// biome-ignore lint/suspicious/noExplicitAny: an example of any provider; a test that reads what is not there fails.
const exampleOf = (contract: string, name: string): any =>
  ((readContract(contract).components as JsonObject).examples as Record<string, JsonObject>)[name]?.value;

test('every contract of the repository is served', () => {
  expect(mounts.map(({ contract }) => contract)).toEqual([...contracts.map(({ name }) => name), 'control']);
});

test.each([
  [
    'machnet@v4',
    '/machnet/users/',
    'id',
    [
      'unverifiedIndividual',
      'verifiedIndividual',
      'suspendedIndividual',
      'unverifiedBusiness',
      'verifiedBusiness',
      'individualSample',
      'businessSample',
    ],
  ],
  ['stilt@v1', '/stilt/v1/users/', 'uuid', ['userSample', 'userFull', 'userRequired']],
  ['hpay@v1', '/hpay/api/v1/users/', 'id', ['sample', 'active', 'disabled']],
])('the users of %s are read as its examples show them', async (contract, path, id, names) => {
  const slash = contract.startsWith('hpay') ? '/' : '';
  for (const name of names) {
    const value = exampleOf(contract, name);
    expect((await send('GET', path + value[id] + slash)).body).toEqual(value);
  }
});

test('the users of Ingo are listed as its examples show them, but for the placeholders of its sample', async () => {
  const { body } = await send('POST', '/ingo/v4/user/get-all', {});
  const shown = (name: string) => exampleOf('ingo@v4', name).data.items[0];
  for (const name of ['userUnverified', 'userVerified']) expect(body.data.items).toContainEqual(shown(name));
  const entries = Object.entries(shown('userSample'));
  const values = entries.filter(([, value]) => value !== '<string>');
  expect(values.length).toBeLessThan(entries.length);
  const { uuid, ...others } = shown('userVerified');
  const listed = body.data.items.find(({ id }: { id: string }) => id === shown('userSample').id);
  expect(listed).toEqual({ ...others, ...Object.fromEntries(values), uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(listed.uuid).not.toBe(uuid);
});

test('every user looks like a person', async () => {
  const { body } = await send('GET', '/__amend/users?limit=1000');
  expect(body).toHaveLength(fixtures.length);
  expect(JSON.stringify(body)).not.toMatch(/"<[^"]*>"/);
});

test('every fixture has a name in one style, and of its own at its provider', () => {
  const names = fixtures.map(({ provider, name }) => `${provider} ${name}`);
  expect(names.filter((name) => !/^[a-z]+ [a-z]+(?:[A-Z][a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('machnet inProgressBusiness');
});

test.each([
  ['machnet', ['UNVERIFIED', 'IN_PROGRESS', 'RETRY', 'REVIEW_PENDING', 'VERIFIED', 'SUSPENDED'], 2],
  ['ingo', ['not_started', 'verified', 'rejected'], 1],
])('%s has users in every state', (provider, states, kinds) => {
  for (const state of states)
    expect(
      fixtures.filter((user) => user.provider === provider && user.status === state).length,
    ).toBeGreaterThanOrEqual(kinds);
});
