import type { AnswerTable } from '@amend/contract';
import { type Answer, type DriftKind, judgeAnswer } from './judge-answer.ts';

export type { AnswerTable } from '@amend/contract';
export { type Answer, type Drift, type DriftKind, judgeAnswer, type OnObject } from './judge-answer.ts';

/** What was seen of one thing that a contract does not know: for logs, since it names no value. */
export interface DriftReport {
  readonly provider: string;
  /** `machnet@v4`. */
  readonly contract: string;
  readonly operation: string;
  readonly status: number;
  readonly kind: DriftKind;
  /** Where it would stand in the contract: a JSON Pointer. */
  readonly at: string;
  /** How often: in a report, since the one before it. */
  readonly times: number;
}

export interface DriftOptions {
  /** Hears of each thing when it is first seen, and at the tenth, the hundredth time and so on. */
  readonly report?: ((report: DriftReport) => void) | undefined;
  /** How many things are told apart; what is new after so many is not told. 1000 by default. */
  readonly most?: number | undefined;
  /** After how many answers a property that each of them had is one that is always there; 1000 by default. */
  readonly always?: number | undefined;
}

/** Looks at what a client is answered; `seen` tells all of it so far. */
export interface DriftWatch {
  (answer: Answer): void;
  readonly seen: () => readonly DriftReport[];
}

interface Presence {
  answers: number;
  readonly times: Map<string, number>;
}

/**
 * Watches for what a provider answers and its contracts do not know. It keeps counts and no answers, and never more of
 * them than `most`.
 *
 * @example
 * const drift = watchDrift([answers], { report: (seen) => console.log(JSON.stringify(seen)) });
 */
export const watchDrift = (
  tables: readonly AnswerTable[],
  { report = () => {}, most = 1000, always = 1000 }: DriftOptions = {},
): DriftWatch => {
  const counts = new Map<string, { report: DriftReport; told: number }>();
  const presence = new Map<string, Presence>();

  const note = (facts: Omit<DriftReport, 'times'>): void => {
    const key = JSON.stringify(facts);
    const known = counts.get(key);
    if (!known && counts.size >= most) return;
    const times = (known?.report.times ?? 0) + 1;
    const isTold = /^10*$/.test(String(times));
    const told = isTold ? times : (known?.told ?? 0);
    counts.set(key, { report: { ...facts, times }, told });
    if (!isTold) return;
    try {
      report({ ...facts, times: times - (known?.told ?? 0) });
    } catch {
      // Who listens to it is no part of the call.
    }
  };

  /** The properties that every answer so far had, and this one has not. */
  const gone = (place: string, names: readonly string[], value: object): readonly string[] => {
    const known = presence.get(place) ?? { answers: 0, times: new Map() };
    presence.set(place, known);
    const missing = names.filter(
      (name) => known.answers >= always && known.times.get(name) === known.answers && !Object.hasOwn(value, name),
    );
    known.answers += 1;
    for (const name of names) if (Object.hasOwn(value, name)) known.times.set(name, (known.times.get(name) ?? 0) + 1);
    return missing;
  };

  const watch = (answer: Answer): void => {
    for (const table of tables) {
      const { provider, contract } = table;
      const { operation, status } = answer;
      const found = new Map<string, { kind: DriftKind; at: string }>();
      const drifts = judgeAnswer(table, answer, (at, names, value) => {
        for (const name of gone(`${operation} ${status} ${at}`, names, value))
          found.set(`missing ${at}/properties/${name}`, { kind: 'missing', at: `${at}/properties/${name}` });
      });
      for (const drift of drifts) found.set(`${drift.kind} ${drift.at}`, drift);
      for (const { kind, at } of found.values()) note({ provider, contract, operation, status, kind, at });
    }
  };
  return Object.assign(watch, { seen: () => [...counts.values()].map((each) => each.report) });
};
