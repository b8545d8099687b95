import { isFields } from './json.ts';
import type { Route } from './route.ts';

/** One request, without any value from it: names of fields and headers, and only those that a contract knows. */
interface LogEntry {
  readonly number: number;
  /** When it came, ISO 8601. */
  readonly time: string;
  readonly method: string;
  readonly provider?: string;
  readonly operation?: string;
  /** The contract's path, with its parameters in braces. */
  readonly path?: string;
  /** The fields of the body, as JSON Pointers. */
  readonly fields: readonly string[];
  readonly status: number | 'reset';
}

const capacity = 500;

/** The most fields of one entry. */
const maxFields = 100;

/** A key may be data in the wrong place; only one that looks like a field's name is repeated. */
const nameOf = (key: string): string => (/^[A-Za-z_][A-Za-z_]{0,39}[0-9]?$/.test(key) ? key : '(unknown)');

/** The fields of a body, three levels deep at most, and not more than a person reads. */
const fieldsOf = (value: unknown, at = '', depth = 0): readonly string[] => {
  if (depth === 3 || !(isFields(value) || Array.isArray(value))) return at === '' ? [] : [at];
  const step = (key: string): string => `${at}/${Array.isArray(value) ? key : nameOf(key)}`;
  return Object.entries(value)
    .slice(0, 50)
    .flatMap(([key, child]) => fieldsOf(child, step(key), depth + 1));
};

/** The last requests, oldest first. */
export interface RequestLog {
  readonly all: () => readonly LogEntry[];
  readonly add: (
    request: { method: string; body: unknown; route: Route | undefined; time: number },
    status: LogEntry['status'],
  ) => void;
  readonly clear: () => void;
}

export const createRequestLog = (): RequestLog => {
  let entries: LogEntry[] = [];
  let number = 0;
  return {
    all: () => entries,
    add: ({ method, body, route, time }, status) => {
      number += 1;
      const { service, operation } = route ?? {};
      entries.push({
        number,
        time: new Date(time).toISOString(),
        method,
        ...(service && { provider: service.name }),
        ...(operation && { operation: operation.id, path: service?.contract.prefix + operation.path }),
        fields: fieldsOf(body).slice(0, maxFields),
        status,
      });
      // Cut in larger pieces: moving all entries for every request would cost more than the log is worth.
      if (entries.length > 2 * capacity) entries = entries.slice(-capacity);
    },
    clear: () => {
      entries = [];
      number = 0;
    },
  };
};
