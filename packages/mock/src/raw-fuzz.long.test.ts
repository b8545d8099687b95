import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { anyCredentials, ids } from './testing/call.ts';
import { createRandom, rawRequest } from './testing/raw-requests.ts';

// Bytes on sockets, as no client sends them. `AMEND_FUZZ=100000 npx vitest run raw-fuzz` for a longer run, and
// `AMEND_FUZZ_SEED` for one that was seen before.

const runs = Number(process.env.AMEND_FUZZ ?? 10_000);
const seed = Number(process.env.AMEND_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));

const perSocket = 5;
const socketsAtOnce = 20;
/** Sockets with half a request that are left open until the end. */
const mostHalves = 100;

let child: ChildProcess;
let port = 0;
let exit: string | undefined;

beforeAll(async () => {
  child = fork(fileURLToPath(new URL('./testing/fuzz-server.ts', import.meta.url)), {
    execArgv: ['--conditions=amend-source', '--expose-gc'],
  });
  child.on('exit', (code, signal) => {
    exit = `It ended with ${code ?? signal}.`;
  });
  [{ port }] = await once(child, 'message');
  return async () => {
    if (exit !== undefined) return;
    child.kill();
    await once(child, 'exit');
  };
});

/**
 * The heap of a mock that has forgotten everything, the most memory that its process ever had, in MiB, and the longest that
 * it worked before it came to others, in milliseconds.
 */
const measured = async (): Promise<{ heap: number; most: number; longest: number }> => {
  child.send('measured');
  const [{ heap, ...others }] = await once(child, 'message');
  return { heap: heap / 2 ** 20, ...others };
};

/** Somebody who behaves, on a connection of its own; how long the answer took, in milliseconds. */
const bystand = async (tries = 3): Promise<number> => {
  const start = performance.now();
  const path = `/machnet/users/${ids.verified}`;
  const asked = get({ host: '127.0.0.1', port, path, headers: anyCredentials, agent: false });
  const [answer] = await once(asked, 'response');
  asked.on('error', () => {});
  answer.resume();
  // This process was too busy to send the headers in the ten seconds that they may take.
  if (answer.statusCode === 408 && tries > 0) return bystand(tries - 1);
  expect(answer.statusCode).toBe(200);
  return performance.now() - start;
};

/** What comes back on one connection for these bytes, which end in the middle as often as not. */
const exchange = async (bytes: Buffer, isGivenUp: boolean): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1');
  socket.on('error', () => {});
  socket.on('data', (data) => {
    answer += data;
  });
  socket.end(bytes, () => {
    if (isGivenUp) socket.destroy();
  });
  // Where half a request is all there is, Node waits for the rest of it.
  socket.setTimeout(20_000, () => socket.destroy());
  await new Promise((resolve) => socket.on('close', resolve));
  return answer;
};

test(`${runs} raw requests, seed ${seed}: none stops the mock, fails it, or keeps others waiting`, async () => {
  const random = createRandom(seed);
  const host = `127.0.0.1:${port}`;
  const statuses: Record<string, number> = {};
  const halves: Socket[] = [];
  const heaps: number[] = [];
  const waits: number[] = [];
  let sent = 0;
  for (let batch = 0; sent < runs; batch += 1) {
    const exchanges = Array.from({ length: socketsAtOnce }, () => {
      const requests = Array.from({ length: perSocket }, (_, index) =>
        rawRequest(random, host, index === perSocket - 1),
      );
      sent += requests.length;
      const bytes = Buffer.concat(requests);
      return exchange(random() < 0.05 ? bytes.subarray(0, random() * bytes.length) : bytes, random() < 0.03);
    });
    if (halves.length < mostHalves) {
      const bytes = rawRequest(random, host, true);
      const half = connect(port, '127.0.0.1').on('error', () => {});
      half.write(bytes.subarray(0, random() * bytes.length));
      halves.push(half);
    }
    // Whoever asks meanwhile is answered, however the others fare.
    const [wait, ...answers] = await Promise.all([bystand(), ...exchanges]);
    waits.push(wait);
    for (const answer of answers)
      for (const [line, status = ''] of answer.matchAll(/HTTP\/1\.1 ([0-9]{3}) /g)) {
        statuses[status] = (statuses[status] ?? 0) + 1;
        expect(line, `seed ${seed}, batch ${batch}: ${answer.slice(-2000)}`).not.toMatch(/ 5[0-9]{2} /);
      }
    expect(exit, `seed ${seed}, batch ${batch}`).toBeUndefined();
    if (batch % Math.ceil(runs / (perSocket * socketsAtOnce) / 4) === 0) heaps.push((await measured()).heap);
  }
  for (const half of halves) half.destroy();
  const { heap, most, longest } = await measured();
  heaps.push(heap);
  if (process.env.AMEND_FUZZ)
    console.log({ seed, sent, statuses, heaps, most, longest, waits: waits.toSorted((a, b) => b - a).slice(0, 5) });
  for (const status of ['200', '400', '401', '403', '404', '405', '413', '415', '431'])
    expect(statuses[status], status).toBeGreaterThan(0);
  expect(statuses['200']).toBeGreaterThan(runs / 4);
  // How long others wait, the machine decides too; how long they wait for the mock, it alone.
  expect(longest).toBeLessThan(1000);
  // The first look comes before much is compiled.
  const [, first = 0, ...others] = heaps;
  expect(Math.max(...others) - first).toBeLessThan(8);
}, 1_800_000);
