#!/usr/bin/env node
import { onOneLine, visible } from '@amend/client/visible';
import type { Mock } from './create-mock.ts';
import { describeListenError } from './listen-error.ts';
import { nodeProblem } from './node-problem.ts';
import { readSecrets } from './read-secrets.ts';
import { stopWithNpm } from './stop-with-npm.ts';

const fail = (sentence: string): never => {
  console.error(onOneLine(sentence));
  process.exit(1);
};

const stop = (): never => process.exit(0);
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
if (process.env.npm_lifecycle_event) stopWithNpm(stop);

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
};

const describe = ({ mounts, fixtures }: Mock, url: string): string => {
  const users = fixtures.map(({ provider, name, status = '', id }) => [provider, id, status, name]);
  return [
    table(mounts.map(({ contract, path }) => [contract, url + path])),
    '',
    'Users:',
    table(users),
    '',
    'Ready. Ctrl-C stops it.',
  ].join('\n');
};

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) fail(problem);
// An older Node cannot load the rest, and would say so in words of its own.
const { readOptions, usage } = await import('./cli-options.ts');
const options = readOptions(process.argv.slice(2));
if (!options) {
  console.error(usage);
  process.exit(2);
}
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const { port, host, pages, secrets: file, ...others } = options;
const secrets = file === undefined ? undefined : await readSecrets(file).catch(({ message }: Error) => fail(message));
const { createMock } = await import('./create-mock.ts');
const mock = await createMock({ ...others, ...(secrets && { secrets }) }).catch((error: unknown) => {
  // Only where there is no build yet, the contracts are read now.
  if (error instanceof Error && error.name === 'ContractError') return fail(error.message);
  throw error;
});
try {
  const { url } = await mock.listen({ port, host, ...(pages !== undefined && { pages }) });
  if (pages !== undefined) console.log(`Pages  ${url}/\n`);
  console.log(visible(describe(mock, url)));
} catch (error) {
  fail(describeListenError(error, { host, port }));
}
