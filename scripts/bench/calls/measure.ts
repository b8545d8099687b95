import { deepStrictEqual, notEqual } from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { type ClientName, clients } from './clients.ts';
import { answer, checkRequest, type OperationId, user } from './exchange.ts';

// Prints one client's calls per second of processor time: `node measure.ts CLIENT OPERATION [ADDRESS]`. Without a
// server's address, its `fetch` is one that answers at once.

const [name, operation, address] = process.argv.slice(2) as [ClientName, OperationId, string?];
// By then the compiler is done.
const warmUpCalls = address ? 2_000 : 20_000;
const measuredMilliseconds = 600;
const callsAtOnce = address ? 10 : 1;
// Without a server: nobody listens there.
const baseUrl = `${address ?? 'http://127.0.0.1:1'}/v4`;

let answered = 0;
const answerAtOnce: typeof globalThis.fetch = async (input, init) => {
  answered += 1;
  if (answered === 1) {
    const request = new Request(input, init);
    const { method, url, headers } = request;
    checkRequest(operation, {
      method,
      path: url.replace(baseUrl, '/v4'),
      body: await request.text(),
      header: (key) => headers.get(key),
    });
  }
  return new Response(answer, { headers: { 'Content-Type': 'application/json' } });
};

const { create } = await clients[name]();
const call = create({ baseUrl, fetch: address ? undefined : answerAtOnce })[operation];

let finished = 0;
const callWhile = async (goOn: () => boolean): Promise<void> => {
  const work = async () => {
    while (goOn()) {
      notEqual(await call(), undefined);
      finished += 1;
      // Promises alone would keep timers and finalizers from running.
      if (finished % 50 === 0) await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: callsAtOnce }, work));
};

await callWhile(() => finished < warmUpCalls);
const before = { finished, usage: process.cpuUsage() };
const end = performance.now() + measuredMilliseconds;
await callWhile(() => performance.now() < end);
const { user: own, system } = process.cpuUsage(before.usage);
console.log(((finished - before.finished) / (own + system)) * 1e6);

deepStrictEqual(await call(), user);
if (!address) deepStrictEqual(answered, finished + 1);
