import { describe, expect, test } from 'vitest';
import { createMock } from './create-mock.ts';
import { createPartFinder, type Fields } from './json.ts';
import { judgeUpdate } from './judge-update.ts';
import { fileDocuments } from './operations/documents.ts';
import type { Provider } from './provider.ts';
import { sentProblems } from './sent-problems.ts';
import { createUsers, limits } from './store.ts';
import { sendTo } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';
import { providers } from './testing/providers.ts';
import { serveState } from './testing/serve.ts';

/** Whether the long tests import this, which have time for all of it. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

// What a request costs is counted in looks at what is stored and sent, so that a busy machine fails no test.

let looks = 0;
const counted = <Target extends object>(target: Target): Target =>
  new Proxy(target, {
    get: (of, name, receiver) => {
      looks += 1;
      return Reflect.get(of, name, receiver);
    },
    ownKeys: (of) => {
      looks += 1;
      return Reflect.ownKeys(of);
    },
  });

const looksOf = (act: () => unknown): number => {
  looks = 0;
  act();
  return looks;
};

const documents = (count: number, more: Fields = {}): readonly Fields[] =>
  Array.from({ length: count }, (_, index) => counted({ kind: 'SSN', number: String(index), ...more }));

const rules = {
  update: 'partial',
  properties: {
    papers: { updatable: [], required: false, sources: [], items: { property: 'kind', kinds: { SSN: [] } } },
  },
} as const;

const linear: Readonly<Record<string, (count: number) => unknown>> = {
  'documents that the user has already': (count) =>
    judgeUpdate(rules, {
      status: 'verified',
      body: { papers: documents(count) },
      stored: { papers: documents(count, { id: 'x' }) },
    }),
  'documents that the user may not have': (count) =>
    judgeUpdate(rules, {
      status: 'verified',
      body: { papers: documents(count, { id: 'y' }) },
      stored: { papers: documents(count, { id: 'x' }) },
    }),
  'documents that take the place of others': (count) =>
    fileDocuments(documents(count), documents(count), { kind: 'number', effect: 'archives-previous' }),
  'documents that no answer can show': (count) => {
    const papers = documents(count);
    const problems = papers.map((_, index) => ({ field: `/papers/${index}/number`, rule: 'x', message: 'x' }));
    return sentProblems(problems, { answer: { papers }, body: { papers } });
  },
};

test.each(Object.entries(linear))('%s: eight times as many cost eight times as much', (_, act) => {
  const few = looksOf(() => act(500));
  expect(few).toBeGreaterThan(499);
  expect(looksOf(() => act(4000)) / few).toBeLessThan(9);
});

test.each([
  ['the same', { a: 1 }, [{ a: 1 }], true],
  ['more beside it', { a: 1 }, [{ b: 2, a: 1 }], true],
  ['one of several', { a: 1, b: 1 }, [{ a: 1 }, { a: 1, b: 1 }], true],
  ['parts of two', { a: 1, b: 1 }, [{ a: 1 }, { b: 1 }], false],
  ['keys in another order', { a: { x: 1, y: [{ p: 1, q: 2 }] } }, [{ a: { y: [{ q: 2, p: 1 }], x: 1 } }], true],
  ['elements in another order', { a: [1, 2] }, [{ a: [2, 1] }], false],
  ['a text for a number', { a: '1' }, [{ a: 1 }], false],
  ['a field that is missing', { a: null }, [{}], false],
  ['nothing', {}, [{ a: 1 }], true],
  ['nothing in nothing', {}, [], false],
])('part of an element: %s', (_, part, elements, want) => {
  expect(createPartFinder(elements)(part)).toBe(want);
});

describe('users without end', () => {
  const put = (users: ReturnType<typeof createUsers>, id: number, fields: Fields = {}) =>
    users.put({ id: String(id), fields: { email: `${id}@example.com`, ...fields }, archived: [] });

  test('to hold one more costs no look at those there are', () => {
    const users = createUsers();
    for (let id = 0; id < 1000; id += 1)
      users.put({ id: String(id), fields: counted({ email: `${id}@example.com` }), archived: [] });
    expect(users.isTaken('email', '7@example.com', undefined)).toBe(true);
    expect(
      looksOf(() => {
        for (let id = 1000; id < 1100; id += 1) {
          expect(users.isTaken('email', `${id}@example.com`, undefined)).toBe(false);
          expect(users.full()).toBeUndefined();
          put(users, id);
        }
      }),
    ).toBe(0);
  });

  test('a value is taken by who has it now, a fixture’s own by nobody', () => {
    const users = createUsers();
    const original = { email: 'f@example.com' };
    users.put({ id: 'f', fields: original, archived: [], original });
    put(users, 1);
    expect(users.isTaken('email', 'f@example.com', undefined)).toBe(false);
    expect(users.isTaken('email', '1@example.com', '1')).toBe(false);
    expect(users.isTaken('email', '1@example.com', 'f')).toBe(true);
    put(users, 1, { email: 'new@example.com' });
    expect(users.isTaken('email', '1@example.com', 'f')).toBe(false);
    expect(users.isTaken('email', 'new@example.com', 'f')).toBe(true);
    users.remove('1');
    expect(users.isTaken('email', 'new@example.com', 'f')).toBe(false);
    users.put({ id: 'f', fields: { email: 'g@example.com' }, archived: [], original });
    expect(users.isTaken('email', 'g@example.com', undefined)).toBe(true);
    users.clear();
    expect(users.isTaken('email', 'g@example.com', undefined)).toBe(false);
  });

  if (isLong)
    test('all that they hold has a limit, and each for itself', () => {
      const users = createUsers();
      const large = (id: string) => ({ id, fields: { name: 'x'.repeat(limits.characters / 2) }, archived: [] });
      users.put(large('a'));
      expect(users.full(large('a'))).toBeUndefined();
      expect(users.full(large('b'))?.message).toMatch(/^holds 32 MiB of this provider, and no more/);
      users.remove('a');
      expect(users.full(large('b'))).toBeUndefined();
      const wide = { id: 'w', fields: {}, archived: documents(limits.values / 2) };
      expect(users.full(wide)?.message).toMatch(/^holds 30000 values of a user/);
    });

  const creates = requestExamples.filter(({ id }) => id === 'createUser');

  test.each(creates.map((example) => [example.provider, example] as const))(
    '%s: the limit is told in the provider’s shape, and a user that goes makes room',
    async (name, { contract, method, path, bodies }) => {
      const provider = providers.find((each) => each.name === name) as Provider;
      const { send, state } = await serveState(provider);
      for (let id = state.users.all().length; id < limits.users; id += 1) put(state.users, id);
      const create = () => send(method, contract.prefix + path, bodies[0]);
      const { status, body } = await create();
      expect(status).toBe(429);
      expect(JSON.stringify(body)).toContain('The mock holds 10000 users of this provider, and no more;');
      expect(state.users.all()).toHaveLength(limits.users);
      state.users.remove('9999');
      expect((await create()).status).toBeLessThan(300);
    },
  );

  test('all users are listed in pages', async () => {
    const { send, state } = await serveState(providers.find((each) => each.name === 'hpay') as Provider);
    for (let id = state.users.all().length; id < 250; id += 1) put(state.users, id);
    const idsOn = async (query: string): Promise<readonly string[]> =>
      (await send('GET', `/__amend/users${query}`)).body.map(({ id }: { id: string }) => id);
    const all = state.users.all().map(({ id }) => id);
    expect(await idsOn('')).toEqual(all.slice(0, 100));
    expect(await idsOn('?offset=200')).toEqual(all.slice(200));
    expect(await idsOn('?provider=hpay&limit=3&offset=99')).toEqual(all.slice(99, 102));
    expect(await idsOn('?offset=1000')).toEqual([]);
    for (const query of ['limit=0', 'limit=1001', 'limit=x', 'offset=-1'])
      expect((await send('GET', `/__amend/users?${query}`)).status).toBe(400);
  });
});

if (isLong)
  test('faults, and statuses that are set later, have a limit that is told', async () => {
    const mock = await createMock({ only: ['machnet'] });
    const send = sendTo(mock.fetch);
    const fault = { provider: 'machnet', status: 500 };
    const [first] = mock.fixtures;
    for (let count = 0; count < 1000; count += 1)
      expect((await send('POST', '/__amend/faults', fault)).status).toBe(204);
    const full = await send('POST', '/__amend/faults', fault);
    expect(full).toMatchObject({
      status: 429,
      body: { message: expect.stringMatching(/^The mock holds 1000 faults/) },
    });
    const later = () =>
      send('PUT', `/__amend/users/machnet/${first?.id}/status`, { status: 'VERIFIED', after: 600_000 });
    expect((await later()).status).toBe(429);
    await send('DELETE', '/__amend/faults');
    for (let count = 0; count < 1000; count += 1) expect((await later()).status).toBe(200);
    expect((await later()).status).toBe(429);
    mock.reset();
    expect((await later()).status).toBe(200);
    mock.reset();
  });

test('requests that a fault holds back have a limit that is told', async () => {
  const send = sendTo((await createMock({ only: ['machnet'] })).fetch);
  await send('POST', '/__amend/faults', { latency: 600_000, retryAfter: 7, status: 500, times: 2000 });
  const held = Array.from({ length: 1000 }, () => send('GET', '/machnet/users/x').catch(() => 'broken off'));
  for (const path of ['/machnet/users/x', '/machnet/nothing']) {
    const { status, body } = await send('GET', path);
    expect([status, body.message ?? body.detail]).toEqual([429, expect.stringMatching(/^The mock holds 1000 faults/)]);
  }
  await send('DELETE', '/__amend/faults');
  expect(new Set(await Promise.all(held))).toEqual(new Set(['broken off']));
});

test('a query of thousands of names is read once, and too long an address or header is refused', async () => {
  const send = sendTo((await createMock({ only: ['stilt'] })).fetch);
  const many = Array.from({ length: 2000 }, (_, index) => `k${index}`).join('&');
  expect((await send('GET', `/stilt/users?${many}&limit=1&k1=2`)).status).toBe(200);
  expect((await send('GET', `/stilt/users?${many}&${many}`)).status).toBe(431);
  expect((await send('GET', '/stilt/users', undefined, { Accept: `*/*${' '.repeat(17_000)}x` })).status).toBe(431);
});
