import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../scratch.ts';
import { sendOnce } from './load.ts';
import { oneOfEach, update } from './requests.ts';

/** A server, and what it is asked. */
export interface Contender {
  /** What Node runs, but for the port. */
  readonly args: readonly string[];
  readonly request: string;
  /** What else it is asked before its memory is looked at. */
  readonly others: readonly string[];
}

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

export const contenders = {
  'ours, all providers': {
    args: [join(root, 'packages/mock/dist/cli.js'), '--port'],
    request: update('/stilt'),
    others: oneOfEach,
  },
  'stock Prism, one contract': {
    args: [prism, 'mock', '-v', 'error', join(root, 'specs/stilt/v1.yaml'), '-p'],
    request: update(''),
    others: [],
  },
} as const satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;

export interface Running {
  readonly port: number;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startUp: number;
  /** Megabytes of resident memory. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** Quiet servers do not say when they listen. @throws if this one ends instead. */
const untilAnswered = async (server: ChildProcess, port: number, request: string): Promise<void> => {
  while (server.exitCode === null) {
    const isUp = await sendOnce(port, request).then(
      () => true,
      (error) => error.code !== 'ECONNREFUSED' && Promise.reject(error),
    );
    if (isUp) return;
    await setTimeout(5);
  }
  throw new Error(`a server ended with exit code ${server.exitCode}.`);
};

/** Starts a server in a process of its own. */
export const start = async ({ args, request }: Contender): Promise<Running> => {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...args, String(port)], { cwd: root, stdio: 'ignore' });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  await untilAnswered(child, port, request).catch((error) => stop().then(() => Promise.reject(error)));
  const startUp = performance.now() - begun;
  const memory = () => (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) * 1024) / 1e6;
  return { port, startUp, memory, stop };
};
