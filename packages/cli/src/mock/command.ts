import { once } from 'node:events';
import { onOneLine } from '@amend/client/visible';
import { defaultPort, type Mock, mockFlags } from '@amend/mock';
import { oneOf, providerNames } from 'amend/providers';
import type { Command, FlagTable, Help } from '../command.ts';
import { explorerLine, explorerPages } from '../explorer/pages.ts';
import { readFlags } from '../flags.ts';
import { readJsonObject } from '../read-json.ts';
import { readPort } from '../read-port.ts';
import { renderTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const flags = {
  ...mockFlags,
  only: { ...mockFlags.only, words: 'provider' },
  secrets: { ...mockFlags.secrets, words: 'file' },
  pages: {
    ...mockFlags.pages,
    about: 'serve the static files of this folder in place of the explorer',
    words: 'file',
  },
  json: {
    type: 'boolean',
    about: 'print {"page", "contracts": [{"contract", "url"}], "users": [{"provider", "id", "status", "name"}]}',
  },
} as const satisfies FlagTable;

const help: Help = {
  form: 'mock [flags]',
  about:
    'Serves a mock of all providers on one port, which remembers users and enforces the update rules, and the explorer for browsers. Ctrl-C stops it.',
  flags,
  examples: ['amend mock', 'amend mock --port 0 --only machnet --seed 1'],
};

const toJson = ({ mounts, fixtures }: Mock, url: string): string => {
  const contracts = mounts.map(({ contract, path }) => ({ contract, url: url + path }));
  return JSON.stringify({ page: `${url}/`, contracts, users: fixtures }, undefined, 2);
};

const describe = ({ mounts, fixtures }: Mock, url: string, pages: string | undefined): string => {
  const table = (rows: readonly (readonly string[])[]): string => renderTable(rows, Infinity, '  ');
  return [
    pages === undefined ? explorerLine(url) : `Pages  ${url}/\n`,
    table(mounts.map(({ contract, path }) => [contract, url + path])),
    `\nUsers:\n${table(fixtures.map(({ provider, id, status = '', name }) => [provider, id, status, name]))}`,
    '\nReady. Ctrl-C stops it.',
  ].join('\n');
};

/** `amend mock`: all providers on one port of this machine. */
export const mockCommand: Command = {
  name: 'mock',
  summary: 'Serve all providers on one port of this machine.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    if (positionals.length > 0) throw new UsageError('name providers with --only.');
    const { host = '127.0.0.1', seed, secrets, origin: origins, 'allow-host': hosts } = values;
    const { 'allow-webhooks-to': webhookHosts, pages = explorerPages } = values;
    const port = readPort(values.port ?? String(defaultPort));
    const only = values.only?.flatMap((list) => list.split(',')).map((name) => oneOf('provider', name, providerNames));
    const { createMock, describeListenError } = await import('@amend/mock');
    const mock = await createMock({
      ...(origins && { origins }),
      ...(hosts && { hosts }),
      ...(webhookHosts && { webhookHosts }),
      ...(only && { only }),
      ...(seed !== undefined && { seed }),
      ...(secrets !== undefined && { secrets: await readJsonObject(secrets, io) }),
    }).catch((error: unknown) => {
      throw error instanceof TypeError ? new UsageError(error.message) : error;
    });
    try {
      const { url } = await mock.listen({ port, host, pages });
      io.stdout(values.json ? toJson(mock, url) : describe(mock, url, values.pages));
    } catch (error) {
      io.stderr(`amend: ${onOneLine(describeListenError(error, { host, port }))}`);
      return 1;
    }
    if (!io.signal.aborted) await once(io.signal, 'abort');
    await mock.close();
    return 0;
  },
};
