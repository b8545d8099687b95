import { providerNames } from 'amend/providers';
import { expect, test } from 'vitest';
import { controlContract } from './control.ts';
import { createMock } from './index.ts';
import { createSession } from './session.ts';
import { sessionLimits } from './store.ts';
import { ids, sendTo } from './testing/call.ts';
import { providers } from './testing/providers.ts';

const mock = await createMock({ seed: 'sessions' });
const send = sendTo(mock.fetch);
const path = `/machnet/users/${ids.unverified}`;

const inSession =
  (session: string | undefined) =>
  (method: string, at: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(method, at, body, { ...headers, ...(session !== undefined && { 'X-Amend-Session': session }) });

const cityIn = async (session?: string) => (await inSession(session)('GET', path)).body.city;

test('no session sees what another one changed', async () => {
  mock.reset();
  const [one, two] = [inSession('one'), inSession('two')];
  await one('PATCH', path, { city: 'Albany' });
  await two('PATCH', path, { city: 'Buffalo' });
  expect([await cityIn('one'), await cityIn('two'), await cityIn()]).toEqual(['Albany', 'Buffalo', 'New York']);
  const created = await one('POST', '/machnet/users', {
    type: 'SEND',
    first_name: 'Jane',
    last_name: 'Doe',
    mobile_phone: '2105550132',
  });
  const at = `/machnet/users/${created.body.id}`;
  expect([(await one('GET', at)).status, (await two('GET', at)).status, (await send('GET', at)).status]).toEqual([
    200, 404, 404,
  ]);
});

test('each has its own status, faults, log and reset', async () => {
  mock.reset();
  const [one, two] = [inSession('one'), inSession('two')];
  await one('PUT', `/__amend/users/machnet/${ids.unverified}/status`, { status: 'VERIFIED' });
  await one('POST', '/__amend/faults', { status: 429 });
  expect([(await two('GET', path)).status, (await one('GET', path)).status]).toEqual([200, 429]);
  expect([(await one('GET', path)).body.status, (await two('GET', path)).body.status]).toEqual([
    'VERIFIED',
    'UNVERIFIED',
  ]);
  const statusesIn = async (ask: typeof one) =>
    (await ask('GET', '/__amend/requests')).body.map(({ status }: { status: number }) => status);
  expect([await statusesIn(one), await statusesIn(two), await statusesIn(inSession(undefined))]).toEqual([
    [429, 200],
    [200, 200],
    [],
  ]);
  await two('POST', '/__amend/reset');
  expect((await one('GET', path)).body.status).toBe('VERIFIED');
  await one('POST', '/__amend/reset');
  expect((await one('GET', path)).body.status).toBe('UNVERIFIED');
});

test('each makes the same ids from the same seed', async () => {
  mock.reset();
  const jane = { type: 'SEND', first_name: 'Jane', last_name: 'Doe', mobile_phone: '2105550132' };
  const idIn = async (session: string) => (await inSession(session)('POST', '/machnet/users', jane)).body;
  const made = await idIn('one');
  expect(made.id).toBeTypeOf('string');
  expect(await idIn('two')).toEqual(made);
});

test('the first answer says that it began, and only that one', async () => {
  mock.reset();
  const begins = async (session?: string) => (await inSession(session)('GET', path)).headers.get('x-amend-session');
  expect([await begins('one'), await begins('one'), await begins()]).toEqual(['started', null, null]);
});

test('of more than a hundred the one that was silent longest is dropped, and begins again', async () => {
  mock.reset();
  for (let number = 0; number < 100; number += 1) await inSession(`s${number}`)('PATCH', path, { city: 'Albany' });
  expect(await cityIn('s0')).toBe('Albany');
  await cityIn('one-more');
  const again = await inSession('s1')('GET', path);
  expect([again.headers.get('x-amend-session'), again.body.city]).toEqual(['started', 'New York']);
  expect([await cityIn('s0'), await cityIn('s99')]).toEqual(['Albany', 'Albany']);
});

test('what a dropped session held back is answered no more', async () => {
  mock.reset();
  const slow = inSession('slow');
  await slow('POST', '/__amend/faults', { latency: 600_000 });
  const call = slow('GET', path);
  const failed = expect(call).rejects.toThrow('fetch failed');
  for (let number = 0; number < 100; number += 1) await cityIn(`s${number}`);
  await failed;
});

test.each(['', 'a b', 'a/b', 'x'.repeat(65), '../one', '{}'])('%j names no session', async (name) => {
  const { status, body } = await inSession(name)('GET', path);
  expect([status, body.detail]).toEqual([400, expect.stringMatching(/^X-Amend-Session must be 1 to 64 /)]);
  expect(() => mock.session(name)).toThrow(TypeError);
});

test('in the process it is the same session as by its header', async () => {
  mock.reset();
  const own = sendTo(mock.session('one').fetch);
  await own('PATCH', path, { city: 'Albany' });
  expect([await cityIn('one'), (await own('GET', path)).body.city, await cityIn()]).toEqual([
    'Albany',
    'Albany',
    'New York',
  ]);
});

test('pages may send its header and read it', async () => {
  const preflight = await mock.fetch(`http://localhost${path}`, {
    method: 'OPTIONS',
    headers: { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'GET' },
  });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('X-Amend-Session');
  const { headers } = await send('GET', path, undefined, {
    Origin: 'http://localhost:5173',
    'X-Amend-Session': 'page',
  });
  expect(headers.get('access-control-expose-headers')).toContain('X-Amend-Session');
});

test('a session with a name holds less', async () => {
  const control = await controlContract();
  const { states } = createSession({ providers, control, now: Date.now, limits: sessionLimits });
  expect(states.map(({ provider }) => provider.name)).toEqual([...providerNames]);
  for (const { users } of states) {
    for (let id = 0; users.full() === undefined; id += 1) users.put({ id: `u${id}`, fields: {}, archived: [] });
    expect(users.all()).toHaveLength(1000);
    expect(users.full({ id: 'u0', fields: { name: 'x'.repeat(2 ** 20) }, archived: [] })?.message).toMatch(
      /^holds 1 MiB/,
    );
  }
});
