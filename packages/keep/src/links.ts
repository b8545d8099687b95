import { type LinkRow, linkColumns } from './rows.ts';
import { type Queryable, type Step, select } from './store.ts';

export const linksOf = (db: Queryable, userId: string): Promise<readonly LinkRow[]> =>
  select<LinkRow>(db, `select ${linkColumns} from amend_keep.link where user_id = $1 order by provider`, [userId]);

/** Wakes links: whoever is at work on one looks again after it. */
export const wakeStep = (now: number, where: string, values: readonly unknown[]): Step => ({
  text: `update amend_keep.link set wanted = wanted + 1, next_at = case when next_at < $1 then next_at else $1 end,
      state = case when state = 'kept' then 'pending' else state end,
      since = case when state = 'kept' then $1 else since end
      where state <> 'erased' and ${where}`,
  values: [now, ...values],
});

export const wake = async (tx: Queryable, ...which: Parameters<typeof wakeStep>): Promise<number> => {
  const { text, values } = wakeStep(...which);
  return (await tx.query(`${text} returning provider`, values)).rows.length;
};

/** Takes a link from whoever is at work on it: what that one sent is in doubt, and looked for as after a crash. */
export const revoke = 'fence = fence + 1, lease_until = null, wanted = wanted + 1';

/** Orders what is changed about one user. */
export const lockPerson = (tx: Queryable, userId: string) =>
  tx.query('select version from amend_keep.person where user_id = $1 for update', [userId]);

/** The same, of a person who is made if there is none. */
export const lockOrMake = async (tx: Queryable, userId: string) => {
  const [person] = await select<{ readonly version: number; readonly data_key: string | null }>(
    tx,
    `insert into amend_keep.person as p (user_id, version) values ($1, 0)
      on conflict (user_id) do update set version = p.version returning version, data_key`,
    [userId],
  );
  return person ?? { version: 0, data_key: null };
};
