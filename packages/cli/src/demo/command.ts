import { once as onceFired } from 'node:events';
import { onOneLine } from '@amend/client/visible';
import { createMock, describeListenError, type Mock } from '@amend/mock';
import type { Command, Help, Io } from '../command.ts';
import { explorerLine, explorerPages } from '../explorer/pages.ts';
import { styleOf } from '../style.ts';
import { renderTable } from '../table.ts';
import { changeEverywhere } from './change-everywhere.ts';
import { type CurlLine, curlLines } from './curl-lines.ts';
import { type DemoOptions, flags, readOptions } from './options.ts';
import { withProgress } from './progress.ts';

const help: Help = {
  form: 'demo [flags]',
  about:
    'Changes one person at all providers, on a mock over HTTP: which fields may change there, why not, what is sent, and what each provider then has. The mock stays up until Ctrl-C.',
  flags,
  examples: ['amend demo', 'amend demo --once', 'amend demo --port 5000'],
};

/** The mock's address; nothing if it cannot listen there, which is said. */
const listen = async (mock: Mock, { port, host, once }: DemoOptions, io: Io): Promise<string | undefined> => {
  try {
    const { url } = await mock.listen({ port, host, ...(!once && { pages: explorerPages }) });
    if (!once) io.stdout(explorerLine(url));
    return url;
  } catch (error) {
    io.stderr(onOneLine(describeListenError(error, { host, port })));
    return undefined;
  }
};

/** Of a provider's users in the same state, the first is enough to start with. */
const firstOfEach = (fixtures: Mock['fixtures']): Mock['fixtures'] =>
  fixtures.filter(({ provider, status }, index) => {
    const isSame = (other: (typeof fixtures)[number]) => other.provider === provider && other.status === status;
    return status === undefined || fixtures.findIndex(isSame) === index;
  });

const describeMock = ({ mounts, fixtures }: Mock, url: string, lines: readonly CurlLine[], io: Io): string => {
  const { columns, paint } = styleOf(io);
  const table = (rows: readonly (readonly string[])[]) => renderTable(rows, columns, '  ');
  return [
    paint('bold', 'The mock stays up for a frontend'),
    table([['explorer', `${url}/`], ...mounts.map(({ contract, path }) => [contract, url + path])]),
    '',
    paint('bold', `Users to start with; all of them: curl ${url}/__amend/users`),
    table(firstOfEach(fixtures).map(({ provider, id, status = '', name }) => [provider, id, status, name])),
    '',
    paint('bold', 'Requests to paste'),
    ...lines.flatMap(({ title, line }) => [paint('gray', `${title}:`), line]),
    '',
    'Ready. Ctrl-C stops it.',
  ].join('\n');
};

/** The main job of this project from one command. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'Change one person at all providers, on a mock.',
  help,
  run: async (args, io) => {
    const options = readOptions(args);
    const mock = await withProgress('Starting the mock', () => createMock(), io);
    try {
      const url = await listen(mock, options, io);
      const accounts = url === undefined ? undefined : await changeEverywhere(mock, url, io, options);
      if (url === undefined || !accounts) return 1;
      if (options.once) return 0;
      io.stdout(describeMock(mock, url, await curlLines(accounts), io));
      if (!io.signal.aborted) await onceFired(io.signal, 'abort');
      return 0;
    } finally {
      await mock.close();
    }
  },
};
