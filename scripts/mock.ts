import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contracts } from './contracts/contracts.ts';

// Serves every contract with stock Prism, one port each, until it is told to stop.

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const root = fileURLToPath(new URL('..', import.meta.url));
const highestPort = 65_535;

const fail = (message: string, code: 1 | 2): never => {
  console.error(message);
  process.exit(code);
};

const readFirstPort = (): number => {
  const highest = highestPort - contracts.length + 1;
  try {
    const { port } = parseArgs({ options: { port: { type: 'string', default: '4010' } } }).values;
    if (/^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= highest) return Number(port);
  } catch {
    // An unknown option gets the same answer as a wrong port.
  }
  return fail(`Usage: npm start -- [--port FIRST], where FIRST is a whole number from 1 to ${highest}.`, 2);
};

const firstPort = readFirstPort();
const mocks = contracts.map((contract, index) => ({ contract, port: firstPort + index }));
const running = new Map<number, ChildProcess>();

const stop = (code: number): never => {
  for (const server of running.values()) server.kill();
  process.exit(code);
};
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
// npm puts a shell between itself and us that dies without passing a signal on; we then have another parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || stop(0), 200).unref();

/** Resolves once the server listens. It is started again when it stops after that: some requests kill stock Prism. */
const serve = ({ contract, port }: (typeof mocks)[number]): Promise<void> =>
  new Promise((resolve) => {
    const server = spawn(process.execPath, [prism, 'mock', '-p', `${port}`, contract.path], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    running.set(port, server);
    let hasListened = false;
    createInterface(server.stdout).on('line', (line) => {
      if (!line.includes('Prism is listening')) return;
      hasListened = true;
      resolve();
    });
    server.on('exit', () => {
      if (!hasListened) {
        console.error(
          `The mock of ${contract.name} does not start; is port ${port} in use? Choose others with --port.`,
        );
        stop(1);
      }
      console.error(`The mock of ${contract.name} stopped; it is started again.`);
      void serve({ contract, port });
    });
  });

console.log('Starting one mock server per contract ...');
await Promise.all(mocks.map(serve));
for (const { contract, port } of mocks) console.log(`  ${contract.name.padEnd(12)} http://127.0.0.1:${port}`);
console.log('Ready. Ctrl-C stops them.');
