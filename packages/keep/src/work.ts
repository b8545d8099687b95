import { type Leaf, leavesOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import type { AttemptRow, DeliveryRow, FieldFacts, LinkRow } from './rows.ts';
import type { DataKey, Vault } from './seal.ts';
import type { Queryable, Store } from './store.ts';

/** What a change wants, as it is sealed. */
export interface Payload {
  readonly patch: object;
  /** For a create alone. */
  readonly native?: object;
}

/** A field of a change that is not done with at this provider. */
export interface Entry {
  readonly delivery: Delivery;
  readonly version: number;
  readonly path: string;
  readonly value: unknown;
  readonly facts: FieldFacts;
}

export interface Delivery {
  readonly version: number;
  readonly id: string;
  readonly together: boolean;
  readonly fields: Record<string, FieldFacts>;
  /** As it was read, to see what is new. */
  readonly before: string;
}

/** All that is open about one link. */
export interface Work {
  readonly key: DataKey | undefined;
  readonly deliveries: readonly Delivery[];
  readonly entries: readonly Entry[];
  readonly native: object | undefined;
  readonly attempts: readonly AttemptRow[];
}

export const isOpen = ({ s }: FieldFacts): boolean => s === 'pending' || s === 'held';

/** What a payload is sealed as: it opens nowhere else. */
export const sealedAs = (userId: string, id: string): string => `${userId}\n${id}`;

const payloadIn = (key: DataKey | undefined, { user_id }: LinkRow, { id, sealed }: DeliveryRow): Payload => {
  try {
    if (sealed === null || !key) throw new Error('Nothing is sealed.');
    return key.open(sealed, sealedAs(user_id, id)) as Payload;
  } catch {
    throw new KeepError(
      'no-key',
      `What change ${id} holds cannot be opened: it was sealed for another user or change.`,
    );
  }
};

export const loadWork = async (
  store: Store,
  vault: Vault,
  link: LinkRow,
  load: ((userId: string) => Promise<object>) | undefined,
): Promise<Work> => {
  const { user_id, provider } = link;
  // In one statement, so that the key is the one of these.
  const { rows: found } = await store.query(
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
  const attempts = found.filter(({ fence }) => fence !== null) as unknown as AttemptRow[];
  const loaded = load && rows.length > 0 ? new Map<string, unknown>(leavesOf(await load(user_id))) : undefined;
  let native: object | undefined;
  const deliveries = rows.map(({ version, id, together, fields }): Delivery => {
    return { version, id, together: together === 1, fields: JSON.parse(fields), before: fields };
  });
  const entries = deliveries.flatMap((delivery, index): Entry[] => {
    const payload = payloadIn(key, link, rows[index] as DeliveryRow);
    native ??= payload.native;
    const values = new Map<string, unknown>([...(loaded ?? []), ...(leavesOf(payload.patch) as Leaf[])]);
    return Object.entries(delivery.fields)
      .filter(([, facts]) => isOpen(facts))
      .map(([path, facts]) => ({ delivery, version: delivery.version, path, value: values.get(path), facts }));
  });
  return { key, deliveries, entries, native, attempts };
};

/** Orders what is changed about one user. */
export const lockPerson = async (tx: Queryable, userId: string): Promise<void> => {
  await tx.query('select version from amend_keep.person where user_id = $1 for update', [userId]);
};

/** Forgets the values of a change for which no provider waits any more. The person is locked. */
const erasePayload = async (tx: Queryable, userId: string, version: number): Promise<void> => {
  await tx.query(
    `update amend_keep.change set sealed = null where user_id = $1 and version = $2 and not exists (
      select 1 from amend_keep.delivery where user_id = $1 and version = $2 and ended_at is null)`,
    [userId, version],
  );
};

const isEnding = ({ fields }: Delivery): boolean => !Object.values(fields).some(isOpen);

/** First of all, so that two links that end together do not each leave a payload to the other. */
export const lockIfEnding = async (tx: Queryable, { user_id }: LinkRow, { deliveries }: Work): Promise<void> => {
  if (deliveries.some(isEnding)) await lockPerson(tx, user_id);
};

/** Writes down what became of fields and of attempts; a change that comes to its end here last is forgotten. */
export const saveWork = async (
  tx: Queryable,
  { user_id, provider }: Pick<LinkRow, 'user_id' | 'provider'>,
  { deliveries }: Pick<Work, 'deliveries'>,
  outcomes: ReadonlyMap<number, string>,
  now: number,
): Promise<void> => {
  for (const delivery of deliveries) {
    const { version, fields, before } = delivery;
    const text = JSON.stringify(fields);
    if (text === before && !isEnding(delivery)) continue;
    await tx.query(
      `update amend_keep.delivery set fields = $4, ended_at = $5
        where user_id = $1 and provider = $2 and version = $3 and ended_at is null`,
      [user_id, provider, version, text, isEnding(delivery) ? now : null],
    );
    if (isEnding(delivery)) await erasePayload(tx, user_id, version);
  }
  for (const [fence, outcome] of outcomes)
    await tx.query('update amend_keep.attempt set outcome = $4 where user_id = $1 and provider = $2 and fence = $3', [
      user_id,
      provider,
      fence,
      outcome,
    ]);
};

/** What is on its way is nobody's any more: it tells nothing of what comes, which waits until it is over all the same. */
export const abandonAttempts = async (tx: Queryable, userId: string, provider: string): Promise<void> => {
  await tx.query(
    `update amend_keep.attempt set fields = '[]', before_ids = '{}' where user_id = $1 and provider = $2 and outcome is null`,
    [userId, provider],
  );
};

export const isAbandoned = ({ fields }: AttemptRow): boolean => fields === '[]';

/** What waits is as new, or given up. */
export const release = (facts: FieldFacts, now: number, s: 'pending' | 'withdrawn' = 'pending'): void => {
  for (const name of ['r', 'm', 'n', 'until'] as const) delete facts[name];
  Object.assign(facts, { s, at: now });
};

/** Changes what became of the open fields of a link. The person is locked, and nobody has a lease of the link. */
export const changeFields = async (
  tx: Queryable,
  userId: string,
  provider: string,
  each: (path: string, facts: FieldFacts) => void,
  now: number,
): Promise<void> => {
  const { rows } = await tx.query(
    'select version, fields from amend_keep.delivery where user_id = $1 and provider = $2 and ended_at is null',
    [userId, provider],
  );
  const deliveries = rows.map(({ version, fields }): Delivery => {
    const known: Record<string, FieldFacts> = JSON.parse(String(fields));
    for (const [path, facts] of Object.entries(known)) if (isOpen(facts)) each(path, facts);
    return { version: Number(version), id: '', together: false, fields: known, before: String(fields) };
  });
  await saveWork(tx, { user_id: userId, provider }, { deliveries }, new Map(), now);
};
