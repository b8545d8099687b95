import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagePolicy } from '@amend/mock';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { UsageError } from '../usage-error.ts';

const flags = {
  out: {
    type: 'string',
    value: 'FOLDER',
    about: 'where the files go: a new folder, an empty one, or that of an earlier run',
    words: 'file',
  },
  json: { type: 'boolean', about: 'print {"folder", "files"}' },
} as const satisfies FlagTable;

const help: Help = {
  form: 'explorer --out FOLDER [flags]',
  about:
    'Writes the explorer as static files for any web server: index.html with what it loads; explorer.html, the same as one file, which opens from a disk or an e-mail; the documentation of all packages, in docs; and llms.txt.',
  flags,
  examples: ['amend explorer --out site', 'amend explorer --out site --json'],
};

/** The file that says what an export has written. */
const list = '.amend-explorer.json';

const filesIn = async (folder: URL): Promise<Record<string, Uint8Array>> => {
  const root = fileURLToPath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const read = async (path: string) => [
    relative(root, path).replaceAll('\\', '/'),
    new Uint8Array(await readFile(path)),
  ];
  return Object.fromEntries(await Promise.all(paths.toSorted().map(read)));
};

/** A host of static files sends no policy of its own, so the page brings it; and it has the documentation beside it. */
const withHead = (html: Uint8Array): Uint8Array => {
  const text = new TextDecoder().decode(html);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy}" />`;
  const help = '<link rel="help" href="docs/index.html" />';
  return new TextEncoder().encode(text.replace('<head>', () => `<head>\n    ${meta}\n    ${help}`));
};

/** `amend explorer`: the page as static files. */
export const explorerCommand: Command = {
  name: 'explorer',
  summary: 'Write the explorer as static files for any web server.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    if (positionals.length > 0) throw new UsageError('takes flags only; name the folder with --out.');
    const { out: folder } = values;
    if (folder === undefined) throw new UsageError('needs --out FOLDER, which the files go to.');
    const { pagesUrl, fileUrl } = await import('@amend/explorer');
    const { documentationUrl } = await import('@amend/explorer/documentation');
    const pages = await filesIn(pagesUrl);
    const files = {
      ...pages,
      ...(await filesIn(documentationUrl)),
      'index.html': withHead(pages['index.html'] ?? new Uint8Array()),
      'explorer.html': new Uint8Array(await readFile(fileUrl)),
    };
    await io.writeFolder(folder, files, list).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw new UsageError(`${folder} cannot be written (${code}); name another folder.`);
    });
    const names = Object.keys(files);
    if (values.json) io.stdout(JSON.stringify({ folder, files: names }, undefined, 2));
    else
      io.stdout(
        `${names.length} files in ${folder}: index.html is the page, for any web server; explorer.html is the same as one file.`,
      );
    return 0;
  },
};
