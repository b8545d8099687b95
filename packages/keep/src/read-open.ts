import { type Row, type Store, select } from './store.ts';

/** What is open about one link, as it is stored: a row for each delivery and attempt, or one for none. */
export type OpenRows = readonly Row[];

/** Reads what is open about users at a provider, in one statement, so that each key is the one of what is sealed. */
export const readOpen = async (
  store: Store,
  provider: string,
  users: readonly string[],
): Promise<ReadonlyMap<string, OpenRows>> => {
  const among = `user_id in (${users.map((_, index) => `$${index + 2}`).join(', ')})`;
  const found = await select(
    store,
    `select p.user_id as user_id, p.data_key, d.version as version, d.fields as fields, c.id as id, c.sealed as sealed, c.together as together,
        cast(null as integer) as fence, null as before_ids, cast(null as double precision) as deadline_at
      from amend_keep.person p
      left join amend_keep.delivery d on d.user_id = p.user_id and d.provider = $1 and d.ended_at is null
      left join amend_keep.change c on c.user_id = d.user_id and c.version = d.version
      where p.${among}
    union all select user_id, null, null, fields, null, null, null, fence, before_ids, deadline_at
      from amend_keep.attempt where ${among} and provider = $1 and outcome is null
    order by version, fence`,
    [provider, ...users],
  );
  return new Map(users.map((user) => [user, found.filter(({ user_id }) => user_id === user)]));
};
