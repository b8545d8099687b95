import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseMedia } from './accept.ts';
import type { MockRequest, MockResponse } from './exchange.ts';
import type { Handle } from './in-process.ts';
import { pagePolicy } from './page-policy.ts';
import { parseUrl } from './platform.ts';

/** A folder of static files; as a function, it is asked for when a browser first wants one. */
export type Pages = string | URL | (() => string | URL | Promise<string | URL>);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const headersFor = (type: string): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-security-policy': `${pagePolicy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
  vary: 'Accept, Origin',
});

/** A name that leads nowhere but into a folder, whatever the system is. */
const segment = /^[\w@~+-][\w@~+.-]*$/;

/** The parts of a file's path; nothing if it is none of a page. */
const partsOf = (pathname: string): readonly string[] | undefined => {
  const parts = pathname.slice(1).split('/');
  if (parts.at(-1) === '') parts.splice(-1, 1, 'index.html');
  return parts.every((part) => segment.test(part)) ? parts : undefined;
};

/** What a file holds, if it is in the folder and not behind a link that leads out of it. */
const readIn = async (folder: string, parts: readonly string[]): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    return file.startsWith(root + sep) ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
};

const sentence = (status: number, text: string): MockResponse => ({
  status,
  headers: headersFor('text/plain; charset=utf-8'),
  body: `${text}\n`,
});

/** Whether it is the page itself that is asked for, by a browser that shows it. */
const isPage = ({ headers }: MockRequest): boolean =>
  headers.accept !== undefined && chooseMedia(headers.accept, ['application/json', 'text/html']) === 'text/html';

/**
 * Serves the files of a folder, to browsers its `index.html` at `/`, and has all else handled.
 *
 * @param isTaken Whether the mock serves a path itself.
 */
export const withPages =
  (pages: Pages) =>
  (handle: Handle, isTaken: (pathname: string) => boolean): Handle => {
    let folder: Promise<string> | undefined;
    const find = async (): Promise<string> => {
      const found = typeof pages === 'function' ? await pages() : pages;
      return found instanceof URL ? fileURLToPath(found) : found;
    };

    const show = async (parts: readonly string[], isRoot: boolean): Promise<MockResponse | undefined> => {
      try {
        folder ??= find();
        const body = await readIn(await folder, parts);
        const type = types[extname(parts.at(-1) ?? '')] ?? 'application/octet-stream';
        if (body) return { status: 200, headers: headersFor(type), body };
        return isRoot ? sentence(503, 'The page is not there: its folder has no index.html.') : undefined;
      } catch (error) {
        // What failed may be mended until it is asked for again.
        folder = undefined;
        return sentence(
          503,
          `The page is not there: ${error instanceof Error ? error.message : 'it could not be made.'}`,
        );
      }
    };

    return async (request) => {
      const { pathname = '' } = parseUrl(request.url) ?? {};
      const isRoot = pathname === '/';
      const isAsked = /^(?:GET|HEAD)$/.test(request.method) && !isTaken(pathname) && (!isRoot || isPage(request));
      const parts = isAsked ? partsOf(pathname) : undefined;
      return (parts && (await show(parts, isRoot))) ?? handle(request);
    };
  };
