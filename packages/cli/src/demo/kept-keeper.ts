import { createKeeper, type Keeper, type KeptProvider } from '@amend/keep';
import { sqlite } from '@amend/keep/sqlite';
import { providers } from 'amend/providers';
import { type KeptAt, keptAt } from './kept-at.ts';

export interface Opened {
  readonly keeper: Keeper<string>;
  readonly close: () => Promise<void>;
}

/** A keeper of all providers of the mock; the time that a request may take is short, because nobody watches a demo for long. */
export const openKeeper = async ({ path, url }: KeptAt): Promise<Opened> => {
  const kept: Record<string, KeptProvider> = {};
  for (const [name, { describe, users }] of Object.entries(providers)) {
    const { credentials, connect } = await describe();
    const client = connect(credentials, { baseUrl: `${url}/${name}`, allowPlainHttp: true });
    kept[name] = { user: Object.values(await users()), client, timeout: 1_000, settle: 200 };
  }
  const db = sqlite(path);
  const keeper = createKeeper({ db, providers: kept, seal: { current: 'demo', keys: { demo: new Uint8Array(32) } } });
  return { keeper, close: db.close };
};

let opened: Opened | undefined;

/** What `amend keep run --keeper` takes. */
export default async (): Promise<Keeper<string>> => {
  opened = await openKeeper(JSON.parse(process.env[keptAt] ?? '{}'));
  return opened.keeper;
};

export const close = async (): Promise<void> => opened?.close();
