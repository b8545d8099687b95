import type { VerificationStatus } from 'amend';
import type { FieldStatus, HeldReason } from './field-state.ts';
import { linksOf } from './links.ts';
import { pausesOf } from './pace.ts';
import { type FieldFacts, type LinkRow, linkColumns } from './rows.ts';
import type { Audited, Held, LinkStatus } from './shown.ts';
import { type Store, select } from './store.ts';
import type { LinkKey } from './types.ts';

// What is shown: names, states and times, and nothing that was sealed.

interface Shown {
  readonly provider: string;
  readonly id: string;
  readonly version: number;
  readonly made_at: number;
  readonly made_by: string | null;
  readonly is_erased: number;
  readonly fields: string;
}

/** Every change of a user, oldest first: what became of each field, by provider. */
export const auditOf = async (store: Store, userId: string): Promise<Audited[]> => {
  const rows = await select<Shown>(
    store,
    `select d.provider, d.fields, c.id, c.version, c.made_at, c.made_by,
      case when c.sealed is null then 1 else 0 end as is_erased
      from amend_keep.change c join amend_keep.delivery d on d.user_id = c.user_id and d.version = c.version
      where c.user_id = $1 order by c.version, d.provider`,
    [userId],
  );
  const changes = new Map<string, Audited & { readonly fields: Record<string, FieldStatus[]> }>();
  for (const { id, version, made_at: at, made_by: by, is_erased, provider, fields } of rows) {
    const change = changes.get(id) ?? {
      id,
      version,
      at,
      isErased: is_erased === 1,
      fields: {},
      ...(by !== null && { by }),
    };
    change.fields[provider] = Object.entries<FieldFacts>(JSON.parse(fields)).map(([field, { s, r, at: since, m }]) => ({
      ...{ field, state: s, since, change: id },
      ...(r && { reason: r }),
      ...(m !== undefined && { message: m }),
    }));
    changes.set(id, change);
  }
  return [...changes.values()];
};

export const statusOfUser = async (store: Store, userId: string): Promise<LinkStatus[]> => {
  const links = await linksOf(store, userId);
  const changes = await auditOf(store, userId);
  const pauses = await pausesOf(store, await store.now());
  return links.map((link): LinkStatus => {
    // What is added to a list stays beside what was added before.
    const fields = changes
      .flatMap((change) => change.fields[link.provider] ?? [])
      .map((one) => [one.field.includes('[') ? `${one.change} ${one.field}` : one.field, one] as const);
    return {
      provider: link.provider,
      account: link.account ?? undefined,
      state: link.state,
      fields: [...new Map(fields).values()],
      drift: JSON.parse(link.drift),
      ...(link.reason && { reason: link.reason }),
      ...(link.message !== null && { message: link.message }),
      ...(link.status !== null && { verification: link.status as VerificationStatus }),
      ...(link.next_at !== null && { nextAt: link.next_at }),
      ...pauses.get(link.provider),
    };
  });
};

export const heldOf = ({ user_id, provider, reason, message, since }: LinkRow): Held & LinkKey => ({
  userId: user_id,
  provider,
  reason: reason as HeldReason,
  since: Number(since),
  ...(message !== null && { message }),
});

export const heldLinks = async (
  store: Store,
  { provider = null, limit = 100 }: { readonly provider?: string | null; readonly limit?: number },
): Promise<(Held & LinkKey)[]> => {
  const rows = await select<LinkRow>(
    store,
    `select ${linkColumns} from amend_keep.link where state = 'held' and provider = coalesce($1, provider) order by since limit $2`,
    [provider, limit],
  );
  return rows.map(heldOf);
};
