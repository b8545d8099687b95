import { fileURLToPath } from 'node:url';
import { onOneLine } from '@amend/client/visible';
import { oneOf, SetupError } from 'amend/providers';
import type { ExitCode, Io } from './command.ts';
import { commands } from './commands.ts';
import { headed, listed, paragraph, renderHelp } from './render-help.ts';
import { type Style, styleOf } from './style.ts';
import { UsageError } from './usage-error.ts';
import { visibleIo } from './visible-io.ts';

const help = (style: Style): string =>
  [
    `${style.paint('bold', 'Usage:')} amend <command> [arguments]`,
    paragraph(style, 'One change to a user, sent correctly to every provider that knows that user.'),
    headed(
      style,
      'Commands',
      listed(
        style,
        commands.map(({ name, summary }) => [name, summary] as const),
      ),
    ),
    headed(
      style,
      'Examples',
      '  amend fields machnet',
      '  amend plan machnet:4c955cca --status verified --set phone=+12105550132',
    ),
    headed(
      style,
      'More',
      listed(style, [
        ['amend <command> --help', 'the flags of a command, with examples'],
        ['amend --version', 'the version'],
      ]),
    ),
  ].join('\n\n');

const isHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h';

const dispatch = async ([first, ...rest]: readonly string[], io: Io): Promise<ExitCode> => {
  if (first === undefined) {
    io.stderr(help(styleOf(io)));
    return 2;
  }
  if (first === '--version' || first === '-V') {
    const { version } = JSON.parse(await io.readFile(fileURLToPath(new URL('../package.json', import.meta.url))));
    io.stdout(version);
    return 0;
  }
  const asksHelp = first === 'help';
  const name = asksHelp ? rest[0] : first;
  if (isHelp(first) || name === undefined || (asksHelp && isHelp(name))) {
    io.stdout(help(styleOf(io)));
    return 0;
  }
  const names = commands.map((entry) => entry.name);
  const found = oneOf('command', name, names);
  const command = await commands.find((entry) => entry.name === found)?.load();
  if (!command) return 2;
  // What follows `--` is no flag.
  const end = rest.indexOf('--');
  if (asksHelp || (end < 0 ? rest : rest.slice(0, end)).some(isHelp)) {
    io.stdout(renderHelp(command.help, styleOf(io)));
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new UsageError(error.message, `\`amend ${found} --help\` shows how it is used.`);
  }
};

/** Standard input has one content, which the first who reads it gets. */
const readOnce = (stdin: Io['stdin']): Io['stdin'] => {
  let isRead = false;
  return () => {
    if (isRead) throw new UsageError('standard input is named twice; name a file for one of them.');
    isRead = true;
    return stdin();
  };
};

/** Why a command ended, in a sentence. */
const failureOf = (error: unknown, { aborted }: AbortSignal): { kind: string; message: string; code: ExitCode } => {
  if (aborted) return { kind: 'stopped', message: 'stopped.', code: 1 };
  if (error instanceof SetupError) return { kind: 'usage', message: error.message, code: 2 };
  // Only what needs the mock loads it.
  if (error instanceof Error && error.name === 'NodeVersionError')
    return { kind: 'node', message: error.message, code: 1 };
  // Only where there is no build yet, the contracts are read now.
  if (error instanceof Error && error.name === 'ContractError')
    return { kind: 'contract', message: error.message, code: 1 };
  // It says what is wrong without a value.
  if (error instanceof Error && error.name === 'KeepError') return { kind: 'keep', message: error.message, code: 1 };
  // A defect of ours. Its message may hold anything, its name does not.
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'internal', message: `failed for a reason of its own (${onOneLine(name)}).`, code: 1 };
};

/**
 * Runs `amend` with its arguments. Nothing is thrown: what goes wrong is a sentence on standard error, and the code;
 * with `--json` the sentence is printed for a program too.
 */
export const run = async (args: readonly string[], realIo: Io): Promise<ExitCode> => {
  const io = visibleIo({ ...realIo, stdin: readOnce(realIo.stdin) });
  try {
    return await dispatch(args, io);
  } catch (thrown) {
    const { code, ...error } = failureOf(thrown, io.signal);
    if (args.includes('--json')) io.stdout(JSON.stringify({ error }, undefined, 2));
    io.stderr(`amend: ${error.message}`);
    return code;
  }
};
