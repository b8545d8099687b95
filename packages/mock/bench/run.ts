import { type Load, load } from './load.ts';
import { type Contender, contenders, start } from './servers.ts';

// The mock beside stock Prism: the same contract, the same request, each in a process of its own, in turns.

const [rounds = 3, seconds = 3] = process.argv.slice(2).map(Number);

const body = '{"phone":"4155550127"}';
const requestFor = (prefix: string): string =>
  [
    `PUT ${prefix}/users/2acf04c3-48d1-456f-a54e-1f4251814478 HTTP/1.1`,
    'Host: 127.0.0.1',
    'X_CLIENT_UUID: any',
    'X_STILT_HMAC: any',
    'EPOCH: 1',
    'Content-MD5: any',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');

interface Measured extends Load {
  readonly startUp: number;
  readonly idle: number;
  readonly loaded: number;
}

const measure = async (contender: Contender): Promise<Measured> => {
  const server = await start(contender);
  const idle = server.memory();
  const options = { port: server.port, request: requestFor(contender.prefix), expect: 'HTTP/1.1 200', connections: 10 };
  await load({ ...options, milliseconds: 1000 });
  const result = await load({ ...options, milliseconds: seconds * 1000 });
  const loaded = server.memory();
  await server.stop();
  return { ...result, startUp: server.startUp, idle, loaded };
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const results = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round += 1)
  // Forth and back, so that a machine that slows down slows both.
  for (const contender of round % 2 === 0 ? contenders : contenders.toReversed())
    results.get(contender.name)?.push(await measure(contender));

console.table(
  Object.fromEntries(
    [...results].map(([name, all]) => {
      const of = (what: keyof Measured) => Math.round(median(all.map((each) => each[what])) * 10) / 10;
      return [
        name,
        {
          'requests/s': of('requestsPerSecond'),
          'p99 ms': of('p99'),
          'start ms': of('startUp'),
          'idle MB': of('idle'),
          'loaded MB': of('loaded'),
        },
      ];
    }),
  ),
);
