import { expect, test } from 'vitest';
import { checkSchema, install, schemaVersion } from './schema.ts';
import { inSteps, type Store } from './store.ts';

/** A person in the tables, whose version is `version`. */
const insert = 'insert into amend_keep.person as p (user_id, version, erased_at) values ($1, $2, $3)';

/** What every store has to do; `open` opens an empty database, and then the same one again. */
export const storeContract = (name: string, open: () => Promise<readonly [first: Store, second: Store]>): void => {
  const installed = async (): Promise<readonly [Store, Store]> => {
    const stores = await open();
    await install(stores[0]);
    return stores;
  };
  const closing = async (stores: readonly Store[]): Promise<void> => {
    for (const store of stores) await store.close();
  };

  test(`${name}: tells that it is not installed`, async () => {
    const stores = await open();
    await expect(checkSchema(stores[0])).rejects.toMatchObject({ code: 'not-installed', name: 'KeepError' });
    await closing(stores);
  });

  test(`${name}: installs once, by however many`, async () => {
    const stores = await open();
    await Promise.all(stores.map((store) => install(store)));
    for (const store of stores) await checkSchema(store);
    const { rows } = await stores[1].query('select version from amend_keep.schema_version order by version');
    expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: schemaVersion }, (_, index) => index + 1));
    await closing(stores);
  });

  test(`${name}: gives back texts, numbers and null as they were`, async () => {
    const stores = await installed();
    const [store] = stores;
    const time = 1_795_777_200_123;
    await store.query(insert, ['Zoë 🙂 "\'', 7, time]);
    await store.query(insert, ['other', 8, null]);
    const { rows } = await store.query('select * from amend_keep.person order by version');
    expect(rows).toMatchObject([
      { user_id: 'Zoë 🙂 "\'', version: 7, data_key: null, erased_at: time },
      { user_id: 'other', version: 8, erased_at: null },
    ]);
    await closing(stores);
  });

  test(`${name}: counts up in one statement, and answers with the row`, async () => {
    const stores = await installed();
    const again = `${insert} on conflict (user_id) do update set version = p.version + 1 returning version`;
    const versions = await Promise.all(stores.map((store) => store.query(again, ['u', 1, null])));
    expect(versions.map(({ rows }) => rows[0]?.version).sort()).toEqual([1, 2]);
    await closing(stores);
  });

  test(`${name}: keeps nothing of what throws, and goes on`, async () => {
    const stores = await installed();
    const [store] = stores;
    const boom = new Error('boom');
    const thrown = store.transaction(async (tx) => {
      await tx.query(insert, ['u', 1, null]);
      throw boom;
    });
    await expect(thrown).rejects.toBe(boom);
    await expect(store.transaction((tx) => tx.query('select wrong from amend_keep.person'))).rejects.toMatchObject({
      name: 'KeepError',
    });
    await store.transaction((tx) => tx.query(insert, ['v', 1, null]));
    const { rows } = await store.query('select user_id from amend_keep.person');
    expect(rows.map(({ user_id }) => user_id)).toEqual(['v']);
    await closing(stores);
  });

  test(`${name}: does what follows a step that gives a row, in order, and else nothing`, async () => {
    const stores = await installed();
    const [store] = stores;
    for (const user of ['u', 'v']) await store.query(insert, [user, 1, null]);
    const update = (user: string, version: number, from: number, rest?: string) => ({
      ...{ text: 'update amend_keep.person set version = $2 where user_id = $1 and version = $3' },
      ...{ values: [user, version, from], ...(rest !== undefined && { rest }) },
    });
    const others = [update('v', 2, 1), update('w', 2, 1)];
    const done = await inSteps(store, [update('u', 2, 1, 'returning user_id, version'), ...others]);
    const not = await inSteps(store, [update('u', 9, 1, 'returning user_id'), update('v', 9, 2)]);
    const within = await store.transaction((tx) => inSteps(store, [update('u', 3, 2, 'returning version')], tx));
    const failing = inSteps(store, [
      update('u', 9, 3, 'returning version'),
      { text: 'update amend_keep.person set user_id = $1 where version = $2', values: ['u', 2] },
    ]);
    await expect(failing).rejects.toMatchObject({ name: 'KeepError' });
    const { rows } = await store.query('select user_id, version from amend_keep.person order by user_id');
    expect([done, not, within, rows].map((each) => each.map((row) => ({ ...row })))).toEqual([
      [{ user_id: 'u', version: 2 }],
      [],
      [{ version: 3 }],
      [
        { user_id: 'u', version: 3 },
        { user_id: 'v', version: 2 },
      ],
    ]);
    await closing(stores);
  });

  test(`${name}: has transactions of two connections on one row one after the other`, async () => {
    const stores = await installed();
    await stores[0].query(insert, ['u', 0, null]);
    const add = (store: Store) =>
      store.transaction(async (tx) => {
        const { rows } = await tx.query('select version from amend_keep.person where user_id = $1 for update', ['u']);
        await new Promise((done) => setTimeout(done, 5));
        const version = Number(rows[0]?.version) + 1;
        await tx.query('update amend_keep.person set version = $2 where user_id = $1', ['u', version]);
      });
    await Promise.all([...stores, ...stores, ...stores].map(add));
    const { rows } = await stores[1].query('select version from amend_keep.person');
    expect(rows[0]?.version).toBe(6);
    await closing(stores);
  });

  test(`${name}: has a single statement wait for another connection's transaction`, async () => {
    const stores = await installed();
    await stores[0].query(insert, ['u', 0, null]);
    const add = 'update amend_keep.person set version = version + 1 where user_id = $1';
    const [first] = await Promise.all([
      stores[0].transaction(async (tx) => {
        await tx.query(add, ['u']);
        await new Promise((done) => setTimeout(done, 100));
        return 'first';
      }),
      new Promise((done) => setTimeout(done, 20)).then(() => stores[1].query(add, ['u'])),
    ]);
    const { rows } = await stores[1].query('select version from amend_keep.person');
    expect([first, rows[0]?.version]).toEqual(['first', 2]);
    await closing(stores);
  });

  test(`${name}: says that it is gone`, async () => {
    const stores = await installed();
    await closing(stores);
    await expect(stores[0].query('select 1')).rejects.toMatchObject({ code: 'unreachable' });
    await expect(stores[0].transaction(async () => 1)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test(`${name}: tells one time to all`, async () => {
    const stores = await open();
    const [first, second] = await Promise.all(stores.map((store) => store.now()));
    expect(Math.abs(Number(first) - Number(second))).toBeLessThan(60_000);
    await closing(stores);
  });
};
