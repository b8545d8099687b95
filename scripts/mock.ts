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

/** Resolves once the server says that it listens; never, if it stops before. */
const listening = ({ stdout }: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (stdout) createInterface(stdout).on('line', (line) => line.includes('Prism is listening') && resolve());
  });

const firstPort = readFirstPort();
const servers = contracts.map((contract, index) => {
  const port = firstPort + index;
  const server = spawn(process.execPath, [prism, 'mock', '-p', `${port}`, contract.path], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { contract, port, server };
});

const stop = (code: number): never => {
  for (const { server } of servers) server.kill();
  process.exit(code);
};
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
// npm puts a shell between itself and us that dies without passing a signal on; we then have another parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || stop(0), 200).unref();

for (const { contract, port, server } of servers)
  server.on('exit', () => {
    console.error(`The mock of ${contract.name} stopped; is port ${port} in use? Choose others with --port.`);
    stop(1);
  });

console.log('Starting one mock server per contract ...');
await Promise.all(servers.map(({ server }) => listening(server)));
for (const { contract, port } of servers) console.log(`  ${contract.name.padEnd(12)} http://127.0.0.1:${port}`);
console.log('Ready. Ctrl-C stops them.');
