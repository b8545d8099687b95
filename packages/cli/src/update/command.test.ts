import { ingoUser } from 'amend/ingo';
import { providerNames } from 'amend/providers';
import { stiltUser } from 'amend/stilt';
import { exampleOf } from 'amend/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { free, locked } from '../testing/examples.ts';
import { amend, type World } from '../testing/fake-io.ts';
import { environment, mockedWorld } from '../testing/mocked.ts';

const verified = 'machnet:4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const unverified = 'machnet:550371f4-b6cc-4402-9382-ffecf487d4db';
const business = 'machnet:3222a3fb-4c17-4c2e-b311-c4fe96ffc6f0';

const newUser = {
  firstName: 'Alex',
  lastName: 'Rivera',
  email: 'alex@example.com',
  phone: '+15555551234',
  dateOfBirth: '1990-04-20',
  ssn: '123-45-6789',
  address: { line1: '100 Innovation Way', city: 'Anytown', state: 'TX', country: 'US', postalCode: '30044' },
};

const world = await mockedWorld();
beforeEach(() => world.mock.reset());

/** Every request that reached a provider, as method and path. */
const watched = (): { requests: string[]; world: World } => {
  const requests: string[] = [];
  return {
    requests,
    world: {
      ...world,
      fetch: (url, init) => {
        requests.push(`${init.method} ${new URL(url).pathname.split('/').slice(1, 3).join('/')}`);
        return world.mock.fetch(url, init);
      },
    },
  };
};

const idOf = (provider: string): string =>
  `${provider}:${world.mock.fixtures.find((user) => user.provider === provider)?.id}`;

describe('it sends what is allowed and prints what the provider has', () => {
  test.each([
    [[verified, '--set', free.set], free.field, free.value],
    [[unverified, '--set', free.set], free.field, free.value],
    [[business, '--set', 'website=www.example.com'], 'website', 'www.example.com'],
    [[business, '--type', 'business', '--set', 'website=www.example.com'], 'website', 'www.example.com'],
    [['ingo', '--set', 'address.city=Austin'], 'address.city', 'Austin'],
    // A part of an address needs the whole, which is read.
    [['stilt', '--set', 'address.line1=27 Orchard Row'], 'address.line1', '27 Orchard Row'],
    [['hpay', '--set', 'active=false'], 'active', 'false'],
    [['hpay', '--operation', 'replace', '--set', 'phone=+12105550132'], 'phone', '+12105550132'],
  ])('%j', async ([account = '', ...flags], field, value) => {
    const { code, out, err } = await amend(
      ['update', account.includes(':') ? account : idOf(account), ...flags],
      world,
    );
    expect([code, err]).toEqual([0, '']);
    const [plan = '', user = ''] = out.split(/^.* now has$/m);
    expect(plan).toMatch(new RegExp(`^ {2}${field} +send$`, 'm'));
    expect(user).toMatch(new RegExp(`^ {2}${field} +${value.replace('+', '\\+')}$`, 'm'));
  });

  test('a create too, with a patch from standard input', async () => {
    const stdin = JSON.stringify(newUser);
    const args = ['update', 'ingo', '--operation', 'create', '--patch', '-', '--native', 'terms_accepted=true'];
    const { code, out, err } = await amend([...args, '--json'], { ...world, stdin });
    expect([code, err]).toEqual([0, '']);
    const [created] = JSON.parse(out).users;
    expect(created).toMatchObject({ outcome: 'sent', user: { firstName: 'Alex', ssn: { masked: '*****6789' } } });
    expect(out).not.toMatch(/12345|123-45|1990/);
  });
});

describe('it sends nothing', () => {
  test.each([
    [
      'locked by a rule',
      [verified, '--set', locked.set, '--set', free.set],
      1,
      ['GET machnet/users'],
      /nothing was sent: machnet would refuse it/,
    ],
    ['in a dry run', [verified, '--set', free.set, '--dry-run'], 0, ['GET machnet/users'], /^$/],
    [
      'in a dry run that is locked',
      [verified, '--set', locked.set, '--dry-run'],
      1,
      ['GET machnet/users'],
      /^amend: these are machnet's rules for the type individual; .*\.$/,
    ],
    ['if nothing changes', [verified, '--set', 'firstName=Jonas'], 0, ['GET machnet/users'], /^$/],
    [
      'for a user who is not there',
      ['machnet:4c955cca-3a6e-4d2b-b0c3-000000000000', '--set', 'phone=+12105550132'],
      1,
      ['GET machnet/users'],
      /machnet getUser found nothing under this address \(404\)/,
    ],
    [
      'anywhere, if one provider refuses',
      [verified, 'hpay:user_abc123', '--set', locked.set],
      1,
      ['GET machnet/users', 'GET hpay/api'],
      /nothing was sent: machnet would refuse it/,
    ],
    ['nor reads, if the change makes no sense', [verified, '--set', 'emial=x'], 2, [], /unknown field emial/],
    ['nor reads, if the status is none', [verified, '--set', 'email=x', '--status', 'ok'], 2, [], /unknown status ok/],
    ['nor reads, without a user', ['machnet', '--set', 'email=x'], 2, [], /say which user: machnet:ID, or --id ID/],
    [
      'to an identifier that is none',
      ['machnet:../kyc', '--set', 'phone=+12105550132'],
      1,
      [],
      /getUser was not sent, because it breaks the contract/,
    ],
  ])('%s', async (_, args, code, requests, err) => {
    const watch = watched();
    const left = await amend(['update', ...args], watch.world);
    expect({ code: left.code, requests: watch.requests }).toEqual({ code, requests });
    expect(left.err).toMatch(err);
  });
});

test('if one user cannot be read, the others are sent nothing, and that is told', async () => {
  const watch = watched();
  const nobody = 'machnet:4c955cca-3a6e-4d2b-b0c3-000000000000';
  const args = ['update', nobody, idOf('hpay'), '--set', 'phone=+12105550132', '--json'];
  const { code, out, err } = await amend(args, watch.world);
  expect(code).toBe(1);
  expect(watch.requests).toEqual(['GET machnet/users', 'GET hpay/api']);
  expect(JSON.parse(out).users).toMatchObject([
    { provider: 'machnet', outcome: 'failed', error: { kind: 'not-found' } },
    { provider: 'hpay', outcome: 'not-sent', plan: { state: 'ready' }, why: { reason: 'held-back' } },
  ]);
  expect(err).toContain(
    'hpay was sent nothing, because another provider would refuse the change or could not be asked.',
  );
});

test('--on-locked skip leaves the locked field out and sends the rest', async () => {
  const args = ['update', verified, '--set', locked.set, '--set', free.set];
  const { code, out } = await amend([...args, '--on-locked', 'skip'], world);
  expect(code).toBe(0);
  const [plan = '', user = ''] = out.split(/^.* now has$/m);
  expect(plan).toMatch(new RegExp(`^ {2}${locked.field} +locked`, 'm'));
  expect(user).toContain(free.value);
  expect(user).not.toContain(locked.value);
});

test('several providers, one change', async () => {
  const watch = watched();
  const { code, out } = await amend(
    ['update', verified, idOf('hpay'), '--set', 'phone=+12105550132', '--json'],
    watch.world,
  );
  expect(code).toBe(0);
  expect(watch.requests).toEqual(['GET machnet/users', 'GET hpay/api', 'PATCH machnet/users', 'PATCH hpay/api']);
  expect(JSON.parse(out).users.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['sent', 'sent']);
});

test('what a file says is not read again', async () => {
  const watch = watched();
  const files = { 'answer.json': JSON.stringify({ id: verified.slice(8), status: 'VERIFIED', business: false }) };
  const args = [
    'update',
    'machnet',
    '--answer',
    'answer.json',
    '--set',
    'phone=+12105550132',
    '--id',
    verified.slice(8),
  ];
  expect((await amend(args, { ...watch.world, files })).code).toBe(0);
  expect(watch.requests).toEqual(['PATCH machnet/users']);
});

test('a refusal by the provider is a sentence and exit code 1, and the others are still told', async () => {
  const fetch: World['fetch'] = async (url, init) =>
    init.method === 'PATCH' && url.includes('machnet')
      ? new Response('{"message": "123-45-6789 is no mobile_phone, and no first_name"}', { status: 400 })
      : world.mock.fetch(url, init);
  const change = ['phone=+12105550132', 'firstName=Jonas', 'address.city=Austin'].flatMap((each) => ['--set', each]);
  const args = ['update', verified, idOf('hpay'), ...change, '--json'];
  const { code, out, err } = await amend(args, { ...world, fetch });
  expect(code).toBe(1);
  expect(err).toMatch(/^amend: machnet updateUser was rejected by the provider.*\(400\)\. Its answer names phone\.$/);
  const [failed, sent] = JSON.parse(out).users;
  expect(failed).toMatchObject({ outcome: 'failed', error: { kind: 'rejected', status: 400, fields: ['phone'] } });
  expect(failed).not.toHaveProperty('user');
  expect(sent).toMatchObject({ provider: 'hpay', outcome: 'sent' });
  expect(out + err).not.toContain('6789');
});

test('after a failure that leaves it open whether the change was made, it says so', async () => {
  const fetch: World['fetch'] = (url, init) =>
    init.method === 'PATCH' ? Promise.reject(new TypeError('fetch failed')) : world.mock.fetch(url, init);
  const { code, err } = await amend(['update', verified, '--set', 'phone=+12105550132'], { ...world, fetch });
  expect(code).toBe(1);
  expect(err).toMatch(/updateUser got no answer.* It is not known whether the change was made; the same command/);
});

/** What a provider answers to one change after the other; all else is the mock's. */
const answering = (...answers: (() => Response | Promise<Response>)[]): NonNullable<World['fetch']> => {
  const left = [...answers];
  return async (url, init) =>
    init.method === 'GET' ? world.mock.fetch(url, init) : (left.shift()?.() ?? Response.error());
};
const lost = (): Promise<Response> =>
  Promise.reject(Object.assign(new TypeError('fetch failed'), { code: 'ECONNRESET' }));
const refuses = (status: number) => () => Response.json({ message: 'No' }, { status });

describe('whether the change may have been made is told for each provider', () => {
  const city = ['update', verified, '--set', 'address.city=Austin'];
  const again = 'It is not known whether the change was made; the same command reads the user again and tells.';
  const look = 'It is not known whether the change was made; look there before you send it again.';

  test.each<[name: string, args: string[], fetch: NonNullable<World['fetch']>, kind: string, says: string | undefined]>(
    [
      ['an answer lost, then 401', city, answering(lost, refuses(401)), 'unauthorized', again],
      ['an answer lost, then 400', city, answering(lost, refuses(400)), 'rejected', again],
      ['an answer lost, then 404', city, answering(lost, refuses(404)), 'not-found', again],
      ['401 alone', city, answering(refuses(401)), 'unauthorized', undefined],
      ['400 alone', city, answering(refuses(400)), 'rejected', undefined],
      ['an answer that nobody knows', city, answering(() => Response.json({ odd: 1 })), 'malformed', again],
      [
        'what no call can read again',
        [...city, '--answer', 'a.json'],
        answering(lost, refuses(401)),
        'unauthorized',
        look,
      ],
      [
        'a create',
        ['update', 'ingo', '--operation', 'create', '--patch', 'new.json', '--native', 'terms_accepted=true'],
        answering(lost),
        'network',
        look,
      ],
    ],
  )('%s', async (_, args, fetch, kind, says) => {
    const files = {
      'a.json': JSON.stringify({ id: verified.slice(8), status: 'VERIFIED', business: false }),
      'new.json': JSON.stringify(newUser),
    };
    const { code, out, err } = await amend([...args, '--json'], { ...world, fetch, files });
    expect(code).toBe(1);
    const [{ outcome, error }] = JSON.parse(out).users;
    expect({ outcome, kind: error.kind, isUncertain: error.isUncertain }).toEqual({
      outcome: 'failed',
      kind,
      isUncertain: says !== undefined,
    });
    if (says === undefined) expect(err).not.toMatch(/not known/);
    else expect(err.endsWith(says)).toBe(true);
  });
});

describe('a provider that says yes and keeps the old value', () => {
  const answer = {
    id: unverified.slice(8),
    status: 'UNVERIFIED',
    business: false,
    first_name: 'A',
    mobile_phone: '2105550132',
    email: 'old@example.com',
  };
  const fetch: World['fetch'] = async (url, init) =>
    url.includes('machnet') ? Response.json(answer) : world.mock.fetch(url, init);
  const args = ['update', unverified, '--set', 'email=new@example.com', '--set', 'phone=+12105550132'];

  test('is not told as sent: the field is named, and the exit code is 1', async () => {
    const { code, out, err } = await amend(args, { ...world, fetch });
    expect(code).toBe(1);
    expect(out).toMatch(/^machnet now has\n(?: .*\n)* +email +old@example\.com$/m);
    expect(err).toBe('amend: machnet said yes and did not take email; what it now has is what counts.');
  });

  test('for a program too, and the others are told for themselves', async () => {
    const { code, out } = await amend([...args, '--json', idOf('hpay')], { ...world, fetch });
    expect(code).toBe(1);
    expect(JSON.parse(out).users).toMatchObject([
      { provider: 'machnet', outcome: 'not-taken', notTaken: ['email'], user: { email: 'old@example.com' } },
      { provider: 'hpay', outcome: 'sent', notTaken: [] },
    ]);
  });
});

test("a machine's clock that is off is named", async () => {
  const headers = { Date: new Date(Date.now() - 3_600_000).toUTCString() };
  for (const [provider, operation, status] of [
    ['ingo', ingoUser.update, 401],
    ['stilt', stiltUser.update, 403],
  ] as const) {
    const { set } = exampleOf(operation, true);
    const fetch: World['fetch'] = async (url, init) =>
      init.method === 'GET' ? world.mock.fetch(url, init) : Response.json({ message: 'No' }, { status, headers });
    const { code, err } = await amend(['update', idOf(provider), '--set', set], { ...world, fetch });
    expect(code).toBe(1);
    expect(err).toMatch(/clock is not the provider's; set the clock/);
  }
});

test('Ctrl-C ends a call', async () => {
  const stop = new AbortController();
  const fetch: World['fetch'] = (_, { signal }) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const left = amend(['update', verified, '--set', 'phone=+12105550132'], { ...world, fetch, signal: stop.signal });
  setTimeout(() => stop.abort(), 20);
  expect(await left).toEqual({ code: 1, out: '', err: 'amend: machnet getUser was aborted by the caller.' });
});

test('what a provider holds does not steer the terminal', async () => {
  const fetch: World['fetch'] = async () =>
    Response.json({
      ...{ id: verified.slice(8), status: 'VERIFIED', business: false },
      first_name: 'A\u001b[31mB\u202eC\u2028D',
      mobile_phone: '2105550132',
    });
  const { out } = await amend(['update', verified, '--set', 'occupation=Baker'], { ...world, fetch });
  expect(out).toMatch(/^ {2}firstName +A\?\[31mB\?C\?D$/m);
  expect(out).not.toMatch(/^ {2}provider/m);
});

test('Ctrl-C ends the sending too, and it says what is open', async () => {
  const stop = new AbortController();
  const fetch: World['fetch'] = (url, init) =>
    init.method === 'PATCH'
      ? new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          stop.abort();
        })
      : world.mock.fetch(url, init);
  const args = ['update', verified, idOf('hpay'), '--set', 'phone=+12105550132', '--json'];
  const { code, out, err } = await amend(args, { ...world, fetch, signal: stop.signal });
  expect(code).toBe(1);
  expect(JSON.parse(out).users).toMatchObject([
    { provider: 'machnet', outcome: 'failed', error: { kind: 'aborted' } },
    { provider: 'hpay', outcome: 'not-sent', why: { reason: 'aborted' } },
  ]);
  expect(err).toContain('amend: hpay was sent nothing, because the caller gave up before.');
  expect(err.match(/It is not known whether the change was made/g)).toHaveLength(1);
});

describe('credentials and addresses', () => {
  const args = ['update', verified, '--set', 'phone=+12105550132'];
  const secret = 'planted-s3cret';
  test.each([
    [[], {}, /machnet needs credentials: set AMEND_MACHNET_CLIENT_ID and AMEND_MACHNET_CLIENT_SECRET\./],
    [[], { AMEND_MACHNET_CLIENT_ID: secret }, /machnet needs credentials: set AMEND_MACHNET_CLIENT_SECRET\./],
    [
      [],
      { AMEND_MACHNET_CLIENT_ID: secret, AMEND_MACHNET_CLIENT_SECRET: `${secret}\n` },
      /machnet: clientSecret must be a text of visible ASCII characters/,
    ],
    [
      ['--base-url', 'http://example.com'],
      { AMEND_MACHNET_CLIENT_ID: secret, AMEND_MACHNET_CLIENT_SECRET: secret },
      /machnet: baseUrl must be https, or http to this machine/,
    ],
    [
      ['--base-url', 'elsewhere'],
      { AMEND_MACHNET_CLIENT_ID: secret, AMEND_MACHNET_CLIENT_SECRET: secret },
      /machnet: baseUrl must be an absolute address/,
    ],
    [['--client-secret', secret], {}, /unknown flag --client-secret/],
  ])('%j', async (flags, env, err) => {
    const left = await amend([...args, ...flags], {
      env,
      fetch: () => Promise.reject(new Error('Nothing is sent here.')),
    });
    expect(left).toEqual({ code: 2, out: '', err: expect.stringMatching(err) });
    expect(left.err).not.toContain(secret);
  });

  test('http to a private name is for development, and only where the environment allows it', async () => {
    const hosts: string[] = [];
    const fetch: World['fetch'] = async (url) => {
      hosts.push(new URL(url).origin);
      return new Response('', { status: 404 });
    };
    const known = { AMEND_MACHNET_CLIENT_ID: 'a', AMEND_MACHNET_CLIENT_SECRET: 'b' };
    const mock = 'http://mock:4010/machnet';
    for (const [flags, env] of [
      [['--base-url', mock], {}],
      [[], { AMEND_MACHNET_BASE_URL: mock }],
      [[], { AMEND_MACHNET_BASE_URL: mock, AMEND_ALLOW_PLAIN_HTTP: '0' }],
    ] as const) {
      const refused = await amend([...args, ...flags], { env: { ...known, ...env }, fetch });
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toMatch(
        /^amend: machnet: baseUrl must be .*; for development, AMEND_ALLOW_PLAIN_HTTP=1 lets http go to a private network\.\n/,
      );
      expect(hosts).toEqual([]);
    }
    const env = { ...known, AMEND_ALLOW_PLAIN_HTTP: '1' };
    await amend([...args, '--base-url', mock], { env, fetch });
    await amend(args, { env: { ...env, AMEND_MACHNET_BASE_URL: mock }, fetch });
    expect((await amend([...args, '--base-url', 'http://example.com'], { env, fetch })).code).toBe(2);
    expect(hosts).toEqual(['http://mock:4010', 'http://mock:4010']);
  });

  test.each(providerNames)('%s: the environment allows it for every provider', async (provider) => {
    const env = { ...environment('http://mock:4010'), AMEND_ALLOW_PLAIN_HTTP: '1' };
    const fetch: World['fetch'] = async () => new Response('', { status: 404 });
    expect((await amend(['update', `${provider}:u1`, ...args.slice(2)], { env, fetch })).code).toBe(1);
  });

  test('a flag goes before the environment, and both before the sandbox', async () => {
    const hosts: string[] = [];
    const fetch: World['fetch'] = async (url) => {
      hosts.push(new URL(url).origin + new URL(url).pathname.split('/users')[0]);
      return new Response('', { status: 404 });
    };
    const env = { AMEND_MACHNET_CLIENT_ID: 'a', AMEND_MACHNET_CLIENT_SECRET: 'b' };
    await amend(args, { env, fetch });
    await amend(args, { env: { ...env, AMEND_MACHNET_BASE_URL: 'https://env.example.com/' }, fetch });
    await amend([...args, '--base-url', 'https://flag.example.com/m/'], {
      env: { ...env, AMEND_MACHNET_BASE_URL: 'https://env.example.com' },
      fetch,
    });
    expect(hosts).toEqual([
      'https://v4sandbox.machpay.com/v4',
      'https://env.example.com',
      'https://flag.example.com/m',
    ]);
  });
});
