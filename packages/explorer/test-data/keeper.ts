import { createKeeper, type KeptProvider } from '@amend/keep';
import { sqlite } from '@amend/keep/sqlite';
import { providers } from 'amend/providers';

// What `amend keep run` is given in a test: a keeper at a mock, of one user whom every provider knows and locks differently.

const { url, path, accounts, userId, patch } = JSON.parse(process.env.AMEND_TEST_KEPT ?? '{}');

const db = sqlite(path);

export default async () => {
  const kept: Record<string, KeptProvider> = {};
  for (const [name, { describe, users }] of Object.entries(providers)) {
    const { credentials, connect } = await describe();
    const client = connect(credentials, { baseUrl: `${url}/${name}`, allowPlainHttp: true, retries: 0 });
    kept[name] = { user: Object.values(await users()), client };
  }
  const keeper = createKeeper({ db, providers: kept, seal: { current: 'k1', keys: { k1: new Uint8Array(32) } } });
  await keeper.install();
  for (const [provider, id] of Object.entries<string>(accounts)) await keeper.link(userId, provider, id);
  await keeper.change(userId, patch);
  return keeper;
};

export const close = db.close;
