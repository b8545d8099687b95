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

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'TRACE']);

/** The most fields of one entry, and the most characters of all their names. */
const maxFields = 100;
const maxCharacters = 4000;

/** A key may be data in the wrong place; only one that looks like a field's name is repeated. */
const nameOf = (key: string): string => (/^[A-Za-z_][A-Za-z_]{0,39}[0-9]?$/.test(key) ? key : '(unknown)');

/** The fields of a body, three levels deep at most, one by one: nobody wants them all. */
function* fieldsIn(value: unknown, at = '', depth = 0): Generator<string> {
  if (depth === 3 || !(isFields(value) || Array.isArray(value))) {
    if (at !== '') yield at;
    return;
  }
  for (const key of Object.keys(value).slice(0, 50))
    yield* fieldsIn(Reflect.get(value, key), `${at}/${Array.isArray(value) ? key : nameOf(key)}`, depth + 1);
}

/** Not more than a person reads, and so little that all entries together stay small. */
const fieldsOf = (body: unknown): readonly string[] => {
  const fields: string[] = [];
  let characters = 0;
  for (const field of fieldsIn(body)) {
    characters += field.length;
    if (fields.length === maxFields || characters > maxCharacters) break;
    fields.push(field);
  }
  return fields;
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
        method: methods.has(method) ? method : '(unknown)',
        ...(service && { provider: service.name }),
        ...(operation && { operation: operation.id, path: service?.contract.prefix + operation.path }),
        fields: fieldsOf(body),
        status,
      });
      if (entries.length > capacity) entries.shift();
    },
    clear: () => {
      entries = [];
      number = 0;
    },
  };
};
