import type { DriftKind, DriftReport } from '@amend/client/drift';
import { kinds } from './advice.ts';

const isKind = (value: unknown): value is DriftKind => Object.hasOwn(kinds, String(value));

const isName = (value: unknown): value is string => typeof value === 'string' && /^[\w.@-]{1,100}$/.test(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const isPlace = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('#/') && value.length <= 1000;

/** A report, by what all of them have: a logger adds what it likes. */
const reportIn = (value: object): DriftReport | undefined => {
  const { provider, contract, operation, status, kind, at, times } = value as Partial<DriftReport>;
  if (!isName(provider) || !isName(contract) || !isName(operation)) return undefined;
  if (!isKind(kind) || !isPlace(at) || !isCount(status) || !isCount(times)) return undefined;
  return { provider, contract, operation, status, kind, at, times };
};

/** How deep a logger may put what it is told. */
const deepest = 3;

const reportsBelow = (value: unknown, depth = 0): readonly DriftReport[] => {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  const own = reportIn(value);
  return own ? [own] : Object.values(value).flatMap((part) => reportsBelow(part, depth + 1));
};

/** JSON, or nothing. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The reports in one JSON text, or in the lines of a log, whatever else stands there. */
export const readReports = (text: string): readonly DriftReport[] => {
  const whole = parsed(text);
  if (whole !== undefined) return reportsBelow(whole);
  // What a log has before its JSON, such as a time, says nothing here.
  return text.split(/\r?\n/).flatMap((line) => reportsBelow(parsed(line.slice(Math.max(0, line.indexOf('{'))))));
};
