import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** The real command in a process of its own, with its lines as they come. */
export interface RunningCli {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** Settles once it says that it is ready. */
  readonly ready: Promise<void>;
  readonly exit: Promise<{
    readonly code: unknown;
    readonly lines: readonly string[];
    readonly errors: readonly string[];
  }>;
}

/** Starts `amend`; what comes in a pipe has no colours. */
export const startCli = (args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli => {
  const child = spawn(process.execPath, ['--conditions=amend-source', cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('Ready')) resolve();
    });
  });
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  const exit = once(child, 'close').then(([code]) => ({ code, lines, errors }));
  return { child, lines, ready, exit };
};
