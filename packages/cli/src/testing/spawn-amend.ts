import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The command's own file, as it is run in this workspace. */
export const cli: readonly string[] = [
  process.execPath,
  '--conditions=amend-source',
  fileURLToPath(new URL('../cli.ts', import.meta.url)),
];

const running = new Set<ChildProcess>();

/** Ends what a test that failed has left. */
export const stopAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** Starts a program, by default `amend`, with these arguments. */
export const spawnAmend = (args: readonly string[], env: Record<string, string> = {}, program = cli) => {
  const [file = '', ...first] = program;
  const child = spawn(file, [...first, ...args], { env: { ...process.env, NO_COLOR: '1', ...env } });
  running.add(child);
  const out = text(child.stdout);
  const err = text(child.stderr);
  const ended = once(child, 'close').then(async ([code]) => {
    running.delete(child);
    return { code: Number(code), out: await out, err: await err };
  });
  return { child, ended };
};
