import type { Io } from '../command.ts';
import { run } from '../run.ts';

/** What a fake world holds. */
export interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly env?: Io['env'];
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly fetch?: Io['fetch'];
  readonly signal?: AbortSignal;
  readonly readFile?: Io['readFile'];
  readonly writeFile?: Io['writeFile'];
  readonly writeFolder?: Io['writeFolder'];
}

/** What a command left behind. */
export interface Left {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const absent = (path: string): never => {
  throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
};

/** Runs `amend` in a fake world. */
export const amend = async (args: readonly string[], world: World = {}): Promise<Left> => {
  const out: string[] = [];
  const err: string[] = [];
  const files: Record<string, string> = { ...world.files };
  const code = await run(args, {
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    stdin: async () => world.stdin ?? '',
    env: world.env ?? {},
    isTTY: world.isTTY ?? false,
    columns: world.columns,
    readFile:
      world.readFile ??
      (async (path) => (path.endsWith('package.json') ? '{"version": "1.2.3"}' : (files[path] ?? absent(path)))),
    writeFile:
      world.writeFile ??
      (async (path, text) => {
        files[path] = text;
      }),
    writeFolder: world.writeFolder ?? (async () => {}),
    signal: world.signal ?? new AbortController().signal,
    fetch: world.fetch,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
