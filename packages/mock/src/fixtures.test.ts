import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMock } from './index.ts';
import { specs } from './specs.ts';
import { sendTo } from './testing/call.ts';

const { mounts, fixtures, fetch } = await createMock();
const send = sendTo(fetch);

const examplesOf = (file: string) => parse(readFileSync(new URL(file, specs), 'utf8')).components.examples;

test('every contract of the repository is served', () => {
  const { apis } = parse(readFileSync(new URL('../redocly.yaml', specs), 'utf8'));
  expect(mounts.map(({ contract }) => contract)).toEqual([...Object.keys(apis), 'control']);
});

test.each([
  [
    'machnet/v4.yaml',
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
  ['stilt/v1.yaml', '/stilt/v1/users/', 'uuid', ['userSample', 'userFull', 'userRequired']],
  ['hpay/v1.yaml', '/hpay/api/v1/users/', 'id', ['sample', 'active', 'disabled']],
])('the users of %s are read as its examples show them', async (file, path, id, names) => {
  const slash = file.startsWith('hpay') ? '/' : '';
  for (const name of names) {
    const { value } = examplesOf(file)[name];
    expect((await send('GET', path + value[id] + slash)).body).toEqual(value);
  }
});

test('the users of Ingo are listed as its examples show them', async () => {
  const { body } = await send('POST', '/ingo/v4/user/get-all', {});
  for (const name of ['userSample', 'userUnverified', 'userVerified'])
    expect(body.data.items).toContainEqual(examplesOf('ingo/v4.yaml')[name].value.data.items[0]);
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
