import { type Account, type FieldVerdict, type Plan, planAll } from 'amend';
import type { FieldState, HeldReason } from './field-state.ts';
import { entriesAt, patchOf } from './fields.ts';
import type { FieldFacts } from './rows.ts';
import { mark } from './save-work.ts';
import { type Entry, isOpen } from './work.ts';

/** The last word on each field; what is added to lists stays apart. What waits until later, or for a person, is left out. */
export const fold = (entries: readonly Entry[], now: number): Entry[] => {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    if (!isOpen(entry.facts)) continue;
    if (entry.value === undefined) {
      mark(entry, 'withdrawn', now, { m: `${entry.path} has no value any more.` });
      continue;
    }
    const key = entry.path.includes('[') ? `${entry.delivery.version} ${entry.path}` : entry.path;
    const older = last.get(key);
    if (older) mark(older, 'superseded', now);
    last.set(key, entry);
  }
  return [...last.values()].filter(
    ({ facts }) => facts.s === 'pending' || (facts.r !== 'unknown' && (facts.until ?? 0) <= now),
  );
};

const isSent = ({ verdict }: FieldVerdict): boolean => verdict === 'send';

/**
 * What can be sent of these, and the fields of it; nothing if there is nothing. What cannot is marked, and the rest goes on
 * without it.
 */
export const planEntries = (
  account: Account,
  given: readonly Entry[],
  { now, isCreate }: { readonly now: number; readonly isCreate: boolean },
): { readonly plan: Plan; readonly sent: ReadonlyMap<string, Entry> } | undefined => {
  const today = new Date(now).toISOString().slice(0, 10);
  const planned = new Set(given.map(({ facts }) => facts));
  const waits = (facts: FieldFacts): boolean => /^(held|refused)$/.test(facts.s) && !planned.has(facts);
  /** Changes of which a part waits, those first of which a part is not even planned. */
  const stuck = new Set(
    given.map(({ delivery }) => delivery).filter(({ fields }) => Object.values(fields).some(waits)),
  );
  for (let entries = given; ; ) {
    const { patch, at } = patchOf(entries);
    const [plan] = entries.length > 0 ? planAll(patch, [account], { onLocked: 'skip', today }) : [];
    if (!plan) return undefined;
    const sending = plan.fields.filter(isSent);
    const out = new Set<Entry>();
    const stop = (stopped: readonly Entry[], s: FieldState, m?: string, r?: HeldReason): void => {
      for (const entry of stopped) {
        stuck.add(entry.delivery);
        mark(entry, s, now, { m, ...(r && { r }) });
        // The plan itself leaves out what is locked.
        if (r !== 'locked') out.add(entry);
      }
    };
    for (const { field, verdict, message, property } of plan.fields) {
      const own = entriesAt(at, field);
      if (verdict === 'unchanged') for (const entry of own) mark(entry, 'kept', now);
      else if (verdict === 'unsupported') for (const entry of own) mark(entry, 'unsupported', now);
      else if (verdict === 'locked') stop(own, 'held', message, 'locked');
      else if (verdict === 'invalid' && own.length > 0 && !isCreate) stop(own, 'refused', message);
      else if (verdict === 'invalid' || verdict === 'missing') {
        // It is not in the patch: what is written with it has to wait, or all.
        const beside = sending.filter((told) => told.property === property);
        const blamed = isCreate || own.length > 0 ? own : beside.flatMap((told) => entriesAt(at, told.field));
        stop(blamed.length > 0 ? blamed : entries, 'held', message, 'needs-current');
      }
    }
    const sent = new Map(sending.flatMap(({ field }) => entriesAt(at, field).map((entry) => [field, entry] as const)));
    stop(
      [...sent.values()].filter((entry) => !out.has(entry) && entry.delivery.together && stuck.has(entry.delivery)),
      'held',
      'Another field of the same change has to wait, and it is made whole or not at all.',
      'together',
    );
    if (out.size === 0) {
      for (const entry of sent.values()) if (entry.facts.s === 'held') mark(entry, 'pending', now);
      return plan.state === 'ready' ? { plan, sent } : undefined;
    }
    const others = entries.filter((entry) => !out.has(entry));
    // Nobody is created by half.
    if (isCreate) {
      stop(others, 'held', undefined, 'needs-current');
      return undefined;
    }
    entries = others;
  }
};
