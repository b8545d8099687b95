import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { hmac, toHex } from './crypto.ts';
import { bySignature, readWebhook, type TimedVerifyOptions, type WebhookScheme } from './webhook.ts';

// A provider that does not exist, which signs a time: what a signature is made of, here and in the tests, by two libraries.

const webhooks = {
  userChecked: {
    at: {
      name: { body: ['event'] },
      id: { header: 'x-id' },
      user: { body: ['data', 'user_id'] },
      time: { body: ['at'], optional: true },
      signature: { header: 'X-Signature' },
      signed: { header: 'X-Time' },
    },
    events: { 'check.done': { word: 'DONE', verification: 'verified' } },
  },
} as const;

const scheme: WebhookScheme = {
  provider: 'golden',
  webhooks,
  at: webhooks.userChecked.at,
  form: /^[0-9a-f]{64}$/,
  sign: async ({ body, time }, secret) => toHex(await hmac('SHA-256', secret, `${time}.${body}`)),
  time: { read: (seconds) => seconds * 1000, write: (now) => Math.floor(now / 1000), tolerance: 300_000 },
};
const { sign: signWebhook, verify: verifyWebhook } = bySignature(scheme);

const now = () => 1_700_000_000_000;
const body = '{"event":"check.done","data":{"user_id":"user-1"}}';
const options: TimedVerifyOptions = { secret: 'secret', now };

const signed = (text: string, time = '1700000000', secret = 'secret') => ({
  'X-Id': 'event-1',
  'X-Time': time,
  'X-Signature': createHmac('sha256', secret).update(`${time}.${text}`).digest('hex'),
});
const headers = signed(body);
const verify = (
  changed: Readonly<Record<string, string | readonly string[] | undefined>> = {},
  sent: unknown = body,
  more: object = {},
) => verifyWebhook({ headers: { ...headers, ...changed }, body: sent as string }, { ...options, ...more });

const event = {
  provider: 'golden',
  is: 'userChecked',
  name: 'check.done',
  id: 'event-1',
  userId: 'user-1',
  time: undefined,
  word: 'DONE',
  verification: 'verified',
  body: JSON.parse(body),
};

afterEach(() => vi.restoreAllMocks());

const bytes = new TextEncoder().encode(body);
const apart = (...pieces: readonly unknown[]) =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
const request = (sent: BodyInit | null = body) =>
  new Request('https://receiver.example/hooks', { method: 'POST', headers, body: sent, duplex: 'half' } as RequestInit);

test.each<[name: string, input: () => unknown]>([
  ['a Request', () => request()],
  ['a Request in pieces', () => request(apart(bytes.slice(0, 7), bytes.slice(7)))],
  ['a text', () => ({ headers, body })],
  ['bytes', () => ({ headers, body: bytes })],
  ["Node's bytes", () => ({ headers, body: Buffer.from(body) })],
  ['an ArrayBuffer', () => ({ headers, body: bytes.buffer })],
  [
    "an ArrayBuffer of another realm's",
    () => ({ headers, body: runInNewContext('Uint8Array.from(bytes).buffer', { bytes }) }),
  ],
  ['headers of the platform', () => ({ headers: new Headers(headers), body })],
  ["a stream of Node's", () => ({ headers, body: Readable.from([Buffer.from(body)]) })],
  [
    'a header that is there in another spelling, without a value',
    () => ({ headers: { 'x-signature': undefined, ...headers }, body }),
  ],
])('%s is believed', async (_, input) => {
  expect(await verifyWebhook(input() as Request, options)).toEqual({ ok: true, event });
});

test('a sign whose bytes come in pieces is one sign', async () => {
  const text = body.replace('}}', ',"name":"Zoë 🜁"}}');
  const pieces = Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte));
  const result = await verifyWebhook({ headers: signed(text), body: apart(...pieces) } as unknown as Request, options);
  expect(result).toEqual({ ok: true, event: { ...event, body: JSON.parse(text) } });
});

test.each<[name: string, input: () => unknown | Promise<unknown>, reason: string]>([
  [
    'a Request that somebody has read',
    async () => {
      const read = request();
      await read.text();
      return read;
    },
    'body-not-raw',
  ],
  [
    "a stream of Node's that somebody has read",
    async () => {
      const read = Readable.from([Buffer.from(body)]);
      await read.toArray();
      return { headers, body: read };
    },
    'body-not-raw',
  ],
  ['a body that was parsed', () => ({ headers, body: JSON.parse(body) }), 'body-not-raw'],
  ['a list that was parsed', () => ({ headers, body: [1] }), 'body-not-raw'],
  ['no body', () => ({ headers }), 'body-not-raw'],
  ['a stream of what are no bytes', () => ({ headers, body: apart({}) }), 'body-unreadable'],
  ['a stream of lengths', () => ({ headers, body: apart({ length: 0 }) }), 'body-unreadable'],
  [
    'a stream that breaks off',
    () => ({
      headers,
      body: new ReadableStream({
        pull() {
          throw new Error('gone');
        },
      }),
    }),
    'body-unreadable',
  ],
  [
    'a body that throws',
    () => ({
      headers,
      get body() {
        throw new Error('no');
      },
    }),
    'body-unreadable',
  ],
])('%s cannot be read, and nothing is thrown', async (_, input, reason) => {
  const given = async () => (await input()) as Request;
  expect(await verifyWebhook(await given(), options)).toEqual({ ok: false, reason });
  expect(await readWebhook(scheme, await given())).toEqual({ ok: false, reason });
});

test.each<[name: string, input: unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a number', 1],
  ['no headers', { body }],
  ['headers that throw', { body, headers: new Proxy({}, { ownKeys: () => expect.fail('no') }) }],
])('%s is no webhook, and nothing is thrown', async (_, input) => {
  expect(await verifyWebhook(input as Request, options)).toMatchObject({ ok: false });
  expect(await readWebhook(scheme, input as Request)).toMatchObject({ ok: false });
});

const signature = headers['X-Signature'];

test.each<[name: string, changed: Record<string, string | readonly string[] | undefined>, reason: string]>([
  ['no signature', { 'X-Signature': undefined }, 'signature-missing'],
  ['an empty one', { 'X-Signature': '' }, 'signature-missing'],
  ['two', { 'X-Signature': [signature, signature] }, 'signature-malformed'],
  ['two, of which one is right', { 'X-Signature': ['0'.repeat(64), signature] }, 'signature-malformed'],
  ['two, by two spellings', { 'x-signature': signature }, 'signature-malformed'],
  ['one in capitals', { 'X-Signature': signature.toUpperCase() }, 'signature-malformed'],
  ['one with a blank', { 'X-Signature': `${signature} ` }, 'signature-malformed'],
  ['one with a line end', { 'X-Signature': `${signature}\n` }, 'signature-malformed'],
  ['one that is too short', { 'X-Signature': signature.slice(1) }, 'signature-malformed'],
  ['one that is too long', { 'X-Signature': `${signature}0` }, 'signature-malformed'],
  ['100 kB', { 'X-Signature': 'a'.repeat(100_000) }, 'signature-malformed'],
  ['what is not hex', { 'X-Signature': 'g'.repeat(64) }, 'signature-malformed'],
  ['an object', { 'X-Signature': {} as string }, 'signature-malformed'],
  ['another', { 'X-Signature': '0'.repeat(64) }, 'signature-wrong'],
  ['that of another body', { 'X-Signature': signed('{}')['X-Signature'] }, 'signature-wrong'],
  ['that of another secret', signed(body, '1700000000', 'secres'), 'signature-wrong'],
  ['another time', { 'X-Time': '1700000001' }, 'signature-wrong'],
  ['no time', { 'X-Time': undefined }, 'time-missing'],
  ['two times', { 'X-Time': ['1700000000', '1700000000'] }, 'time-malformed'],
  ['a time of the right signature that is none', signed(body, 'NaN'), 'time-malformed'],
  ['one in words', signed(body, 'Infinity'), 'time-malformed'],
  ['one before 1970', signed(body, '-1'), 'time-malformed'],
  ['one with an exponent', signed(body, '17e8'), 'time-malformed'],
  ['one with a fraction', signed(body, '1700000000.5'), 'time-malformed'],
  ['one of many digits', signed(body, '1'.repeat(16)), 'time-malformed'],
  ['one too long ago', signed(body, '1699999699'), 'time-passed'],
  ['one an hour ago', signed(body, '1699996400'), 'time-passed'],
  ['one ahead', signed(body, '1700000301'), 'time-ahead'],
  ['one in milliseconds', signed(body, '1700000000000'), 'time-ahead'],
])('%s: not believed', async (_, changed, reason) => {
  expect(await verify(changed)).toEqual({ ok: false, reason });
});

test.each(['1699999700', '1700000300'])('a time at the end of the tolerance is believed: %s', async (time) => {
  expect(await verify(signed(body, time))).toMatchObject({ ok: true });
  expect(await verify(signed(body, time), body, { tolerance: 299_999 })).toMatchObject({ ok: false });
});

test.each<[name: string, sent: string | Uint8Array, reason: string]>([
  ['no JSON', 'event', 'body-malformed'],
  ['nothing', '', 'body-malformed'],
  ['a list', '[]', 'body-malformed'],
  ['a text', '"check.done"', 'body-malformed'],
  ['null', 'null', 'body-malformed'],
  ['a key twice', '{"event":"check.done","event":"other"}', 'body-malformed'],
  ['a prototype', '{"event":"other","__proto__":{"id":1}}', 'body-malformed'],
  ['a byte order mark', `\ufeff${body}`, 'body-malformed'],
  ['an event without its user', '{"event":"check.done"}', 'body-malformed'],
  ['an event whose user is an object', '{"event":"check.done","data":{"user_id":{}}}', 'body-malformed'],
  ['an event whose user is null', '{"event":"check.done","data":{"user_id":null}}', 'body-malformed'],
  ['an event whose user is an empty text', '{"event":"check.done","data":{"user_id":""}}', 'body-malformed'],
  ['an event whose user stands in null', '{"event":"check.done","data":null}', 'body-malformed'],
  ['depth', '['.repeat(60_000), 'body-malformed'],
  ['depth and more values than may be', '['.repeat(100_000), 'body-too-large'],
])('%s, rightly signed: %s', async (_, sent, reason) => {
  expect(await verify(signed(String(sent)), sent)).toEqual({ ok: false, reason });
});

test('what is no UTF-8 is malformed, whatever its signature', async () => {
  expect(await verify({}, Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, reason: 'body-malformed' });
});

test.each([
  ['another layout', '{ "event":"check.done","data":{"user_id":"user-1"}}'],
  ['another writing of a number', '{"event":"check.done","data":{"user_id":"user-1"},"n":1.0}'],
  ['an escape', '{"event":"check.done","data":{"user_id":"us\\u0065r-1"}}'],
])('the bytes count, and not what they say: %s', async (_, sent) => {
  const again = JSON.stringify(JSON.parse(sent));
  expect(again).not.toBe(sent);
  expect(await verify(signed(sent), sent)).toMatchObject({ ok: true, event: { userId: 'user-1' } });
  expect(await verify(signed(sent), again)).toEqual({ ok: false, reason: 'signature-wrong' });
});

test("a server of Node's hands over its request as it is, and answers when it is too long too", async () => {
  const server = createServer(async (incoming, answer) => {
    const result = await verifyWebhook({ headers: incoming.headers, body: incoming }, options);
    answer.end(result.ok ? result.event.name : result.reason);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const post = async (sent: string) =>
    (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers: signed(sent), body: sent })).text();
  expect(await post(body)).toBe('check.done');
  expect(await post('{"event":"check.gone","data":{"user_id":"é"}}')).toBe('check.gone');
  expect(await post(`"${'long'.repeat(1_000_000)}"`)).toBe('body-too-large');
  server.closeAllConnections();
  server.close();
});

test('a body is read no further than it may be long', async () => {
  const long = `{"event":"other","long":"${'é'.repeat(50)}"}`;
  const size = Buffer.byteLength(long);
  for (const sent of [long, Buffer.from(long), new Blob([long]).stream()]) {
    const given = { headers: signed(long), body: sent } as { headers: Record<string, string>; body: string };
    expect(await verifyWebhook(given, { ...options, maxBytes: size - 1 })).toEqual({
      ok: false,
      reason: 'body-too-large',
    });
  }
  for (const sent of [long, new Blob([long]).stream()])
    expect(await verify(signed(long), sent, { maxBytes: size })).toMatchObject({ ok: true });
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  expect(await verify({}, endless)).toEqual({ ok: false, reason: 'body-too-large' });
  expect(pulled).toBeLessThan(20);
});

test('a body has no more values than one for each 16 bytes that it may have', async () => {
  const most = 1_048_576 / 16;
  const sent = (values: number) =>
    `{"event":"other","values":[${Array(values - 3)
      .fill('0')
      .join()}]}`;
  const read = (text: string) => readWebhook(scheme, { headers, body: text });
  expect(await read(sent(most))).toMatchObject({ reason: 'unverified-origin' });
  expect(await read(sent(most + 1))).toEqual({ ok: false, reason: 'body-too-large' });
  expect(await verify(signed(sent(most + 1)), sent(most + 1))).toEqual({ ok: false, reason: 'body-too-large' });
  expect(await verify(signed(sent(most + 1)), sent(most + 1), { maxBytes: 2_000_000 })).toMatchObject({ ok: true });
});

test.each([
  ['no contract names it', '{"event":"check.gone","data":{"user_id":7}}', { name: 'check.gone', userId: '7' }],
  ['its name is that of a method', '{"event":"constructor"}', { name: 'constructor', userId: undefined }],
  ['it has no name', '{}', { name: undefined, userId: undefined }],
])('another event is no error: %s', async (_, sent, want) => {
  const facts = { provider: 'golden', is: 'other', id: 'event-1', time: undefined, body: JSON.parse(sent), ...want };
  expect(await verify(signed(sent), sent)).toEqual({ ok: true, event: facts });
});

test('two secrets will do while one is rotated, and each is tried to its end', async () => {
  const secrets = ['sécret-é', 'secret'];
  expect(await verify({}, body, { secret: secrets })).toMatchObject({ ok: true });
  expect(await verify(signed(body, '1700000000', 'sécret-é'), body, { secret: secrets })).toMatchObject({ ok: true });
  expect(await verify(signed(body, '1700000000', 'old'), body, { secret: secrets })).toMatchObject({ ok: false });
});

test('how long it compares tells nothing of where the first difference is, nor of the secret that fits', async () => {
  const looks = async (given: string, secret: readonly string[]) => {
    const looked = vi.spyOn(String.prototype, 'charCodeAt');
    await verify({ 'X-Signature': given }, body, { secret });
    const times = looked.mock.contexts.filter((text) => String(text) === given).length;
    looked.mockRestore();
    return times;
  };
  const first = signature.startsWith('0') ? '1' : '0';
  const last = signature.endsWith('0') ? '1' : '0';
  for (const given of [`${first}${signature.slice(1)}`, `${signature.slice(0, -1)}${last}`]) {
    expect(await looks(given, ['secret'])).toBe(64);
    expect(await looks(given, ['secret', 'other'])).toBe(128);
  }
  // Of the right one, the expected text is one more that is looked at.
  expect(await looks(signature, ['secret', 'other'])).toBe(192);
  expect(await looks(signature, ['other', 'secret'])).toBe(192);
});

test.each<[name: string, more: object, sentence: string]>([
  ['no secret', { secret: undefined }, 'secret must be'],
  ['an empty secret', { secret: '' }, 'secret must be'],
  [
    'a line end after the secret',
    { secret: ['secret', 'secret\n'] },
    'secret begins or ends with white space; trim it.',
  ],
  ['an empty list', { secret: [] }, 'secret must be'],
  ['an empty one in a list', { secret: ['secret', ''] }, 'secret must be'],
  ['a tolerance that is none', { tolerance: Number.NaN }, 'tolerance must be'],
  ['a negative one', { tolerance: -1 }, 'tolerance must be'],
  ['a time in the place of a clock', { now: now() }, 'now must be a function'],
  ['a size that is none', { maxBytes: '1' }, 'maxBytes must be'],
])('%s is a mistake of the receiver, and is told', async (_, more, sentence) => {
  await expect(verify({}, body, more)).rejects.toThrow(sentence);
});

test.each([undefined, null])('options that are %s are as good as none', async (none) => {
  await expect(verifyWebhook({ headers, body }, none as never)).rejects.toThrow('secret must be');
});

test.each<[name: string, message: object, sentence: string]>([
  ['no secret', { body }, 'secret must be'],
  ['a secret with a blank', { body, secret: ' secret' }, 'secret begins or ends with white space'],
  ['a body that is an object', { body: {}, secret: 'secret' }, 'body must be the text that is sent'],
  ['bytes', { body: new Uint8Array(), secret: 'secret' }, 'body must be the text that is sent'],
])('with %s nothing is signed', async (_, message, sentence) => {
  await expect(signWebhook({ now, ...message } as never)).rejects.toThrow(sentence);
});

test('without WebCrypto nothing is believed, and the runtime is named', async () => {
  vi.stubGlobal('crypto', undefined);
  await expect(verify()).rejects.toThrow('A signature cannot be checked: this runtime');
  vi.unstubAllGlobals();
});

test('a clock that tells nothing believes nothing', async () => {
  expect(await verify({}, body, { now: () => Number.NaN })).toEqual({ ok: false, reason: 'time-passed' });
});

test('a contract that says less tells less, and none tells nothing but the body', async () => {
  const { user: _, ...at } = webhooks.userChecked.at;
  const less = { provider: 'golden', webhooks: { userChecked: { ...webhooks.userChecked, at } } };
  expect(await readWebhook(less, request())).toMatchObject({ event: { name: 'check.done', userId: undefined } });
  const none = { provider: 'golden', webhooks: {} };
  expect(await readWebhook(none, request())).toMatchObject({ event: { is: 'other', name: undefined, id: undefined } });
});

test('an address that is not signed is left out, unless it is given', async () => {
  const addressed: WebhookScheme = {
    ...scheme,
    sign: async ({ body: text, url }, secret) => toHex(await hmac('SHA-256', secret, `${url}|${text}`)),
  };
  const { sign } = bySignature(addressed);
  const of = (url: string) => createHmac('sha256', 'secret').update(`${url}|${body}`).digest('hex');
  expect((await sign({ body, secret: 'secret' }))['X-Signature']).toBe(of(''));
  expect((await sign({ body, secret: 'secret', url: 'https://a.example' }))['X-Signature']).toBe(
    of('https://a.example'),
  );
});

test('what nobody can check is read, and is never ok', async () => {
  expect(await readWebhook(scheme, request())).toEqual({ ok: false, reason: 'unverified-origin', event });
  expect(await readWebhook(scheme, { headers, body: '{' })).toEqual({ ok: false, reason: 'body-malformed' });
  expect(await readWebhook(scheme, { headers, body }, { maxBytes: 3 })).toMatchObject({ reason: 'body-too-large' });
  await expect(readWebhook(scheme, { headers, body }, { maxBytes: -1 })).rejects.toThrow('maxBytes must be');
});

test('what a receiver is tried with is signed as the provider signs', async () => {
  const { 'X-Id': _, ...want } = headers;
  expect(await signWebhook({ body, secret: 'secret', now })).toEqual(want);
});
