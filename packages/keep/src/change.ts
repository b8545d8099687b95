import { randomUUID } from 'node:crypto';
import { operationFor, type Patch, type Plan, planAll } from 'amend';
import type { Context } from './context.ts';
import { leavesOf, patchOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import { linksOf, lockOrMake, wakeStep } from './links.ts';
import type { ChangeOptions } from './options.ts';
import { kindOf } from './reconcile.ts';
import type { LinkRow } from './rows.ts';
import { inSteps, inTransaction, type Queryable, select } from './store.ts';
import type { Changed } from './types.ts';
import { type Payload, sealedAs } from './work.ts';

/** What came, as JSON has it: what is planned, sealed and sent is one value. */
export const plain = (given: object): object => {
  try {
    const value: unknown = JSON.parse(JSON.stringify(given));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // It is told below, without what the engine says, which may quote.
  }
  throw new KeepError('misuse', 'The change is no plain object; pass a patch.');
};

/** Whether `load` gives a field, where there is one. */
const isLoaded = (path: string): boolean => path !== 'ssn' && !path.includes('[');

interface Recorded {
  readonly userId: string;
  readonly payload: Payload;
  readonly options: ChangeOptions;
  /** One provider alone, for a create. */
  readonly provider?: string;
  readonly now: number;
}

/** Records a change and its deliveries; its values are sealed, and nowhere else. */
export const record = async (of: Context, tx: Queryable, given: Recorded): Promise<Omit<Changed, 'plans'>> => {
  const { userId, payload, options, provider = null, now } = given;
  const { id = randomUUID(), by = null, together = false } = options;
  const leaves = leavesOf(payload.patch);
  const fields = JSON.stringify(leaves.map(([path]) => path));
  const person = await lockOrMake(tx, userId);
  const [known] = await select(tx, 'select user_id, version, fields from amend_keep.change where id = $1', [id]);
  if (known && (known.user_id !== userId || known.fields !== fields))
    throw new KeepError('misuse', `Change ${id} was another one; give each change an id of its own.`);
  if (known) return { id, version: Number(known.version), isNew: false };
  const version = person.version + 1;
  const [key, wrapped] = of.vault.renew(person.data_key, userId);
  // Of what is loaded later the names are enough, and that a field is to be cleared.
  const kept = of.load ? leaves.filter(([path, value]) => !isLoaded(path) || value === null) : leaves;
  const { patch } = patchOf(kept.map(([path, value]) => ({ path, value })));
  const sealed = key.seal({ ...payload, patch }, sealedAs(userId, id));
  const states = JSON.stringify(Object.fromEntries(leaves.map(([path]) => [path, { s: 'pending', at: now }])));
  const concerned = "user_id = $1 and state <> 'erased' and provider = coalesce($2, provider)";
  await inSteps(
    of.store,
    [
      {
        text: 'update amend_keep.person set version = $2, data_key = $3, erased_at = null where user_id = $1',
        rest: 'returning version',
        values: [userId, version, wrapped],
      },
      {
        text: `insert into amend_keep.delivery (user_id, provider, version, fields)
          select user_id, provider, cast($3 as integer), cast($4 as text) from amend_keep.link where ${concerned}`,
        values: [userId, provider, version, states],
      },
      {
        text: `insert into amend_keep.change (user_id, version, id, fields, sealed, together, made_at, made_by, waiting)
          select user_id, cast($3 as integer), cast($4 as text), cast($5 as text), cast($6 as text), cast($7 as integer),
            cast($8 as double precision), cast($9 as text),
            (select cast(count(*) as integer) from amend_keep.link where ${concerned})
          from amend_keep.person where user_id = $1`,
        values: [userId, provider, version, id, fields, sealed, together ? 1 : 0, now, by],
      },
      wakeStep(now, 'user_id = $2 and provider = coalesce($3, provider)', [userId, provider]),
    ],
    tx,
  );
  return { id, version, isNew: true };
};

/** What each provider makes of a change, as far as the last read tells; of those where the user is created yet, as an update. */
const plansOf = ({ providers }: Context, links: readonly LinkRow[], patch: object): Plan[] =>
  [...providers].flatMap(([name, { updates }]) => {
    const link = links.find(({ provider }) => provider === name);
    if (!link) return [];
    const { operation } = operationFor(updates, kindOf(link));
    const status = link.status === null ? {} : { status: link.status as 'verified' };
    return planAll(patch as Patch, [{ operation, id: link.account ?? link.user_id, ...status }], { onLocked: 'skip' });
  });

export const reasons = (plans: readonly Plan[]): string => {
  const messages = plans.flatMap(({ fields }) => fields.flatMap(({ message }) => message ?? []));
  return [...new Set(messages)].join(' ').slice(0, 1500);
};

const isHopeless = ({ fields }: Plan): boolean =>
  fields.every(({ verdict }) => verdict === 'invalid' || verdict === 'unsupported');

export const recordChange = (of: Context, userId: string, given: Patch, options: ChangeOptions): Promise<Changed> => {
  const patch = plain(given);
  if (leavesOf(patch).length === 0) throw new KeepError('misuse', 'The change names no field; nothing was recorded.');
  return inTransaction(
    of.store,
    async (tx, now) => {
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
    },
    options.tx,
  );
};
