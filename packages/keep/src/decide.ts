import { recordChange } from './change.ts';
import type { Context } from './context.ts';
import { leavesOf, patchOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import { linksOf, lockPerson, revoke } from './links.ts';
import { abandonAttempts, changeFields, mark } from './save-work.ts';
import { inTransaction } from './store.ts';
import type { Decision, LinkKey } from './types.ts';

/** What a person decides about a field, or about all with `*`. */
export const decideField = async (of: Context, key: LinkKey, field: string, decision: Decision): Promise<void> => {
  const { userId, provider } = key;
  const isMeant = (path: string): boolean => field === '*' || path === field;
  if (decision === 'overwrite') {
    if (!of.load)
      throw new KeepError('misuse', `${field} is not kept once every provider has it; call change() with its value.`);
    const own = leavesOf(await of.load(userId)).filter(([path]) => isMeant(path));
    if (own.length === 0) throw new KeepError('unknown-field', `${field} is no field that load() gives.`);
    await recordChange(of, userId, patchOf(own.map(([path, value]) => ({ path, value }))).patch, {});
  }
  await inTransaction(of.store, async (tx, now) => {
    await lockPerson(tx, userId);
    const link = (await linksOf(tx, userId)).find((one) => one.provider === provider);
    if (!link) throw new KeepError('unknown-user', `The user is not linked to ${provider}.`);
    const drift: Record<string, number> = JSON.parse(link.drift);
    const confirmed: Record<string, string> = JSON.parse(link.confirmed);
    const isOfDrift = decision === 'take-theirs' || decision === 'overwrite';
    const drifted = Object.keys(drift).filter((path) => isOfDrift && isMeant(path));
    for (const path of drifted) {
      delete drift[path];
      // Whatever the next look shows is what we want.
      confirmed[path] = '';
    }
    await tx.query(
      `update amend_keep.link set ${revoke}, next_at = $3, tries = 0, drift = $4, confirmed = $5
        where user_id = $1 and provider = $2`,
      [userId, provider, now, JSON.stringify(drift), JSON.stringify(confirmed)],
    );
    let found = drifted.length;
    if (!isOfDrift)
      await changeFields(tx, link, now, (entry) => {
        if (!isMeant(entry.path)) return;
        found += 1;
        mark(entry, decision === 'retry' ? 'pending' : 'withdrawn', now);
      });
    if (found === 0 && field !== '*' && decision !== 'overwrite')
      throw new KeepError('unknown-field', `${field} waits for nothing at ${provider}; see status().`);
  });
};

/** Forgets all values of a user, and where it is. What was on its way may still arrive; nothing more is sent. */
export const eraseUser = ({ store }: Context, userId: string): Promise<void> =>
  inTransaction(store, async (tx, now) => {
    await lockPerson(tx, userId);
    await tx.query(
      `update amend_keep.link set ${revoke}, next_at = null, tell_at = null, state = 'erased', reason = null,
        message = null, account = null, confirmed = '{}', drift = '{}' where user_id = $1`,
      [userId],
    );
    for (const link of await linksOf(tx, userId)) {
      await changeFields(tx, link, now, (entry) => mark(entry, 'withdrawn', now));
      await abandonAttempts(tx, link);
    }
    await tx.query('update amend_keep.change set sealed = null where user_id = $1', [userId]);
    await tx.query('update amend_keep.person set data_key = null, erased_at = $2 where user_id = $1', [userId, now]);
  });
