import type { DriftKind, DriftReport } from '@amend/client/drift';
import { kinds } from './advice.ts';

/** One thing that a contract does not know, from all that was read. */
export interface Folded {
  readonly contract: string;
  readonly at: string;
  readonly kind: DriftKind;
  readonly times: number;
  /** The operations whose answers held it, with their status. */
  readonly operations: readonly string[];
  /** What to change. */
  readonly change: string;
}

/** One row for each place of a contract and kind, the most frequent first. */
export const fold = (reports: readonly DriftReport[]): readonly Folded[] => {
  const rows = new Map<string, DriftReport[]>();
  for (const report of reports) {
    const key = `${report.contract} ${report.kind} ${report.at}`;
    const row = rows.get(key);
    if (row) row.push(report);
    else rows.set(key, [report]);
  }
  return [...rows.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { contract, at, kind } = first;
      const operations = [...new Set(same.map(({ operation, status }) => `${operation} ${status}`))].sort();
      const times = same.reduce((sum, report) => sum + report.times, 0);
      return [{ contract, at, kind, times, operations, change: kinds[kind](at) }];
    })
    .sort((one, other) => other.times - one.times || (one.at < other.at ? -1 : 1));
};
