import type { DriftReport } from '@amend/client/drift';
import { judgeAnswer } from '@amend/client/drift';
import type { AnswerTable } from '@amend/contract';

// An HTTP Archive holds what a browser or a proxy has seen. Of it only what no contract knows is told.

/** As far as it is looked at. */
interface Entry {
  readonly request?: { readonly method?: unknown; readonly url?: unknown };
  readonly response?: {
    readonly status?: unknown;
    readonly content?: { readonly mimeType?: unknown; readonly text?: unknown; readonly encoding?: unknown };
  };
}

/** An operation of a contract. */
interface Place {
  readonly table: AnswerTable;
  readonly operation: string;
}

export interface ReadHar {
  readonly reports: readonly DriftReport[];
  /** How many calls were of a contract. */
  readonly known: number;
  readonly entries: number;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

const patternOf = (path: string): RegExp => new RegExp(`^(.*)${escaped(path).replaceAll(/\{[^{}]+\}/g, '[^/]+')}$`);

const versionOf = ({ contract }: AnswerTable): string => contract.split('@')[1] ?? '';

/** How well a contract fits an address: at one of its servers, below the name of its provider as a mock has it, or as told. */
const fitOf = (table: AnswerTable, url: URL, prefix: string, isTold: boolean): number => {
  const servers = table.servers.filter((server) => URL.canParse(server)).map((server) => new URL(server));
  if (servers.some(({ host, pathname }) => host === url.host && pathname.replace(/\/$/, '') === prefix)) return 3;
  const steps = prefix.split('/');
  const isMounted = steps.includes(table.provider) || isTold;
  if (!isMounted) return 0;
  return steps.includes(versionOf(table)) ? 2 : 1;
};

const placeOf = (
  { method, url }: { readonly method: string; readonly url: URL },
  tables: readonly AnswerTable[],
  isTold: boolean,
): Place | undefined => {
  const found = tables.flatMap((table) =>
    Object.entries(table.operations).flatMap(([operation, known]) => {
      const [, prefix] = known.method === method ? (patternOf(known.path).exec(url.pathname) ?? []) : [];
      const fit = prefix === undefined ? 0 : fitOf(table, url, prefix, isTold);
      const parameters = known.path.split('{').length;
      return fit > 0 ? [{ table, operation, rank: fit - parameters / 100 }] : [];
    }),
  );
  return found.sort((one, other) => other.rank - one.rank)[0];
};

const bodyOf = ({ text, encoding }: NonNullable<NonNullable<Entry['response']>['content']>): unknown => {
  if (typeof text !== 'string' || text === '') return undefined;
  const plain = encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
  try {
    return JSON.parse(plain);
  } catch {
    return plain;
  }
};

const reportsOf = (
  entry: Entry,
  tables: readonly AnswerTable[],
  isTold: boolean,
): readonly DriftReport[] | undefined => {
  const { request: { method, url } = {}, response: { status, content = {} } = {} } = entry;
  if (typeof method !== 'string' || typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const place = placeOf({ method: method.toUpperCase(), url: new URL(url) }, tables, isTold);
  if (!place) return undefined;
  // A call that came to no answer has the status 0.
  if (typeof status !== 'number' || status < 100) return [];
  const { table, operation } = place;
  const type = typeof content.mimeType === 'string' ? content.mimeType : null;
  const { provider, contract } = table;
  return judgeAnswer(table, { operation, status, type, body: bodyOf(content) }).map(({ kind, at }) => ({
    provider,
    contract,
    operation,
    status,
    kind,
    at,
    times: 1,
  }));
};

/** The calls of an archive; nothing if it is none. */
const entriesIn = (value: unknown): readonly Entry[] | undefined => {
  const { log } = Object(value) as { readonly log?: { readonly entries?: unknown } };
  return Array.isArray(log?.entries) ? log.entries.map((entry) => Object(entry) as Entry) : undefined;
};

/**
 * What an archive shows that no contract knows; nothing if the value is no archive.
 *
 * @param isTold Whether all tables are of a provider that was named, whatever the address.
 */
export const readHar = (value: unknown, tables: readonly AnswerTable[], isTold: boolean): ReadHar | undefined => {
  const entries = entriesIn(value);
  if (!entries) return undefined;
  const read = entries.flatMap((entry) => {
    const reports = reportsOf(entry, tables, isTold);
    return reports ? [reports] : [];
  });
  return { reports: read.flat(), known: read.length, entries: entries.length };
};
