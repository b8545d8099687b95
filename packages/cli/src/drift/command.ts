import type { DriftReport } from '@amend/client/drift';
import type { AnswerTable } from '@amend/contract';
import { oneOf, providerNames, providers } from 'amend/providers';
import type { Command, FlagTable, Help, Io } from '../command.ts';
import { readFlags } from '../flags.ts';
import { readText } from '../read-json.ts';
import { styleOf } from '../style.ts';
import { renderTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { type Folded, fold } from './fold.ts';
import { readHar } from './read-har.ts';
import { parsed, readReports } from './read-reports.ts';

const flags = {
  provider: {
    type: 'string',
    value: 'NAME',
    about: 'whose calls the HAR files hold, where their addresses do not tell it',
    words: 'provider',
  },
  json: {
    type: 'boolean',
    about:
      'print {"drift": [{"contract", "at", "kind", "times", "operations", "change"}], "reports", "calls", "otherCalls"}',
  },
} as const satisfies FlagTable;

const help: Help = {
  form: 'drift <file>... [flags]',
  about:
    'Makes one list of what providers answered and no contract knows, the most frequent first, each with what to change. Nothing is sent.',
  argument: {
    value: '<file>',
    about: 'a log, with the reports of watchDrift in its lines, or an HTTP Archive (HAR); - for standard input',
    words: 'file',
  },
  flags,
  notes: [
    'A place is a JSON Pointer into the contract. No value of an answer is printed, though an archive holds them all.',
  ],
  examples: ['amend drift app.log', 'amend drift browser.har --provider NAME --json'],
};

const tablesOf = async (named: string | undefined): Promise<readonly AnswerTable[]> => {
  const names = named === undefined ? providerNames : [oneOf('provider', named, providerNames)];
  const modules = names.flatMap((name) => Object.values(providers[name].contracts));
  return Promise.all(modules.map(async ({ answers }) => (await answers()).answers));
};

const render = (rows: readonly Folded[], isAnyRead: boolean, io: Io): string => {
  const { paint, columns } = styleOf(io);
  const table = rows.map(({ times, kind, contract, at, operations, change }) => [
    { text: String(times), paint: (text: string) => paint('bold', text) },
    kind,
    `${contract} ${at} (${operations.join(', ')}): ${change}.`,
  ]);
  if (rows.length > 0) return renderTable(table, columns);
  return isAnyRead ? 'Nothing that the contracts do not know.' : 'Nothing was read that a contract could know.';
};

/** `amend drift`: what providers answer that no contract knows, from logs and archives. */
export const driftCommand: Command = {
  name: 'drift',
  summary: 'List what providers answered that no contract knows.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    if (positionals.length === 0) throw new UsageError('name a file, or - for standard input.');
    const tables = await tablesOf(values.provider);
    let reports: readonly DriftReport[] = [];
    let calls = 0;
    let otherCalls = 0;
    for (const path of positionals) {
      const text = await readText(path, io);
      const har = readHar(parsed(text.replace(/^\ufeff/, '')), tables, values.provider !== undefined);
      const found = har?.reports ?? readReports(text);
      if (!har && found.length === 0)
        io.stderr(`amend: ${path} holds no report, and is no HTTP Archive with calls in it.`);
      reports = reports.concat(found);
      calls += har?.known ?? 0;
      otherCalls += (har?.entries ?? 0) - (har?.known ?? 0);
    }
    const drift = fold(reports);
    if (values.json) {
      io.stdout(JSON.stringify({ drift, reports: reports.length, calls, otherCalls }, undefined, 2));
      return 0;
    }
    io.stdout(render(drift, calls > 0, io));
    if (otherCalls > 0)
      io.stderr(
        `amend: of the calls, ${otherCalls} ${otherCalls === 1 ? 'is of no contract by its address' : 'are of no contract by their addresses'}; where it is, name whose it is with --provider.`,
      );
    return 0;
  },
};
