import { UsageError } from '../usage-error.ts';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** How long ago, in its largest unit: `3 d`. */
export const ageOf = (since: number, now: number): string => {
  const age = Math.max(0, now - since);
  const [unit, size] = units.find(([, milliseconds]) => age >= milliseconds) ?? ['s', 1_000];
  return `${Math.floor(age / size)} ${unit === 'm' ? 'min' : unit}`;
};

/**
 * Milliseconds.
 *
 * @throws {UsageError} unless it is a number with a unit.
 */
export const readAge = (text: string): number => {
  const [, count = '', unit] = /^([0-9]{1,5})([dhms])$/.exec(text) ?? [];
  const size = units.find(([name]) => name === unit)?.[1];
  if (size === undefined) throw new UsageError('--max-age must be a number with a unit: 30s, 15m, 12h or 7d.');
  return Number(count) * size;
};
