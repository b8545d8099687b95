import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { createIngo } from '@amend/ingo';
import { createStilt } from '@amend/stilt';
import { describe, expect, test } from 'vitest';
import { answer } from './answers.ts';
import { type Call, calls, createAny, credentials } from './calls.ts';
import { type SeenRequest, startFaultyServer } from './faulty-server.ts';

// What arrives at a server is signed as the providers document it. Checked with node:crypto on the bytes as they came.

const text = 'Zo\u00eb \u00c5ngstr\u00f6m\u00a0\u5317\u4eac\u2028 \ud83d\ude00\t.';

const outage = answer('503 Service Unavailable', '{}');

/** Calls with a text beyond ASCII in each body, at a server that answers the third attempt. */
const collect = async (call: Call): Promise<readonly SeenRequest[]> => {
  const server = await startFaultyServer(outage, outage, answer('200 OK', JSON.stringify(call.success)));
  let time = Date.parse('2026-11-22T09:00:00.900Z');
  // Every look at the clock takes a second.
  const now = () => (time += 1000);
  const client = createAny(call.provider, server.origin, { now, random: () => 0, validate: 'off' });
  const body = call.input.body ? { ...call.input.body, middle_name: text } : undefined;
  await client[call.id]?.({ ...call.input, ...(body && { body }) });
  await server.close();
  expect(server.requests).toHaveLength(call.repeats === 'repeatable' ? 3 : 1);
  return server.requests;
};

const distinct = (values: readonly unknown[]): number => new Set(values).size;

const of = (provider: string) => calls.filter((call) => call.provider === provider);

describe('Ingo', () => {
  const verify = ({ method, target, version, headers, body }: SeenRequest): void => {
    const [, username, names = '', signature] =
      /^hmac username="(.+)", algorithm="hmac-sha512", headers="(.+)", signature="(.+)"$/.exec(
        headers.get('authorization') ?? '',
      ) ?? [];
    expect(username).toBe(credentials.ingo.username);
    expect(names).toBe('request-line x-date content-type content-sha512 content-length');
    expect(headers.get('content-length')).toBe(String(body.byteLength));
    expect(headers.get('content-sha512')).toBe(createHash('sha512').update(body).digest('base64'));
    const lines = names
      .split(' ')
      .map((name) => (name === 'request-line' ? `${method} ${target} ${version}` : `${name}: ${headers.get(name)}`));
    const expected = createHmac('sha512', credentials.ingo.secret).update(lines.join('\n')).digest('base64');
    expect(signature).toBe(expected);
    expect(headers.get('api_key')).toBe(credentials.ingo.apiKey);
  };

  test.for(of('ingo'))('$name', async (call) => {
    const requests = await collect(call);
    for (const request of requests) {
      verify(request);
      expect(JSON.parse(request.body.toString())).toMatchObject({ middle_name: text });
      expect([...request.headers.values(), request.body.toString()].join()).not.toContain(credentials.ingo.secret);
    }
    expect(distinct(requests.map(({ headers }) => headers.get('x-date')))).toBe(requests.length);
    expect(distinct(requests.map(({ headers }) => headers.get('authorization')))).toBe(requests.length);
  });

  test('the time is that of the clock, to the second', async () => {
    const server = await startFaultyServer(answer('200 OK', '{}'));
    const baseUrl = server.origin;
    await createIngo({ ...credentials.ingo, baseUrl, now: () => Date.parse('2020-01-17T19:59:29.999Z') }).listUsers({
      body: {},
    });
    expect(server.requests[0]?.headers.get('x-date')).toBe('Fri, 17 Jan 2020 19:59:29 GMT');
    await server.close();
  });
});

describe('Stilt', () => {
  const { clientUuid, secret } = credentials.stilt;

  /** Without white space, by another way than a pattern. */
  const strip = (body: string): string => [...body].filter((sign) => sign.trim() !== '').join('');

  const verify = (origin: string, { target, headers, body }: SeenRequest): void => {
    const hash = body.byteLength > 0 ? createHash('md5').update(strip(body.toString())).digest('hex') : '';
    expect(headers.get('content-md5')).toBe(hash);
    const signed = `${origin}${target}${hash}${headers.get('epoch')}`;
    expect(headers.get('x_stilt_hmac')).toBe(createHmac('sha256', secret).update(signed).digest('hex'));
    expect(headers.get('x_client_uuid')).toBe(clientUuid);
  };

  test.for(of('stilt'))('$name', async (call) => {
    const requests = await collect(call);
    for (const request of requests) {
      verify(`http://${request.headers.get('host')}`, request);
      expect([...request.headers.values(), request.body.toString()].join()).not.toContain(secret);
    }
    expect(distinct(requests.map(({ headers }) => headers.get('epoch')))).toBe(requests.length);
    expect(distinct(requests.map(({ headers }) => headers.get('x_stilt_hmac')))).toBe(requests.length);
  });

  test.each([
    [undefined, '1700000000987'],
    ['milliseconds', '1700000000987'],
    ['seconds', '1700000000'],
  ] as const)('the time in %s, and the query as called', async (epoch, want) => {
    const server = await startFaultyServer(answer('200 OK', '{"data":[]}'));
    const now = () => 1_700_000_000_987;
    const stilt = createStilt({ ...credentials.stilt, baseUrl: server.origin, now, ...(epoch && { epoch }) });
    await stilt.listUsers({ query: { limit: 25, offset: 50 } });
    const [request] = server.requests as [SeenRequest];
    expect(request.headers.get('epoch')).toBe(want);
    expect(request.target).toBe('/users?limit=25&offset=50');
    verify(server.origin, request);
    await server.close();
  });

  test('an SSN arrives sealed, each time with an IV of its own', async () => {
    const call = calls.find(({ name }) => name === 'stilt@v1 createUser full') as Call;
    const server = await startFaultyServer(answer('200 OK', JSON.stringify(call.success)));
    const client = createAny('stilt', server.origin);
    const spellings = ['111223333', '111-22-3333'];
    for (const ssn of spellings) await client.createUser?.({ body: { ...(call.input.body as object), ssn } });
    const sealed = server.requests.map(({ body }) => Buffer.from(JSON.parse(body.toString()).ssn, 'base64'));
    expect(sealed).toHaveLength(2);
    for (const bytes of sealed) {
      const decipher = createDecipheriv('aes-256-cbc', secret.replaceAll('-', ''), bytes.subarray(0, 16));
      expect(decipher.update(bytes.subarray(16)).toString() + decipher.final().toString()).toBe('111223333');
    }
    expect(distinct(sealed.map((bytes) => bytes.subarray(0, 16).toString('hex')))).toBe(2);
    await server.close();
  });
});

describe.each([
  ['machnet', { 'x-client-id': credentials.machnet.clientId, 'x-client-secret': credentials.machnet.clientSecret }],
  ['hpay', { 'api-key': credentials.hpay.apiKey, 'secret-key': credentials.hpay.secretKey }],
] as const)('%s sends its two headers with each attempt', (provider, pair) => {
  test.for(of(provider))('$name', async (call) => {
    for (const { headers, body } of await collect(call)) {
      expect(Object.fromEntries(headers)).toMatchObject(pair);
      for (const value of Object.values(pair)) expect(body.toString()).not.toContain(value);
    }
  });
});

test.for(calls)(
  'a refusal by a provider whose clock is an hour off names the clock, if the time is signed: $name',
  async (call) => {
    const headers = { Date: new Date(Date.now() + 3_600_000).toUTCString() };
    for (const status of [401, 403]) {
      const fetch = async () => new Response('{}', { status, headers });
      const result = await createAny(call.provider, 'http://127.0.0.1', { fetch })[call.id]?.(call.input);
      const reason = ['ingo', 'stilt'].includes(call.provider) ? 'clock' : undefined;
      expect(result).toMatchObject({ ok: false, error: { kind: 'unauthorized', reason } });
    }
  },
);
