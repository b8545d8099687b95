import { linksOf, type Recording, recordChange } from './change.ts';
import { leavesOf, patchOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import { inTransaction } from './store.ts';
import type { Decision } from './types.ts';
import { abandonAttempts, changeFields, lockPerson, release } from './work.ts';

/** Takes a link from whoever is at work on it: what that one sent is in doubt, and looked for as after a crash. */
const revoke = `fence = fence + 1, lease_until = null, wanted = wanted + 1`;

/** What a person decides about a field, or about all with `*`. */
export const decideField = async (
  of: Recording & { readonly load: ((userId: string) => Promise<object>) | undefined },
  userId: string,
  provider: string,
  field: string,
  decision: Decision,
): Promise<void> => {
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
    let found = 0;
    const write = (drift: string, confirmed: string) =>
      tx.query(
        `update amend_keep.link set ${revoke}, next_at = $3, tries = 0, drift = $4, confirmed = $5
          where user_id = $1 and provider = $2`,
        [userId, provider, now, drift, confirmed],
      );
    if (decision === 'retry' || decision === 'withdraw') {
      await write(link.drift, link.confirmed);
      await changeFields(
        tx,
        userId,
        provider,
        (path, facts) => {
          if (!isMeant(path)) return;
          found += 1;
          release(facts, now, decision === 'retry' ? 'pending' : 'withdrawn');
        },
        now,
      );
    } else {
      const drift: Record<string, number> = JSON.parse(link.drift);
      const confirmed: Record<string, string> = JSON.parse(link.confirmed);
      for (const path of Object.keys(drift).filter(isMeant)) {
        found += 1;
        delete drift[path];
        // Whatever the next look shows is what we want.
        confirmed[path] = '';
      }
      await write(JSON.stringify(drift), JSON.stringify(confirmed));
    }
    if (found === 0 && field !== '*' && decision !== 'overwrite')
      throw new KeepError('unknown-field', `${field} waits for nothing at ${provider}; see status().`);
  });
};

/** Forgets all values of a user, and where it is. What was on its way may still arrive; nothing more is sent. */
export const eraseUser = (of: Recording, userId: string): Promise<void> =>
  inTransaction(of.store, async (tx, now) => {
    await lockPerson(tx, userId);
    for (const { provider } of await linksOf(tx, userId)) {
      await tx.query(
        `update amend_keep.link set ${revoke}, next_at = null, tell_at = null, state = 'erased', reason = null,
          message = null, account = null, confirmed = '{}', drift = '{}' where user_id = $1 and provider = $2`,
        [userId, provider],
      );
      await changeFields(tx, userId, provider, (_, facts) => release(facts, now, 'withdrawn'), now);
      await abandonAttempts(tx, userId, provider);
    }
    await tx.query('update amend_keep.change set sealed = null where user_id = $1', [userId]);
    await tx.query('update amend_keep.person set data_key = null, erased_at = $2 where user_id = $1', [userId, now]);
  });
