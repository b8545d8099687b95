import type { Patch } from 'amend';
import { plain, reasons, record } from './change.ts';
import { atOf, type Context } from './context.ts';
import { planCreate } from './create.ts';
import { isAdded } from './fields.ts';
import { KeepError } from './keep-error.ts';
import { linksOf, lockOrMake, wake } from './links.ts';
import type { Account } from './options.ts';
import type { LinkRow } from './rows.ts';
import { abandonAttempts, changeFields, mark } from './save-work.ts';
import { holdAdded, sentIn } from './settle.ts';
import { inTransaction, type Queryable, select } from './store.ts';
import type { LinkKey } from './types.ts';
import type { Attempt } from './work.ts';

const setAccount = `insert into amend_keep.link as l
  (user_id, provider, account, wanted, seen, fence, tries, state, since, next_at, confirmed, drift)
  values ($1, $2, $3, 1, 0, 0, 0, 'pending', $4, $4, '{}', '{}')
  on conflict (user_id, provider) do update set account = $3, wanted = l.wanted + 1, fence = l.fence + 1,
    lease_until = null, next_at = $4, tries = 0, state = 'pending', reason = null, message = null, since = $4,
    tell_at = null, status = null, kind = null, confirmed = '{}', drift = '{}'`;

/** What a create that is on its way, or in doubt, may have added already: `version path` of it. */
const sentByCreate = async (tx: Queryable, key: readonly string[]): Promise<ReadonlySet<string>> => {
  const which = 'where user_id = $1 and provider = $2';
  const links = await select<LinkRow>(tx, `select account from amend_keep.link ${which} for update`, key);
  if (links[0]?.account !== null) return new Set();
  const text = `select fields from amend_keep.attempt ${which} and outcome is null`;
  return new Set((await select<Attempt>(tx, text, key)).flatMap(sentIn));
};

/** Makes an account known. What was in doubt or under way at another account is not known of this one. */
const linkTo = async (
  of: Context,
  tx: Queryable,
  { userId, provider }: LinkKey,
  account: string,
  now: number,
): Promise<void> => {
  const { updates } = atOf(of, provider);
  const sent = await sentByCreate(tx, [userId, provider]);
  const isOther = 'where l.account is null or l.account <> $3 returning fence';
  const { rows } = await tx.query(`${setAccount} ${isOther}`, [userId, provider, account, now]);
  if (rows.length === 0) {
    await wake(tx, now, "user_id = $2 and provider = $3 and reason = 'not-found'", [userId, provider]);
    return;
  }
  const link = { user_id: userId, provider };
  await abandonAttempts(tx, link);
  await changeFields(tx, link, now, (entry) => {
    if (sent.has(`${entry.version} ${entry.path}`) && isAdded(updates, entry.path)) holdAdded(entry, now);
    else if (entry.facts.s === 'held' && !isAdded(updates, entry.path)) mark(entry, 'pending', now);
  });
};

const createAt = async (
  of: Context,
  tx: Queryable,
  { userId, provider }: LinkKey,
  { create, native: given, id }: Exclude<Account, string>,
  now: number,
): Promise<void> => {
  const native = given && plain(given);
  const patch = plain(create);
  const link = (await linksOf(tx, userId)).find((one) => one.provider === provider && one.state !== 'erased');
  const known = await select(tx, 'select id from amend_keep.change where id = $1', [id ?? null]);
  if (link && known.length > 0) return;
  if (link)
    throw new KeepError('misuse', `The user is linked to ${provider} already; call change() to change it there.`);
  const { creates = [] } = of.providers.get(provider) ?? {};
  const plans = creates.map((operation) => planCreate(operation, patch as Patch, native));
  if (plans.length === 0) throw new KeepError('misuse', `${provider} has no operation that creates a user.`);
  if (!plans.some(({ state }) => state === 'ready'))
    throw new KeepError('refused', `${provider} cannot create this user, and nothing was recorded: ${reasons(plans)}`);
  await tx.query(setAccount, [userId, provider, null, now]);
  const payload = { patch, ...(native && { native }) };
  await record(of, tx, { userId, payload, options: id === undefined ? {} : { id }, provider, now });
};

export const linkUser = (of: Context, key: LinkKey, account: Account, tx: Queryable | undefined): Promise<void> => {
  if (typeof account === 'string' ? account.trim() === '' : typeof account?.create !== 'object')
    throw new KeepError(
      'misuse',
      `The account at ${key.provider} is neither a text, its identifier, nor { create }, whom to create.`,
    );
  const work = async (inner: Queryable, now: number): Promise<void> => {
    await lockOrMake(inner, key.userId);
    if (typeof account === 'string') await linkTo(of, inner, key, account, now);
    else await createAt(of, inner, key, account, now);
  };
  return inTransaction(of.store, work, tx);
};
