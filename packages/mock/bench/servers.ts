import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fromScripts = createRequire(`${root}scripts/package.json`);

export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  /** Before the contract's own path. */
  readonly prefix: string;
}

const prism = fromScripts.resolve('@stoplight/prism-cli/dist/index.js');

export const contenders: readonly Contender[] = [
  {
    name: 'stock Prism, one contract',
    args: [prism, 'mock', '-v', 'error', `${root}specs/stilt/v1.yaml`, '-p'],
    prefix: '',
  },
  {
    name: 'amend-mock, all five',
    args: [fileURLToPath(new URL('../dist/cli.js', import.meta.url)), '--port'],
    prefix: '/stilt',
  },
];

export interface Running {
  readonly port: number;
  /** Milliseconds from the start of the process to the first connection. */
  readonly startUp: number;
  /** Megabytes of resident memory. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

const residentMemory = ({ pid }: ChildProcess): number => {
  const [, kilobytes = '0'] = /VmRSS:\s+([0-9]+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** Quiet servers do not say when they listen. */
const untilConnected = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    socket.destroy();
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

export const start = async ({ name, args }: Contender): Promise<Running> => {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...args, String(port)], { cwd: root, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const failed = exited.then(() => Promise.reject(new Error(`${name} does not start.`)));
  await Promise.race([untilConnected(port), failed]);
  const startUp = performance.now() - begun;
  const stop = async () => {
    failed.catch(() => {});
    child.kill();
    await exited;
  };
  return { port, startUp, memory: () => residentMemory(child), stop };
};
