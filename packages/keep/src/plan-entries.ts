import { type Account, type FieldVerdict, type Plan, planAll } from 'amend';
import { entriesAt, patchOf } from './fields.ts';
import type { FieldFacts } from './rows.ts';
import type { FieldState, HeldReason } from './types.ts';
import { type Delivery, type Entry, isOpen } from './work.ts';

/** Sets what became of a field; since when stays, where nothing new did. */
export const mark = (
  { facts }: Entry,
  s: FieldState,
  now: number,
  more: Pick<FieldFacts, 'r' | 'm' | 'n' | 'until'> = {},
): void => {
  const at = facts.s === s && facts.r === more.r ? facts.at : now;
  for (const name of ['r', 'm', 'n', 'until'] as const) delete facts[name];
  Object.assign(facts, { s, at }, more);
};

const hold = (entry: Entry, r: HeldReason, now: number, m?: string): void =>
  mark(entry, 'held', now, { r, ...(m !== undefined && { m }) });

/** The last word on each field; what is added to lists stays apart. What waits until later, or for a person, is left out. */
export const fold = (entries: readonly Entry[], now: number): Entry[] => {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    if (!isOpen(entry.facts)) continue;
    if (entry.value === undefined) {
      mark(entry, 'withdrawn', now, { m: `${entry.path} has no value any more.` });
      continue;
    }
    const key = entry.path.includes('[') ? `${entry.version} ${entry.path}` : entry.path;
    const older = last.get(key);
    if (older) mark(older, 'superseded', now);
    last.set(key, entry);
  }
  return [...last.values()].filter(
    ({ facts }) => facts.s === 'pending' || (facts.r !== 'unknown' && (facts.until ?? 0) <= now),
  );
};

/** What can be sent of these, and the fields of it; what cannot is marked, and the rest goes on without it. */
export interface Planned {
  readonly plan: Plan | undefined;
  readonly sent: ReadonlyMap<string, Entry>;
}

const isSent = (verdict: FieldVerdict | undefined): boolean => verdict?.verdict === 'send';

/** Changes that are made whole or not at all, and of which a part waits that is not even planned. */
const stuckBefore = (entries: readonly Entry[]): Set<Delivery> => {
  const planned = new Set(entries.map(({ facts }) => facts));
  const waits = (facts: FieldFacts): boolean => (facts.s === 'held' || facts.s === 'refused') && !planned.has(facts);
  return new Set(entries.map(({ delivery }) => delivery).filter(({ fields }) => Object.values(fields).some(waits)));
};

export const planEntries = (
  account: Account,
  entries: readonly Entry[],
  { now, isCreate }: { readonly now: number; readonly isCreate: boolean },
): Planned => {
  const today = new Date(now).toISOString().slice(0, 10);
  const stuck = stuckBefore(entries);
  for (let left = entries; ; ) {
    const { patch, at } = patchOf(left);
    const [plan] = left.length > 0 ? planAll(patch, [account], { onLocked: 'skip', today }) : [];
    if (!plan) return { plan: undefined, sent: new Map() };
    const out = new Set<Entry>();
    const drop = (dropped: readonly Entry[], reason: HeldReason, message?: string): void => {
      for (const entry of dropped) {
        out.add(entry);
        stuck.add(entry.delivery);
        hold(entry, reason, now, message);
      }
    };
    for (const { field, verdict, message, property } of plan.fields) {
      const own = entriesAt(at, field);
      if (verdict === 'unchanged') for (const entry of own) mark(entry, 'kept', now);
      else if (verdict === 'unsupported') for (const entry of own) mark(entry, 'unsupported', now);
      else if (verdict === 'locked')
        for (const entry of own) {
          stuck.add(entry.delivery);
          hold(entry, 'locked', now, message);
        }
      else if (verdict === 'invalid' && own.length > 0 && !isCreate)
        for (const entry of own) {
          out.add(entry);
          stuck.add(entry.delivery);
          mark(entry, 'refused', now, message === undefined ? {} : { m: message });
        }
      else if (verdict === 'invalid' || verdict === 'missing') {
        // It is not in the patch: what is written with it has to wait, or all.
        const beside = plan.fields.filter((told) => isSent(told) && told.property === property);
        const blamed = isCreate || own.length > 0 ? own : beside.flatMap((told) => entriesAt(at, told.field));
        drop(blamed.length > 0 ? blamed : left, 'needs-current', message);
      }
    }
    const sending = plan.fields.filter(isSent).flatMap(({ field }) => entriesAt(at, field));
    drop(
      sending.filter((entry) => !out.has(entry) && entry.delivery.together && stuck.has(entry.delivery)),
      'together',
      'Another field of the same change has to wait, and it is made whole or not at all.',
    );
    // Nobody is created by half.
    if (isCreate && out.size > 0) {
      for (const entry of left) if (!out.has(entry)) hold(entry, 'needs-current', now);
      return { plan: undefined, sent: new Map() };
    }
    if (out.size > 0) {
      left = left.filter((entry) => !out.has(entry));
      continue;
    }
    if (plan.state !== 'ready') return { plan: undefined, sent: new Map() };
    const sent = new Map(
      plan.fields.filter(isSent).flatMap(({ field }) => entriesAt(at, field).map((entry) => [field, entry] as const)),
    );
    for (const entry of sent.values()) if (entry.facts.s === 'held') mark(entry, 'pending', now);
    return { plan, sent };
  }
};
