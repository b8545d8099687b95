import { writerOf } from '../derived/provided.ts';

const dayFirst = /^\d{2}-\d{2}-\d{4} \d{2}:\d{2} [AP]M$/;
const digits = /^\d+$/;

/** A time as the example writes one: by ISO 8601, as `23-06-2025 03:20 PM`, or in digits since 1970. */
export const timeLike = (example: unknown, time: number): string | number => {
  const iso = new Date(time).toISOString();
  const shown = String(example);
  if (digits.test(shown)) {
    const since = shown.length > 10 ? time : Math.floor(time / 1000);
    return typeof example === 'number' ? since : String(since);
  }
  if (!dayFirst.test(shown)) return writerOf(shown)(iso);
  const [, year, month, day, hour = '', minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(iso) ?? [];
  const half = String(Number(hour) % 12 || 12).padStart(2, '0');
  return `${day}-${month}-${year} ${half}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
};
