import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from './answers.ts';
import { type Call, calls, createAny } from './calls.ts';
import { type Answer, serve, startFaultyServer } from './faulty-server.ts';

// What is sent twice, and what is not.

const success = (call: Call): Answer => answer('200 OK', JSON.stringify(call.success));

/** The success of a server that keeps the connection for the next request. */
const successKept = (call: Call): Answer => {
  const body = JSON.stringify(call.success);
  return { send: `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, end: 'hold' };
};

const outage = answer('503 Service Unavailable', '{}');

/** An address at which nobody listens, and nobody will: its port is the near end of a connection. */
const reservePort = async () => {
  const server = await startFaultyServer({ end: 'hold' });
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  return {
    origin: `http://127.0.0.1:${socket.localPort}`,
    release: async () => {
      socket.destroy();
      await server.close();
    },
  };
};

describe('a connection that is refused', () => {
  let nobody: Awaited<ReturnType<typeof reservePort>>;
  beforeAll(async () => {
    nobody = await reservePort();
  });
  afterAll(() => nobody.release());

  test.for(calls)('$name is tried again, since nothing was sent', async (call) => {
    const client = createAny(call.provider, nobody.origin, { random: () => 0 });
    expect(await client[call.id]?.(call.input)).toMatchObject({
      error: { kind: 'network', reason: 'ECONNREFUSED', attempts: 3 },
    });

    await serve([success(call)], async (server) => {
      let attempts = 0;
      const late = createAny(call.provider, server.origin, {
        random: () => 0,
        fetch: (url, init) => fetch(attempts++ === 0 ? nobody.origin : url, init),
      });
      expect(await late[call.id]?.(call.input)).toMatchObject({ ok: true });
      expect(server.requests).toHaveLength(1);
    });
  });
});

describe.each<[string, Answer, string]>([
  ['503', outage, 'unavailable'],
  ['429', answer('429 Too Many Requests', '{}'), 'rate-limited'],
  ['reset after the request', { end: 'reset' }, 'network'],
  ['end before headers', { end: 'close' }, 'network'],
])('%s, then a success', (_, failure, kind) => {
  test.for(calls)('$name', async (call) => {
    await serve([failure, success(call)], async (server) => {
      const client = createAny(call.provider, server.origin, { random: () => 0 });
      const result = await client[call.id]?.(call.input);
      if (call.repeats === 'repeatable')
        expect(result).toEqual({ ok: true, data: call.success, status: 200, attempts: 2 });
      else expect(result).toMatchObject({ ok: false, error: { kind, attempts: 1 } });
      expect(server.requests).toHaveLength(call.repeats === 'repeatable' ? 2 : 1);
    });
  });
});

test.for(calls.filter(({ repeats }) => repeats === 'once'))(
  '$name is not sent twice when a kept connection breaks',
  async (call) => {
    await serve([successKept(call), { end: 'reset' }, success(call)], async (server) => {
      const client = createAny(call.provider, server.origin, { random: () => 0 });
      expect(await client[call.id]?.(call.input)).toMatchObject({ ok: true });
      // Until then the connection is not free for the next request.
      await setTimeout(20);
      expect(await client[call.id]?.(call.input)).toMatchObject({ error: { kind: 'network', attempts: 1 } });
      expect([server.connections(), server.requests.length]).toEqual([1, 2]);
    });
  },
);

test('a provider that is down gets hardly more requests than calls', async () => {
  const call = calls.find(({ id }) => id === 'getUser') as Call;
  await serve([outage], async (server) => {
    const client = createAny(call.provider, server.origin, { random: () => 0 });
    for (let round = 0; round < 20; round++)
      await Promise.all(Array.from({ length: 10 }, () => client.getUser?.(call.input)));
    expect(server.requests).toHaveLength(200 + 35);
  });
});
