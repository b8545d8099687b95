import { KeepError } from './keep-error.ts';
import type { Queryable, Store } from './store.ts';

/**
 * The tables, migration by migration; none is ever changed once it was released. `double precision` holds milliseconds, and is
 * a number for every driver.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    // One row's lock orders what is changed about one user.
    `create table amend_keep.person (
      user_id text primary key, version integer not null, data_key text, erased_at double precision)`,
    `create table amend_keep.link (
      user_id text not null, provider text not null, account text,
      wanted integer not null, seen integer not null, fence integer not null,
      lease_until double precision, next_at double precision, tries integer not null,
      state text not null, reason text, message text, since double precision, tell_at double precision,
      status text, kind text, confirmed text not null, drift text not null,
      primary key (user_id, provider))`,
    'create index amend_keep_link_due on amend_keep.link (provider, next_at) where next_at is not null',
    'create index amend_keep_link_leased on amend_keep.link (provider, lease_until) where lease_until is not null',
    'create index amend_keep_link_account on amend_keep.link (provider, account)',
    'create index amend_keep_link_tell on amend_keep.link (tell_at) where tell_at is not null',
    `create index amend_keep_link_open on amend_keep.link (provider, state) where state <> 'kept'`,
    `create table amend_keep.change (
      id text primary key, user_id text not null, version integer not null, fields text not null, sealed text,
      waiting integer not null, together integer not null, made_at double precision not null, made_by text)`,
    'create unique index amend_keep_change_version on amend_keep.change (user_id, version)',
    `create table amend_keep.delivery (
      user_id text not null, provider text not null, version integer not null, fields text not null,
      ended_at double precision, primary key (user_id, provider, version))`,
    `create index amend_keep_delivery_open on amend_keep.delivery (user_id, version) where ended_at is null`,
    // What is sent is written down before, and never a value of it.
    `create table amend_keep.attempt (
      user_id text not null, provider text not null, fence integer not null, operation text not null,
      fields text not null, before_ids text not null, started_at double precision not null,
      deadline_at double precision not null, outcome text, primary key (user_id, provider, fence))`,
    `create index amend_keep_attempt_open on amend_keep.attempt (user_id, provider) where outcome is null`,
    // What all workers share of a provider.
    `create table amend_keep.pace (
      provider text primary key, not_before double precision not null, failures integer not null,
      tokens double precision not null, filled_at double precision not null, paused_since double precision,
      reason text, probed double precision not null, tell_at double precision)`,
  ],
];

/** The schema that this version works on. */
export const schemaVersion = migrations.length;

const versionIn = async (db: Queryable): Promise<number> => {
  const { rows } = await db.query('select max(version) as version from amend_keep.schema_version');
  return Number(rows[0]?.version ?? 0);
};

const newer = (version: number): KeepError =>
  new KeepError(
    'newer-schema',
    `The tables of amend_keep are of schema ${version}, and this version of @amend/keep knows ${schemaVersion}; update it.`,
  );

/** Makes the tables, or brings those of an older version up to this one; any number of times, by any number at once. */
export const install = async (store: Store, steps = migrations): Promise<void> => {
  await store.transaction(async (tx) => {
    for (const text of store.beforeInstall) await tx.query(text);
    await tx.query('create table if not exists amend_keep.schema_version (version integer primary key)');
    const version = await versionIn(tx);
    if (version > steps.length) throw newer(version);
    for (const [index, step] of steps.entries()) {
      if (index < version) continue;
      for (const text of step) await tx.query(text);
      await tx.query('insert into amend_keep.schema_version (version) values ($1)', [index + 1]);
    }
  });
  for (const text of store.afterInstall) await store.query(text);
};

/** @throws {KeepError} unless the tables are those of this version. */
export const checkSchema = async (store: Store): Promise<void> => {
  const version = await versionIn(store);
  if (version > schemaVersion) throw newer(version);
  if (version < schemaVersion)
    throw new KeepError(
      'older-schema',
      `The tables of amend_keep are of schema ${version}, and this version of @amend/keep needs ${schemaVersion}; call install().`,
    );
};
