import type { Context } from './context.ts';
import { leavesOf } from './fields.ts';
import { KeepError } from './keep-error.ts';
import type { OpenRows } from './read-open.ts';
import type { FieldFacts } from './rows.ts';
import type { DataKey } from './seal.ts';

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
export const workOf = async ({ vault, load }: Context, userId: string, found: OpenRows): Promise<Work> => {
  const stored = found.find(({ data_key }) => data_key !== null)?.data_key;
  const key = typeof stored === 'string' ? vault.open(stored, userId) : undefined;
  const rows = found.filter(({ version }) => version !== null) as unknown as DeliveryRow[];
  const attempts = found.filter(({ fence }) => fence !== null) as unknown as Attempt[];
  const payloads = rows.map((row) => payloadIn(key, userId, row));
  const loaded = load && rows.length > 0 ? leavesOf(await load(userId)) : [];
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
