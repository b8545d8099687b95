import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ClientName } from './calls/clients.ts';
import type { OperationId } from './calls/exchange.ts';
import { type Aim, type Report, ratioOf, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { fromSources, runNode } from './run-node.ts';

const measure = fileURLToPath(new URL('calls/measure.ts', import.meta.url));
const server = fileURLToPath(new URL('calls/server.ts', import.meta.url));

const operations: readonly OperationId[] = ['getUser', 'updateUser'];

const inProcess: readonly [peer: ClientName, Aim][] = [
  ['openapi-fetch', { atLeast: 0.8 }],
  ['ky', { atLeast: 1.5 }],
  ['axios', { atLeast: 1.8 }],
  ['ours, observed', { atMost: 1.03 }],
];
const overHttp: readonly [peer: ClientName, Aim?][] = [['fetch'], ['openapi-fetch', { atLeast: 0.9 }], ['axios']];

const compare = async (
  operation: OperationId,
  peers: readonly (readonly [peer: ClientName, Aim?])[],
  address?: string,
): Promise<Report> => {
  const contenders = [...new Set<ClientName>(['ours', 'fetch', ...peers.map(([peer]) => peer)])];
  const samples = await measureInRounds(contenders, async (contender) => {
    const args = [fromSources, measure, contender, operation, ...(address ? [address] : [])];
    return Number((await runNode(args)).stdout);
  });
  return {
    title: `${operation}, ${address ? 'over HTTP to a local server, 10 at once' : 'with a fetch that answers at once'}`,
    unit: 'calls a second of the processor',
    rows: rowsOf(samples),
    ratios: peers.map(([peer, aim]) => ratioOf(samples, ['ours', peer], aim)),
  };
};

/** Calls per second of our client and of others, each in a process of its own. */
export const calls = async (): Promise<Report[]> => {
  const reports: Report[] = [];
  for (const operation of operations) reports.push(await compare(operation, inProcess));
  const serving = spawn(process.execPath, [fromSources, server], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await Promise.race([
      once(createInterface(serving.stdout), 'line').then(([line]) => line as string),
      once(serving, 'exit').then(() => Promise.reject(new Error('the server stopped.'))),
    ]);
    for (const operation of operations) reports.push(await compare(operation, overHttp, address));
  } finally {
    serving.kill();
  }
  return reports;
};
