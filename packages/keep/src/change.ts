import { randomUUID } from 'node:crypto';
import { type AnyUserOperation, operationFor, type Patch, type Plan, planAll, type User } from 'amend';
import { leavesOf, patchOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import type { At } from './provider.ts';
import type { LinkRow } from './rows.ts';
import type { Vault } from './seal.ts';
import { inTransaction, type Queryable, type Store } from './store.ts';
import type { Account, Changed, ChangeOptions, LinkKey } from './types.ts';
import { abandonAttempts, changeFields, type Payload, release, sealedAs } from './work.ts';

export interface Recording {
  readonly store: Store;
  readonly vault: Vault;
  /** By name, in the order in which they were given. */
  readonly providers: ReadonlyMap<string, At>;
  /** Whether values are loaded when they are sent. */
  readonly loads: boolean;
}

/** What came, as JSON has it: what is planned, sealed and sent is one value. */
const plain = (given: object): object => {
  try {
    const value: unknown = JSON.parse(JSON.stringify(given));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // It is told below, without what the engine says, which may quote.
  }
  throw new KeepError('misuse', 'The change is no plain object; pass a patch.');
};

export const linksOf = async (db: Queryable, userId: string): Promise<LinkRow[]> => {
  const { rows } = await db.query('select * from amend_keep.link where user_id = $1 order by provider', [userId]);
  return rows as unknown as LinkRow[];
};

/** Locks the row of a person, which is made if there is none. */
const lockOrMake = async (tx: Queryable, userId: string): Promise<{ version: number; data_key: string | null }> => {
  const { rows } = await tx.query(
    `insert into amend_keep.person as p (user_id, version) values ($1, 0)
      on conflict (user_id) do update set version = p.version returning version, data_key`,
    [userId],
  );
  return rows[0] as never;
};

/** Wakes links: whoever is at work on one looks again after it. */
export const wake = async (tx: Queryable, where: string, values: readonly unknown[], now: number): Promise<number> => {
  const { rows } = await tx.query(
    `update amend_keep.link set wanted = wanted + 1, next_at = case when next_at < $1 then next_at else $1 end,
      state = case when state = 'kept' then 'pending' else state end,
      since = case when state = 'kept' then $1 else since end
      where state <> 'erased' and ${where} returning provider`,
    [now, ...values],
  );
  return rows.length;
};

interface Recorded {
  readonly userId: string;
  readonly payload: Payload;
  readonly options: ChangeOptions;
  /** One provider alone, for a create. */
  readonly provider?: string;
  readonly now: number;
}

const isLoaded = ([path]: readonly [string, unknown]): boolean => path !== 'ssn' && !path.includes('[');

/** Records a change and its deliveries; its values are sealed, and nowhere else. */
const record = async (of: Recording, tx: Queryable, given: Recorded): Promise<Omit<Changed, 'plans'>> => {
  const { userId, payload, options, provider, now } = given;
  const { id = randomUUID(), by = null, together = false } = options;
  const leaves = leavesOf(payload.patch);
  const fields = JSON.stringify(leaves.map(([path]) => path));
  const person = await lockOrMake(tx, userId);
  const [known] = (await tx.query('select user_id, version, fields from amend_keep.change where id = $1', [id])).rows;
  if (known && (known.user_id !== userId || known.fields !== fields))
    throw new KeepError('misuse', `Change ${id} was another one; give each change an id of its own.`);
  if (known) return { id, version: Number(known.version), isNew: false };
  const version = person.version + 1;
  const [key, wrapped] = of.vault.renew(person.data_key, userId);
  // Of what is loaded later the names are enough, and that a field is to be cleared.
  const kept = of.loads ? leaves.filter((leaf) => !isLoaded(leaf) || leaf[1] === null) : leaves;
  const { patch } = patchOf(kept.map(([path, value]) => ({ path, value })));
  const sealed = key.seal({ ...payload, patch }, sealedAs(userId, id));
  await tx.query('update amend_keep.person set version = $2, data_key = $3, erased_at = null where user_id = $1', [
    userId,
    version,
    wrapped,
  ]);
  await tx.query(
    `insert into amend_keep.change (id, user_id, version, fields, sealed, together, made_at, made_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, userId, version, fields, sealed, together ? 1 : 0, now, by],
  );
  const states = JSON.stringify(Object.fromEntries(leaves.map(([path]) => [path, { s: 'pending', at: now }])));
  const where = provider === undefined ? 'user_id = $2' : 'user_id = $2 and provider = $3';
  const who = provider === undefined ? [userId] : [userId, provider];
  await tx.query(
    `insert into amend_keep.delivery (user_id, provider, version, fields)
      select user_id, provider, cast($3 as integer), cast($4 as text) from amend_keep.link
      where user_id = $1 and state <> 'erased' and provider = coalesce($2, provider)`,
    [userId, provider ?? null, version, states],
  );
  await wake(tx, where, who, now);
  return { id, version, isNew: true };
};

/** What each provider makes of a change, as far as the last read tells; of those where the user is created yet, as an update. */
const plansOf = (of: Recording, links: readonly LinkRow[], patch: object): Plan[] =>
  [...of.providers].flatMap(([name, { updates }]) => {
    const link = links.find(({ provider }) => provider === name);
    if (!link) return [];
    const known = link.kind === null ? undefined : { user: { kind: link.kind } as User };
    const { operation } = operationFor(updates, known);
    const status = link.status === null ? {} : { status: link.status as 'verified' };
    return planAll(patch as Patch, [{ operation, id: link.account ?? link.user_id, ...status }], { onLocked: 'skip' });
  });

const reasons = (plans: readonly Plan[]): string => {
  const messages = plans.flatMap(({ fields }) => fields.flatMap(({ message }) => message ?? []));
  return [...new Set(messages)].join(' ').slice(0, 1500);
};

const isHopeless = ({ fields }: Plan): boolean =>
  fields.every(({ verdict }) => verdict === 'invalid' || verdict === 'unsupported');

/** In the caller's own transaction, or one for this alone. */
const within = async <Result>(
  { store }: Recording,
  tx: Queryable | undefined,
  work: (tx: Queryable, now: number) => Promise<Result>,
): Promise<Result> => (tx ? work(tx, await store.now()) : inTransaction(store, work));

export const recordChange = (of: Recording, userId: string, given: Patch, options: ChangeOptions): Promise<Changed> => {
  const patch = plain(given);
  if (leavesOf(patch).length === 0) throw new KeepError('misuse', 'The change names no field; nothing was recorded.');
  return within(of, options.tx, async (tx, now) => {
    const links = (await linksOf(tx, userId)).filter(({ state }) => state !== 'erased');
    if (links.length === 0)
      throw new KeepError(
        'unknown-user',
        'The user is linked to no provider; call link() first. Nothing was recorded.',
      );
    const plans = plansOf(of, links, patch);
    if (plans.length > 0 && plans.every(isHopeless))
      throw new KeepError('refused', `No provider can take this change, and nothing was recorded: ${reasons(plans)}`);
    return { ...(await record(of, tx, { userId, payload: { patch }, options, now })), plans };
  });
};

const setAccount = `insert into amend_keep.link as l
  (user_id, provider, account, wanted, seen, fence, tries, state, since, next_at, confirmed, drift)
  values ($1, $2, $3, 1, 0, 0, 0, 'pending', $4, $4, '{}', '{}')
  on conflict (user_id, provider) do update set account = $3, wanted = l.wanted + 1, fence = l.fence + 1,
    lease_until = null, next_at = $4, tries = 0, state = 'pending', reason = null, message = null, since = $4,
    tell_at = null, status = null, kind = null, confirmed = '{}', drift = '{}'`;

/** Makes an account known. What was in doubt or under way at another account is not known of this one. */
const linkTo = async (tx: Queryable, userId: string, provider: string, account: string, now: number): Promise<void> => {
  const { rows } = await tx.query(`${setAccount} where l.account is null or l.account <> $3 returning fence`, [
    userId,
    provider,
    account,
    now,
  ]);
  if (rows.length === 0) {
    await wake(tx, "user_id = $2 and provider = $3 and reason = 'not-found'", [userId, provider], now);
    return;
  }
  await abandonAttempts(tx, userId, provider);
  await changeFields(
    tx,
    userId,
    provider,
    (path, facts) => {
      if (facts.s === 'held' && isLoaded([path, undefined])) release(facts, now);
    },
    now,
  );
};

const createAt = async (
  of: Recording,
  tx: Queryable,
  { userId, provider, account, now }: LinkKey & { readonly account: Exclude<Account, string>; readonly now: number },
): Promise<void> => {
  const { creates = [] } = of.providers.get(provider) ?? {};
  const payload = { patch: plain(account.create), ...(account.native && { native: plain(account.native) }) };
  const options = account.id === undefined ? {} : { id: account.id };
  const [link] = (await linksOf(tx, userId)).filter((one) => one.provider === provider && one.state !== 'erased');
  const known = await tx.query('select id from amend_keep.change where id = $1', [account.id ?? null]);
  if (link && known.rows.length > 0) return;
  if (link)
    throw new KeepError('misuse', `The user is linked to ${provider} already; call change() to change it there.`);
  const planOf = (operation: AnyUserOperation): Plan =>
    planAll(payload.patch as Patch, [{ operation, ...(payload.native && { native: payload.native }) }])[0] as Plan;
  const plans = creates.map(planOf);
  if (plans.length === 0) throw new KeepError('misuse', `${provider} has no operation that creates a user.`);
  if (!plans.some(({ state }) => state === 'ready'))
    throw new KeepError('refused', `${provider} cannot create this user, and nothing was recorded: ${reasons(plans)}`);
  await tx.query(setAccount, [userId, provider, null, now]);
  await record(of, tx, { userId, payload, options, provider, now });
};

export const linkUser = (
  of: Recording,
  userId: string,
  provider: string,
  account: Account,
  tx: Queryable | undefined,
): Promise<void> => {
  if (typeof account === 'string' ? account.trim() === '' : typeof account?.create !== 'object')
    throw new KeepError('misuse', `The account at ${provider} is empty; give its identifier, or whom to create.`);
  return within(of, tx, async (inner, now) => {
    await lockOrMake(inner, userId);
    if (typeof account === 'string') await linkTo(inner, userId, provider, account, now);
    else await createAt(of, inner, { userId, provider, account, now });
  });
};
