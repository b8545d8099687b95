import type { Context } from './context.ts';
import { leavesOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import type { FieldFacts, LinkRow } from './rows.ts';
import type { DataKey } from './seal.ts';
import { select } from './store.ts';

/** What a change wants, as it is sealed. */
export interface Payload {
  readonly patch: object;
  /** For a create alone. */
  readonly native?: object;
}

/** A change that is not done with at this provider. */
export interface Delivery {
  readonly version: number;
  readonly fields: Readonly<Record<string, FieldFacts>>;
  /** As it was read, to see what is new. */
  readonly before: string;
  readonly together: boolean;
}

/** An open field of it. */
export interface Entry {
  readonly delivery: Delivery;
  readonly path: string;
  readonly value: unknown;
  readonly facts: FieldFacts;
}

/** A request that was written down before it was sent, and whose end was not. */
export interface Attempt {
  readonly fence: number;
  /** `[version, path]` of what was sent, as JSON; none where it tells nothing of what waits now. */
  readonly fields: string;
  /** Identifiers by list, as they were before, as JSON. */
  readonly before_ids: string;
  readonly deadline_at: number;
  /** What became of it, once that is known. */
  outcome?: 'taken' | 'refused' | 'not-sent' | 'settled' | 'unknown' | 'abandoned' | undefined;
}

/** All that is open about one link. */
export interface Work {
  readonly key: DataKey | undefined;
  readonly deliveries: readonly Delivery[];
  readonly entries: readonly Entry[];
  readonly native: object | undefined;
  readonly attempts: readonly Attempt[];
}

export const nothing: Work = { key: undefined, deliveries: [], entries: [], native: undefined, attempts: [] };

export const isOpen = ({ s }: FieldFacts): boolean => s === 'pending' || s === 'held';

/** What a payload is sealed as: it opens nowhere else. */
export const sealedAs = (userId: string, id: string): string => `${userId}\n${id}`;

interface DeliveryRow {
  readonly version: number;
  readonly fields: string;
  readonly id: string;
  readonly sealed: string | null;
  readonly together: number;
}

const payloadIn = (key: DataKey | undefined, userId: string, { id, sealed }: DeliveryRow): Payload => {
  try {
    if (sealed === null || !key) throw new Error('Nothing is sealed.');
    return key.open(sealed, sealedAs(userId, id)) as Payload;
  } catch {
    throw new KeepError(
      'no-key',
      `What change ${id} holds cannot be opened: it was sealed for another user or change.`,
    );
  }
};

/** @throws {KeepError} if a key is missing. */
export const loadWork = async ({ store, vault, load }: Context, { user_id, provider }: LinkRow): Promise<Work> => {
  // In one statement, so that the key is the one of these.
  const found = await select(
    store,
    `select p.data_key, d.version as version, d.fields as fields, c.id as id, c.sealed as sealed, c.together as together,
        cast(null as integer) as fence, null as before_ids, cast(null as double precision) as deadline_at
      from amend_keep.person p
      left join amend_keep.delivery d on d.user_id = p.user_id and d.provider = $2 and d.ended_at is null
      left join amend_keep.change c on c.user_id = d.user_id and c.version = d.version
      where p.user_id = $1
    union all select null, null, fields, null, null, null, fence, before_ids, deadline_at
      from amend_keep.attempt where user_id = $1 and provider = $2 and outcome is null
    order by version, fence`,
    [user_id, provider],
  );
  const stored = found.find(({ data_key }) => data_key !== null)?.data_key;
  const key = typeof stored === 'string' ? vault.open(stored, user_id) : undefined;
  const rows = found.filter(({ version }) => version !== null) as unknown as DeliveryRow[];
  const attempts = found.filter(({ fence }) => fence !== null) as unknown as Attempt[];
  const payloads = rows.map((row) => payloadIn(key, user_id, row));
  const loaded = load && rows.length > 0 ? leavesOf(await load(user_id)) : [];
  const deliveries = rows.map(({ version, together, fields }): Delivery => {
    return { version, together: together === 1, fields: JSON.parse(fields), before: fields };
  });
  const entries = deliveries.flatMap((delivery, index): Entry[] => {
    const values = new Map<string, unknown>([...loaded, ...leavesOf(payloads[index]?.patch ?? {})]);
    return Object.entries(delivery.fields)
      .filter(([, facts]) => isOpen(facts))
      .map(([path, facts]) => ({ delivery, path, value: values.get(path), facts }));
  });
  return { key, deliveries, entries, native: payloads.find(({ native }) => native)?.native, attempts };
};
