import { loadSubjects, loadTold, type Matrix, makeMatrix } from 'amend/matrix';
import { oneOf } from 'amend/providers';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { type Style, styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { renderJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderSvg } from './render-svg.ts';
import { renderTable } from './render-table.ts';

const formats = {
  table: renderTable,
  markdown: renderMarkdown,
  json: renderJson,
  svg: renderSvg,
} as const satisfies Record<string, (matrix: Matrix, style: Style) => string>;

const formatNames = Object.keys(formats) as (keyof typeof formats)[];

const flags = {
  format: { type: 'string', value: 'NAME', about: `${formatNames.join(', ')}; by default table`, words: formatNames },
  json: {
    type: 'boolean',
    about:
      'the same as --format json: {"states", "columns", "fields": [{"field", "label", "group", "cells"}], each cell with "provider", "variant", "status", "state", "reason" and "lockedKinds" where it has them; "told": [{"provider", "status", "event", "word", "doubts", "reason"}]}',
  },
  output: {
    type: 'string',
    value: 'FILE',
    about: 'write it to a file, in place of the file that stands there',
    words: 'file',
  },
  force: { type: 'boolean', about: 'let that be a symbolic link or a device, and write through it' },
} as const satisfies FlagTable;

const help: Help = {
  form: 'matrix [flags]',
  about:
    'Draws which fields may change: every field, at every provider, in every status, and which webhook tells that status.',
  flags,
  examples: [
    'amend matrix',
    'amend matrix --format svg --output matrix.svg',
    `amend matrix --json | jq '.fields[] | select(.field == "email") | .cells'`,
  ],
};

/** `amend matrix`: every field, provider and status as one picture. */
export const matrixCommand: Command = {
  name: 'matrix',
  summary: 'Draw every field, provider and status as one picture.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    if (positionals.length > 0) throw new UsageError('takes flags only; the matrix is that of all providers.');
    const format = oneOf('format', values.format ?? (values.json ? 'json' : 'table'), formatNames);
    if (values.json && format !== 'json') throw new UsageError(`--json and --format ${format} exclude each other.`);

    const { output, force = false } = values;
    if (force && output === undefined) throw new UsageError('--force goes with --output FILE.');
    const style = styleOf(output === undefined ? io : { env: io.env, isTTY: false });
    const text = formats[format](makeMatrix(await loadSubjects(), await loadTold()), style);
    if (output === undefined) io.stdout(text);
    else
      await io.writeFile(output, `${text}\n`, { force }).catch((error: unknown) => {
        if (error instanceof UsageError) throw error;
        const { code = '' } = error as NodeJS.ErrnoException;
        throw new UsageError(
          `${output} cannot be written${code && ` (${code})`}; name a file in a folder that exists.`,
        );
      });
    return 0;
  },
};
