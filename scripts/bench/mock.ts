import { join } from 'node:path';
import { load, sendOnce } from './mock/load.ts';
import { type Contender, type ContenderName, contenders, start } from './mock/servers.ts';
import { type Aim, type Report, ratioOf, rowsOf, type Samples } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { runNode } from './run-node.ts';
import { root } from './scratch.ts';

/** Before it is measured, a server has compiled what it runs often. */
const milliseconds = { warmUp: 2000, measured: 1000 };

const measure = async (contender: Contender) => {
  const server = await start(contender);
  try {
    const { startUp, port } = server;
    const idle = server.memory();
    for (const request of contender.others) await sendOnce(port, request);
    const options = { port, request: contender.request, connections: 10 };
    await load({ ...options, milliseconds: milliseconds.warmUp });
    const { requestsPerSecond, p50, p99 } = await load({ ...options, milliseconds: milliseconds.measured });
    return { requestsPerSecond, p50, p99, startUp, idle, loaded: server.memory() };
  } finally {
    await server.stop();
  }
};

type Measured = Awaited<ReturnType<typeof measure>>;

const figures: readonly [name: keyof Measured, title: string, unit: string, aim: Aim][] = [
  ['requestsPerSecond', 'updates over HTTP, 10 at once', 'requests a second', { atLeast: 3 }],
  ['p50', 'updates over HTTP, 10 at once: half of them take at most', 'ms', { atMost: 0.5 }],
  ['p99', 'updates over HTTP, 10 at once: 99 of 100 take at most', 'ms', { atMost: 0.5 }],
  ['startUp', 'from the start of the process to the first answer', 'ms', { atMost: 1 }],
  ['idle', 'resident memory after the first answer', 'MB', { atMost: 1 }],
  ['loaded', 'resident memory under load', 'MB', { atMost: 1 }],
];

/** The mock as it is published, with all providers, beside stock Prism with one contract. */
export const mock = async (): Promise<Report[]> => {
  await runNode([join(root, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--filter=@amend/mock'], root);
  const names = Object.keys(contenders) as ContenderName[];
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<ContenderName, Measured[]>;
  await measureInRounds(names, async (name) => measured[name].push(await measure(contenders[name])));
  return figures.map(([figure, title, unit, aim]) => {
    const samples = Object.fromEntries(
      names.map((name) => [name, measured[name].map((each) => each[figure])]),
    ) as unknown as Samples<ContenderName>;
    const [ours, theirs] = names as [ContenderName, ContenderName];
    return { title, unit, rows: rowsOf(samples), ratios: [ratioOf(samples, [ours, theirs], aim)] };
  });
};
