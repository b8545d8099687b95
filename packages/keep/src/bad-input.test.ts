import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Patch } from 'amend';
import { hpayUser } from 'amend/hpay';
import { machnetIndividual } from 'amend/machnet';
import { afterAll, describe, expect, test } from 'vitest';
import { kyselyTransaction } from './adapters.ts';
import { KeepError } from './keep-error.ts';
import { createKeeper } from './keeper.ts';
import type { KeeperOptions } from './options.ts';
import { sqlite } from './sqlite.ts';
import type { Queryable, Store } from './store.ts';
import { createWorld } from './testing/world.ts';

const phone = '+12105550132';
const kinds = { machnet: machnetIndividual, hpay: hpayUser };

describe('options', () => {
  const seal = { current: 'k', keys: { k: new Uint8Array(32) } };
  test.each<[string, { given: Partial<KeeperOptions<string>>; want: string }]>([
    [
      'a key that is not there',
      { given: { seal: { current: 'k', keys: {} } }, want: 'The key k is missing; give it in seal.keys.' },
    ],
    [
      'a key that is too short',
      {
        given: { seal: { current: 'k', keys: { k: 'c2hvcnQ=' } } },
        want: 'The key k of seal.keys has 5 bytes, and needs 32.',
      },
    ],
    [
      'no time at all',
      {
        given: { providers: { machnet: { user: machnetIndividual, client: {} as never, timeout: 0 } } },
        want: 'timeout of machnet must be a number above zero.',
      },
    ],
    [
      'a pace of nothing',
      {
        given: { providers: { machnet: { user: machnetIndividual, client: {} as never, perSecond: Number.NaN } } },
        want: 'perSecond of machnet must be a number above zero.',
      },
    ],
    [
      'a name of another provider',
      {
        given: { providers: { hpay: { user: machnetIndividual, client: {} as never } } },
        want: 'hpay has operations of another provider; give each under its own name.',
      },
    ],
    [
      'nothing that changes a user',
      {
        given: { providers: { hpay: { user: { create: hpayUser.create }, client: {} as never } } },
        want: 'hpay has no operation that changes a user; give those of a provider.',
      },
    ],
  ])('%s', (_, { given, want }) => {
    expect(() => createKeeper({ db: sqlite(':memory:'), providers: {}, seal, ...given })).toThrow(want);
  });
});

describe('a change', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  test.each<[string, { user?: string; patch: unknown; code: string; message: RegExp }]>([
    [
      'of a user who is linked to nobody',
      {
        user: 'x',
        patch: { phone },
        code: 'unknown-user',
        message: /^The user is linked to no provider; call link\(\) first\. Nothing was recorded\.$/,
      },
    ],
    [
      'that no provider can take',
      {
        patch: { phone: 'nonsense' },
        code: 'refused',
        message: /^No provider can take this change, and nothing was recorded: phone .*\.$/,
      },
    ],
    ['of what no provider has', { patch: { shoeSize: 44 }, code: 'refused', message: /shoeSize/ }],
    [
      'that names nothing',
      { patch: { address: {} }, code: 'misuse', message: /^The change names no field; nothing was recorded\.$/ },
    ],
    [
      'that is no object',
      { patch: [phone], code: 'misuse', message: /^The change is no plain object; pass a patch\.$/ },
    ],
    ['that is nothing', { patch: null, code: 'misuse', message: /no plain object/ }],
    ['that holds itself', { patch: circular, code: 'misuse', message: /no plain object/ }],
    ['that holds what JSON has not', { patch: { phone: 1n }, code: 'misuse', message: /no plain object/ }],
  ])('%s is one sentence, and nothing is recorded', async (_, { user = 'u', patch, code, message }) => {
    const { keeper, store } = await createWorld(kinds);
    await expect(keeper.change(user, patch as Patch)).rejects.toMatchObject({
      name: 'KeepError',
      code,
      message: expect.stringMatching(message),
    });
    expect((await store.query('select 1 from amend_keep.change')).rows).toEqual([]);
  });

  test('with a name that leads to a prototype pollutes nothing, and is refused', async () => {
    const { keeper, drain } = await createWorld(kinds);
    await keeper.change(
      'u',
      JSON.parse(`{"phone": "${phone}", "__proto__": {"polluted": "yes"}, "constructor": {"x": "y"}}`),
    );
    await drain();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect((await keeper.status('u')).map(({ fields }) => fields.map(({ state }) => state))).toEqual([
      ['kept', 'refused', 'refused'],
      ['kept', 'refused', 'refused'],
    ]);
  });
});

describe('a transaction', () => {
  const none = /^tx is no transaction; make one of yours with sqliteTransaction, pgTransaction or an adapter\.$/;
  test.each<[string, { tx: unknown; message: RegExp }]>([
    ['that is a connection', { tx: new DatabaseSync(':memory:'), message: none }],
    ['that is nothing', { tx: null, message: none }],
    [
      'of another database',
      { tx: kyselyTransaction({} as never, {} as never), message: /^tx is of postgres, and .* sqlite\.$/ },
    ],
  ])('%s is one sentence, and nothing is recorded', async (_, { tx, message }) => {
    const { keeper, store } = await createWorld(kinds);
    const wanted = { name: 'KeepError', code: 'misuse', message: expect.stringMatching(message) };
    await expect(keeper.change('u', { phone }, { tx: tx as Queryable })).rejects.toMatchObject(wanted);
    await expect(keeper.link('u2', 'machnet', '1', { tx: tx as Queryable })).rejects.toMatchObject(wanted);
    expect((await store.query('select 1 from amend_keep.change')).rows).toEqual([]);
  });
});

test('what nobody knows is named', async () => {
  const { keeper } = await createWorld(kinds);
  const odd = 'acme' as 'hpay';
  await expect(keeper.link('u', odd, 'a')).rejects.toMatchObject({
    message: 'This keeper has no provider acme; it has machnet, hpay.',
  });
  await expect(keeper.held({ provider: odd })).rejects.toMatchObject({ code: 'unknown-provider' });
  await expect(keeper.link('u', 'hpay', ' ')).rejects.toMatchObject({
    message: 'The account at hpay is neither a text, its identifier, nor { create }, whom to create.',
  });
  await expect(keeper.decide('x', 'hpay', 'phone', 'retry')).rejects.toMatchObject({
    message: 'The user is not linked to hpay.',
  });
  await expect(keeper.decide('u', 'hpay', 'phone', 'retry')).rejects.toMatchObject({
    message: 'phone waits for nothing at hpay; see status().',
  });
  await expect(keeper.decide('u', 'hpay', 'phone', 'overwrite')).rejects.toMatchObject({ code: 'misuse' });
  expect(await keeper.reconcile({ userId: 'x', provider: 'hpay' })).toEqual({ outcome: 'gone' });
  expect(await keeper.status('x')).toEqual([]);
  const told = { provider: 'machnet', id: 'nobody', verification: 'verified', word: 'VERIFIED' } as const;
  await expect(keeper.statusChanged(odd, told)).rejects.toMatchObject({ code: 'unknown-provider' });
  expect([await keeper.statusChanged('machnet', told), await keeper.statusChanged('hpay', told)]).toEqual([
    false,
    false,
  ]);
});

describe('a key', () => {
  const missing = { current: 'other', keys: { other: new Uint8Array(32) } };
  const wrong = { current: 'k', keys: { k: new Uint8Array(32) } };
  test.each<[string, { seal: typeof missing | typeof wrong; want: string }]>([
    ['that is gone', { seal: missing, want: 'The key k is missing; give it in seal.keys.' }],
    [
      'that is another one',
      { seal: wrong, want: 'The key k of seal.keys is not the one that was used; give that one.' },
    ],
  ])('%s: what waits is held, and goes on once it is there', async (_, { seal, want }) => {
    const { keeper, keeperWith, fakes, drain, wait } = await createWorld(kinds);
    await drain();
    await keeper.change('u', { phone });
    await wait(keeperWith({ seal: seal as KeeperOptions<string>['seal'] }).tick());
    expect((await keeper.status('u'))[0]).toMatchObject({ state: 'held', reason: 'no-key', message: want });
    await drain(600_000);
    expect(fakes[0]?.userOf('a').phone).toBe(phone);
  });
});

describe('the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-keep-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (): string => join(mkdtempSync(join(folder, 'one-')), 'keep.db');

  test.each<[string, { pragma: string; code: string; message: string }]>([
    [
      'is read-only',
      {
        pragma: 'pragma query_only = 1',
        code: 'read-only',
        message: 'The database of the keeper is read-only; let this process write it.',
      },
    ],
    [
      'is full',
      {
        pragma: 'pragma max_page_count = 1',
        code: 'full',
        message: 'The database of the keeper cannot grow, because the disk is full; make room.',
      },
    ],
  ])('%s: one sentence, and all goes on afterwards', async (_, { pragma, code, message }) => {
    const { keeper, store, fakes, drain } = await createWorld(kinds, { open: async () => sqlite(file()) });
    await drain();
    await store.query(pragma);
    const many = async (): Promise<void> => {
      for (let count = 0; count < 200; count += 1) await keeper.change('u', { phone });
    };
    await expect(many()).rejects.toMatchObject({ name: 'KeepError', code, message });
    await store.query('pragma query_only = 0');
    await store.query('pragma max_page_count = 1000000');
    await keeper.change('u', { phone: '+12105550199' });
    await drain();
    expect(fakes[0]?.userOf('a').phone).toBe('+12105550199');
  });

  test('is no database, cannot be opened, is locked', async () => {
    const path = file();
    writeFileSync(path, 'a text of some length, which is no database at all');
    expect(() => sqlite(path)).toThrow('The database of the keeper is no SQLite database; give another path.');
    expect(() => sqlite('/nowhere/keep.db')).toThrow(
      'The database of the keeper cannot be opened; check its path and its rights.',
    );
    const own = file();
    const store = sqlite(own, { patience: 40 });
    const other = new DatabaseSync(own);
    other.exec('begin immediate');
    await expect(store.transaction(async () => 1)).rejects.toThrow(
      'The database of the keeper is locked by another program; try again.',
    );
    await expect(store.query('create table x (y)')).rejects.toMatchObject({ code: 'busy' });
    other.exec('rollback');
    expect(await store.transaction(async () => 1)).toBe(1);
  });

  test.each(['before the request', 'after it'])('goes away %s: a worker goes on, and nothing is lost', async (when) => {
    const { keeper, keeperWith, store, fakes, errors, drain, clock } = await createWorld(kinds);
    await drain();
    await keeper.change('u', { phone });
    let isGone = false;
    const gone = <Result>(work: () => Promise<Result>): Promise<Result> =>
      isGone ? Promise.reject(new KeepError('unreachable', 'The database of the keeper is gone.')) : work();
    const isLast = (text: string): boolean =>
      text.includes(when === 'after it' ? 'insert into amend_keep.attempt' : 'set fence');
    const leaving: Store = {
      ...store,
      query: (text, values) =>
        gone(async () => {
          const result = await store.query(text, values);
          isGone ||= isLast(text);
          return result;
        }),
      transaction: (work) =>
        gone(async () => {
          let leaves = false;
          const result = await store.transaction((tx) =>
            work({
              query: (text, values) => {
                leaves ||= isLast(text);
                return tx.query(text, values);
              },
            }),
          );
          isGone ||= leaves;
          return result;
        }),
    };
    const worker = keeperWith({ db: leaving });
    void worker.tick().catch(() => undefined);
    await clock.run(clock.now() + 5_000);
    expect(errors.length).toBeGreaterThan(0);
    isGone = false;
    await drain();
    expect((await keeper.status('u')).map(({ state }) => state)).toEqual(['kept', 'kept']);
    expect(fakes[0]?.writes).toHaveLength(1);
  });
});
