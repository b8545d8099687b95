import type { VerificationStatus } from 'amend';
import { linksOf } from './change.ts';
import type { FieldFacts, LinkRow, PaceRow } from './rows.ts';
import type { Queryable, Store } from './store.ts';
import type { Audited, FieldStatus, Held, HeldReason, LinkKey, LinkStatus, Overview } from './types.ts';

// What is shown: names, states and times, and nothing that was sealed.

const fieldOf = (field: string, { s, r, at, m }: FieldFacts, change: string): FieldStatus => ({
  field,
  state: s,
  since: at,
  change,
  ...(r && { reason: r }),
  ...(m !== undefined && { message: m }),
});

interface ShownDelivery {
  readonly provider: string;
  readonly id: string;
  readonly version: number;
  readonly made_at: number;
  readonly made_by: string | null;
  readonly is_sealed: number;
  readonly fields: Record<string, FieldFacts>;
}

const deliveriesOf = async (db: Queryable, userId: string): Promise<ShownDelivery[]> => {
  const { rows } = await db.query(
    `select d.provider, d.fields, c.id, c.version, c.made_at, c.made_by,
      case when c.sealed is null then 0 else 1 end as is_sealed
      from amend_keep.change c join amend_keep.delivery d on d.user_id = c.user_id and d.version = c.version
      where c.user_id = $1 order by c.version, d.provider`,
    [userId],
  );
  return rows.map((row) => ({ ...row, fields: JSON.parse(String(row.fields)) })) as unknown as ShownDelivery[];
};

const pausesOf = async (db: Queryable, now: number): Promise<Map<string, PaceRow>> => {
  const { rows } = await db.query('select * from amend_keep.pace where not_before > $1', [now]);
  return new Map((rows as unknown as PaceRow[]).map((row) => [row.provider, row]));
};

const pausedOf = (pace: PaceRow | undefined) =>
  pace?.reason ? { paused: { until: pace.not_before, reason: pace.reason, failures: pace.failures } } : {};

export const statusOfUser = async (store: Store, userId: string): Promise<LinkStatus[]> => {
  const links = await linksOf(store, userId);
  const deliveries = await deliveriesOf(store, userId);
  const pauses = await pausesOf(store, await store.now());
  return links.map((link): LinkStatus => {
    const fields = new Map<string, FieldStatus>();
    for (const { fields: all, id, provider } of deliveries)
      if (provider === link.provider)
        // What is added to a list stays beside what was added before.
        for (const [path, facts] of Object.entries(all))
          fields.set(path.includes('[') ? `${id} ${path}` : path, fieldOf(path, facts, id));
    return {
      provider: link.provider,
      account: link.account ?? undefined,
      state: link.state,
      fields: [...fields.values()],
      drift: JSON.parse(link.drift),
      ...(link.reason && { reason: link.reason }),
      ...(link.message !== null && { message: link.message }),
      ...(link.status !== null && { verification: link.status as VerificationStatus }),
      ...(link.next_at !== null && { nextAt: link.next_at }),
      ...pausedOf(pauses.get(link.provider)),
    };
  });
};

export const auditOf = async (store: Store, userId: string): Promise<Audited[]> => {
  const changes = new Map<string, Audited & { readonly fields: Record<string, FieldStatus[]> }>();
  for (const { id, version, made_at, made_by, is_sealed, provider, fields } of await deliveriesOf(store, userId)) {
    const by = made_by === null ? {} : { by: made_by };
    const audited = changes.get(id) ?? { id, version, at: made_at, isErased: is_sealed === 0, fields: {}, ...by };
    audited.fields[provider] = Object.entries(fields).map(([path, facts]) => fieldOf(path, facts, id));
    changes.set(id, audited);
  }
  return [...changes.values()];
};

export const heldLinks = async (
  store: Store,
  { provider, limit = 100 }: { readonly provider?: string | undefined; readonly limit?: number | undefined },
): Promise<(Held & LinkKey)[]> => {
  const { rows } = await store.query(
    `select * from amend_keep.link where state = 'held' and provider = coalesce($1, provider) order by since limit $2`,
    [provider ?? null, limit],
  );
  return (rows as unknown as LinkRow[]).map(heldOf);
};

export const heldOf = ({ user_id, provider, reason, message, since }: LinkRow): Held & LinkKey => ({
  userId: user_id,
  provider,
  reason: reason as HeldReason,
  since: Number(since),
  ...(message !== null && { message }),
});

/** What is open, by provider; and, where asked for, how many links there are in all, which takes as long as there are many. */
export const overviewOf = async (store: Store, providers: Iterable<string>, counts: boolean): Promise<Overview[]> => {
  const open = await store.query(
    `select provider, state, reason, cast(count(*) as integer) as links, min(since) as oldest from amend_keep.link
      where state <> 'kept' group by provider, state, reason`,
  );
  const all = counts
    ? await store.query('select provider, cast(count(*) as integer) as links from amend_keep.link group by provider')
    : { rows: [] };
  const now = await store.now();
  const pauses = await pausesOf(store, now);
  return [...providers].map((provider): Overview => {
    const own = open.rows.filter((row) => row.provider === provider && row.state !== 'erased');
    const count = (state: string): number =>
      own.filter((row) => row.state === state).reduce((sum, { links }) => sum + Number(links), 0);
    const oldest = Math.min(...own.map((row) => Number(row.oldest)));
    const total = all.rows.find((row) => row.provider === provider)?.links;
    return {
      provider,
      pending: count('pending'),
      held: Object.fromEntries(own.filter(({ state }) => state === 'held').map(({ reason, links }) => [reason, links])),
      ...(counts && { links: Number(total ?? 0) }),
      ...(own.length > 0 && { oldest, age: Math.max(0, (now - oldest) / 1000) }),
      ...pausedOf(pauses.get(provider)),
    };
  });
};
