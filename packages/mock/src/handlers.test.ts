import { describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { anyCredentials, ids } from './testing/call.ts';

const mock = await createMock();

type Resolver = (info: { readonly request: Request }) => Promise<Response>;

const handlers = mock.handlers({ all: (address: RegExp, resolve: Resolver) => ({ address, resolve }) });

const answer = (url: string, init: RequestInit = {}) => {
  const found = handlers.find(({ address }) => address.test(url));
  return found?.resolve({ request: new Request(url, { headers: anyCredentials, ...init }) });
};

describe('an address of a contract is answered, of the sandbox and of production', () => {
  test.each([
    [`https://v4sandbox.machpay.com/v4/users/${ids.unverified}`, 200],
    [`https://api.machpay.com/v4/users/${ids.unverified}?x=1`, 200],
    ['https://hpay-api.host-sl.com/api/v1/users/?is_active=true', 200],
    ['https://api.banking.ingopayments.tech/api/v4/user/get-all', 405],
    ['https://api.banking.ingopayments.tech/api/v4', 404],
  ])('%s with %i', async (url, status) => expect((await answer(url))?.status).toBe(status));
});

test.each([
  'https://v4sandbox.machpay.com/v3/users',
  'https://v4sandbox.machpay.com/v41',
  'https://v4sandboxXmachpay.com/v4/users',
  'http://localhost/machnet/users',
  'https://evil.example/?https://api.machpay.com/v4/',
])('%s is nobody’s', (url) => expect(answer(url)).toBeUndefined());

test('a body goes with it, and whose page it is does not matter', async () => {
  const url = `https://api.machpay.com/v4/users/${ids.unverified}`;
  const headers = { ...anyCredentials, 'content-type': 'application/json', origin: 'https://app.example' };
  const changed = await answer(url, { method: 'PATCH', headers, body: '{"city":"Albany"}' });
  expect(await changed?.json()).toMatchObject({ city: 'Albany' });
});

test('a call that is given up while its answer is late ends at once', async () => {
  const headers = { 'content-type': 'application/json' };
  const body = '{"provider":"machnet","latency":60000}';
  expect((await mock.fetch('http://localhost/__amend/faults', { method: 'POST', headers, body })).ok).toBe(true);
  const given = new AbortController();
  const late = answer(`https://api.machpay.com/v4/users/${ids.unverified}`, { signal: given.signal });
  given.abort();
  expect((await late)?.type).toBe('error');
});

test('a session has handlers of its own', async () => {
  const [one, two] = ['one', 'two'].map((name) =>
    mock.session(name).handlers({ all: (address: RegExp, resolve: Resolver) => ({ address, resolve }) }),
  );
  const url = `https://api.machpay.com/v4/users/${ids.unverified}`;
  const ask = async (from: typeof one, init: RequestInit = {}) =>
    (
      await from
        ?.find(({ address }) => address.test(url))
        ?.resolve({ request: new Request(url, { headers: anyCredentials, ...init }) })
    )?.json();
  const headers = { ...anyCredentials, 'content-type': 'application/json' };
  await ask(one, { method: 'PATCH', headers, body: '{"city":"Albany"}' });
  expect([(await ask(one)).city, (await ask(two)).city]).toEqual(['Albany', 'New York']);
});
