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

/** How deep a logger may put what it is told, and texts in texts. */
const deepest = 3;

/** How many braces of a line are tried: others may stand before its JSON. */
const mostBraces = 8;

/** JSON, or nothing. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const reportsBelow = (value: unknown, depth = 0): readonly DriftReport[] => {
  if (depth > deepest) return [];
  if (typeof value === 'string') return reportsInLines(value, depth + 1);
  if (typeof value !== 'object' || value === null) return [];
  const own = reportIn(value);
  return own ? [own] : Object.values(value).flatMap((part) => reportsBelow(part, depth + 1));
};

/** The reports of a line, whatever stands before its JSON: a time says nothing here. */
const reportsInLine = (line: string, depth: number): readonly DriftReport[] => {
  let at = line.indexOf('{');
  for (let tried = 0; at >= 0 && tried < mostBraces; tried += 1) {
    const value = parsed(line.slice(at));
    if (value !== undefined) return reportsBelow(value, depth);
    at = line.indexOf('{', at + 1);
  }
  return [];
};

const reportsInLines = (text: string, depth: number): readonly DriftReport[] =>
  text.split(/\r?\n/).flatMap((line) => reportsInLine(line, depth));

/** The reports in one JSON text, or in the lines of a log, whatever else stands there. */
export const readReports = (text: string): readonly DriftReport[] => {
  const whole = parsed(text);
  return whole === undefined ? reportsInLines(text, 0) : reportsBelow(whole);
};
