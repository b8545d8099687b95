import { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import type { Outcome } from './exchange.ts';
import { maxBodyBytes } from './handle.ts';
import { createBodyReader, listen } from './server.ts';

const outcomes: Record<string, () => Promise<Outcome>> = {
  '/right': async () => ({ status: 200, headers: {}, body: 'right' }),
  '/a-header-that-cannot-be-written': async () => ({ status: 200, headers: { name: '\u{1f600}' }, body: '' }),
  '/a-status-that-is-none': async () => ({ status: 7, headers: {}, body: '' }),
  '/an-error': () => Promise.reject(new Error('planted')),
};

const server = await listen(async ({ url }) => (await outcomes[new URL(url).pathname]?.()) ?? 'reset');
afterAll(() => server.close());

test.each(Object.keys(outcomes).slice(1))('%s ends its own connection, and not the process', async (path) => {
  await expect(fetch(server.url + path)).rejects.toThrow('fetch failed');
  expect(await (await fetch(`${server.url}/right`)).text()).toBe('right');
});

const incoming = (headers: Record<string, string> = {}) => Object.assign(new PassThrough(), { headers });
/** A reader whose bodies are used at once. */
const createReader = (maxUnderWay: number) => {
  const withBody = createBodyReader(maxUnderWay);
  return (stream: ReturnType<typeof incoming>) => withBody(stream, async (body) => body);
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('uploads that nobody ends are held as far as there is room, and small bodies are taken all the same', async () => {
  const read = createReader(1_000_000);
  const stalled = Array.from({ length: 9 }, () => incoming());
  const uploads = stalled.map(read);
  for (const upload of stalled) upload.write(Buffer.alloc(200_000));
  await turn();
  const small = incoming();
  small.end('{}');
  expect(await read(small)).toHaveLength(2);
  for (const upload of stalled) upload.end();
  const lengths = (await Promise.all(uploads)).map((bytes) => bytes?.length);
  expect(lengths).toEqual([...Array(5).fill(200_000), ...Array(4).fill(maxBodyBytes + 1)]);
  await turn();
  const next = incoming();
  next.end(Buffer.alloc(900_000));
  expect(await read(next)).toHaveLength(900_000);
});

test('a body takes room until it has been used', async () => {
  const withBody = createBodyReader(1_000_000);
  const { promise: isUsed, resolve: use } = Promise.withResolvers<void>();
  const lengthOf = (wait: Promise<void> | undefined): Promise<number | undefined> => {
    const upload = incoming();
    upload.end(Buffer.alloc(900_000));
    return withBody(upload, (body) => Promise.resolve(wait).then(() => body?.length));
  };
  const held = lengthOf(isUsed);
  await turn();
  expect(await lengthOf(undefined)).toBe(maxBodyBytes + 1);
  use();
  expect(await held).toBe(900_000);
  expect(await lengthOf(undefined)).toBe(900_000);
});

test('an upload that is broken off makes room', async () => {
  const read = createReader(1_000_000);
  for (let upload = 0; upload < 20; upload += 1) {
    const broken = incoming();
    const body = read(broken);
    broken.write(Buffer.alloc(900_000));
    await turn();
    broken.destroy(new Error('planted'));
    expect(await body).toBeUndefined();
    await turn();
  }
});

test('of a body that says it is too large, nothing is kept', async () => {
  const read = createReader(0);
  const large = incoming({ 'content-length': String(maxBodyBytes + 1) });
  large.end(Buffer.alloc(100));
  expect(await read(large)).toHaveLength(maxBodyBytes + 1);
});

test('little of a connection comes in one turn, however small the pieces, and who closes one side is answered', async () => {
  let pieces = 0;
  let most = 0;
  let answer = '';
  const { push } = IncomingMessage.prototype;
  IncomingMessage.prototype.push = function (...given) {
    pieces += 1;
    return push.apply(this, given);
  };
  const socket = connect(server.port, '127.0.0.1').on('data', (data) => {
    answer += data;
  });
  const body = `${'1\r\nx\r\n'.repeat(60_000)}0\r\n\r\n`;
  socket.end(`POST /right HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${body}`);
  while (!socket.closed) {
    await turn();
    most = Math.max(most, pieces);
    pieces = 0;
  }
  IncomingMessage.prototype.push = push;
  expect(answer).toContain(' 200 OK');
  expect(most).toBeGreaterThan(1000);
  expect(most).toBeLessThan(20_000);
});

test('larger bodies are used one after the other, and who asks in between is answered in between', async () => {
  const withBody = createBodyReader();
  const seen: string[] = [];
  const send = (name: string, size: number) => {
    const stream = incoming();
    stream.end(Buffer.alloc(size));
    return withBody(stream, async () => seen.push(name));
  };
  const bodies = [...Array.from({ length: 5 }, () => send('large', 100_000)), send('small', 10)];
  const look = (): void => {
    seen.push('turn');
    if (seen.length < 100) setImmediate(look);
  };
  setImmediate(look);
  await Promise.all(bodies);
  expect(seen.filter((name) => name === 'large')).toHaveLength(5);
  expect(seen.join(' ')).not.toContain('large large');
  expect(seen.indexOf('small')).toBeLessThan(seen.indexOf('large'));
});
