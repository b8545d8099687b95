import { expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids, sendTo } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';

const mock = await createMock({ seed: 'prefer' });
const send = sendTo(mock.fetch);
const path = `/machnet/users/${ids.unverified}`;

test.each([
  ['code=404', 404, { message: 'User not found.' }],
  ['example=verifiedBusiness', 200, { first_name: 'Sample Goods Inc' }],
  ['code=200, example=suspendedIndividual', 200, { status: 'SUSPENDED' }],
  ['code=400; example="x"', 400, {}],
])('%s', async (prefer, status, body) => {
  expect(await send('GET', path, undefined, { Prefer: prefer })).toMatchObject({ status, body });
});

test('the parameters that stand for the header', async () => {
  expect((await send('GET', `${path}?__code=404`)).status).toBe(404);
});

test('dynamic=true makes an answer up, and the same again from the same seed', async () => {
  const answers = [];
  for (let call = 0; call < 2; call += 1)
    answers.push((await send('GET', path, undefined, { Prefer: 'dynamic=true, seed=1' })).body);
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0].first_name).not.toBe('Rosa');
});

test('a list that is made up is short, however long it may be', async () => {
  const { body } = await send('POST', '/ingo/v4/user/get-all', {}, { Prefer: 'dynamic=true' });
  expect(body.data.items).toHaveLength(20);
});

test('an answer from an example changes nothing', async () => {
  await send('PATCH', path, { city: 'Albany' }, { Prefer: 'code=200' });
  expect((await send('GET', path)).body.city).toBe('New York');
});

test.each(['code=abc', 'dynamic=maybe', 'code=20', 'example'])('%s is refused', async (prefer) => {
  expect((await send('GET', path, undefined, { Prefer: prefer })).status).toBe(422);
});

test.each(['return=minimal', 'rules=on', 'respond-async, wait=100', '"', ';;;,,,='])(
  '%s changes nothing',
  async (prefer) => {
    expect(await send('GET', path, undefined, { Prefer: prefer })).toMatchObject({
      status: 200,
      body: { first_name: 'Rosa' },
    });
  },
);

test.each([
  ['application/json', 200],
  ['text/html, */*;q=0.1', 200],
  ['application/*', 200],
  ['text/html', 406],
  [';;garbage', 406],
])('Accept: %s', async (accept, status) => {
  expect((await send('GET', path, undefined, { Accept: accept })).status).toBe(status);
  expect((await send('GET', path, undefined, { Accept: accept, Prefer: 'code=200' })).status).toBe(status);
});

test('an example that there is not is not found, with and without a code', async () => {
  const ask = (prefer: string) => send('GET', path, undefined, { Prefer: prefer });
  const { status, body } = await ask('example=nope');
  expect(status).toBe(404);
  expect(await ask('code=200, example=nope')).toMatchObject({ status, body });
});

const switches = ['code=200', 'code=201', 'code=400', 'code=404', 'code=422', 'code=999'];
const prefers = [
  ...switches,
  ...[...switches, 'dynamic=true'].flatMap((code) =>
    ['nope', '__proto__', 'ssn'].map((name) => `${code}, example=${name}`),
  ),
  ...switches.map((code) => `${code}, dynamic=true`),
  'example=nope',
];

test.each(requestExamples)(
  '$contract.name: no preference makes $id fail',
  async ({ contract, method, path: at, bodies: [body] }) => {
    for (const prefer of prefers) {
      const { status } = await send(method, contract.prefix + at.replace('{user_id}', ids.hpay), body, {
        Prefer: prefer,
      });
      expect([prefer, status]).toEqual([prefer, expect.toSatisfy((code: number) => code < 500 || code === 999)]);
    }
  },
);
