import type { Happening } from './events.ts';
import { isFields } from './json.ts';
import type { Problem, Refusal, RefusalKind } from './problem.ts';
import type { Route } from './route.ts';

/** One request, without any value from it: names of fields and headers, and only those that a contract knows. */
export interface LogEntry {
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
  /** Why it was refused, and what was wrong with which field. */
  readonly refusal?: RefusalKind;
  readonly problems?: readonly Pick<Problem, 'field' | 'rule'>[];
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

/** The most problems of one entry. */
const maxProblems = 20;

/** Where something is wrong: a pointer may go by keys that the caller made up; all else is the contract's. */
const placeOf = (field: string, body: unknown): string => {
  if (!field.startsWith('/')) return field;
  let part = body;
  return field
    .split('/')
    .slice(1, 8)
    .map((step) => {
      const name = Array.isArray(part) && /^[0-9]+$/.test(step) ? step : nameOf(step);
      part = isFields(part) || Array.isArray(part) ? Reflect.get(part, step) : undefined;
      return `/${name}`;
    })
    .join('');
};

const whyRefused = ({ refusal, problems }: Refusal, body: unknown): Pick<LogEntry, 'refusal' | 'problems'> => ({
  refusal,
  problems: problems.slice(0, maxProblems).map(({ field, rule }) => ({ field: placeOf(field, body), rule })),
});

/** What is known of a request. */
interface Logged {
  readonly method: string;
  readonly body: unknown;
  readonly route: Route | undefined;
  readonly time: number;
  readonly refusal?: Refusal | undefined;
}

/** The last requests, oldest first. */
export interface RequestLog {
  readonly all: () => readonly LogEntry[];
  readonly add: (request: Logged, status: LogEntry['status']) => void;
  readonly clear: () => void;
}

/** @param tell Hears of each entry, and when there are none any more. */
export const createRequestLog = (tell: (happening: Happening) => void = () => {}): RequestLog => {
  let entries: LogEntry[] = [];
  let number = 0;
  return {
    all: () => entries,
    add: ({ method, body, route, time, refusal }, status) => {
      number += 1;
      const { service, operation } = route ?? {};
      const entry: LogEntry = {
        number,
        time: new Date(time).toISOString(),
        method: methods.has(method) ? method : '(unknown)',
        ...(service && { provider: service.name }),
        ...(operation && { operation: operation.id, path: service?.contract.prefix + operation.path }),
        fields: fieldsOf(body),
        status,
        ...(refusal && whyRefused(refusal, body)),
      };
      entries.push(entry);
      if (entries.length > capacity) entries.shift();
      tell({ event: 'request', data: entry });
    },
    clear: () => {
      entries = [];
      number = 0;
      tell({ event: 'cleared', data: {} });
    },
  };
};
