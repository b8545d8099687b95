import { anyCredentials, ids } from './call.ts';
import { requestExamples } from './examples.ts';

/** Numbers from 0 to 1, the same again from the same seed (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PURGE',
  'get',
  'B\0W',
  '',
];
const versions = ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.2', 'http/1.1', 'HTTP/1.1 ', 'HTTP', ''];
const targets = [
  '*',
  '//',
  '/..',
  '/machnet/../hpay',
  '/%00',
  '/%zz/%',
  '/machnet/users/%ff%fe',
  '/machnet//users',
  'machnet/users',
  'x:80',
  'http://x/stilt/users',
  'http://[::1/stilt/users',
  'https://user:pass@x:99999/',
  `/${'a'.repeat(9000)}`,
  `/stilt/users?${'a&'.repeat(3000)}`,
  '/stilt/users?limit=1e999&offset=-1&limit=2',
  '/stilt/users?__dynamic=true',
  '/__amend/users?limit=1000',
  '/__amend/users?offset=x',
  '/__amend/requests',
  '/__amend/routes',
  '/__amend/nothing',
  '/\xfc\xff',
  '/a b',
  '/<script>',
];
/** The first of them break nothing. */
const mildHeaders = 13;
const headerLines = [
  'Prefer: code=200, example=nope',
  'Prefer: code=404',
  'Prefer: code=100',
  'Prefer: dynamic=true',
  'Prefer: rules=off',
  `Prefer: ${',;="'.repeat(500)}`,
  `Prefer: ${'a='.repeat(3000)}`,
  'Accept: text/html',
  `Accept: ${', */'.repeat(3000)}`,
  'Origin: http://localhost:3000',
  'Origin: null',
  'Origin: \xfc',
  'Sec-Fetch-Site: cross-site',
  'Access-Control-Request-Method: PUT',
  'Host: evil.example',
  'Host: a b',
  'Host:',
  'Expect: 100-continue',
  'Expect: a-miracle',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Connection: keep-alive, close',
  'Upgrade: h2c',
  'Content-Encoding: gzip',
  'Content-Type: text/plain',
  'Content-Type: application/json; charset=utf-16',
  'Content-Type: multipart/form-data; boundary=x',
  'Cookie: a=b; __proto__=c',
  '__proto__: x',
  'constructor: x',
  `X-Long: ${'x'.repeat(9000)}`,
  `X-Longer: ${'x'.repeat(20_000)}`,
  'X-Folded: a\r\n b',
  'X-Bare: a\nX-B: b',
  'X-Nul: \0',
  'X-Space : a',
  ': nameless',
  'no colon',
  ...Object.keys(anyCredentials).map((name) => `${name}: `),
];
const manyHeaders = Array.from({ length: 3000 }, (_, index) => `X-${index}: 1`).join('\r\n');

type Pick = <Value>(values: readonly Value[]) => Value;

/** A body, with more sizes and forms than any contract has. */
const oddBody = (random: () => number, pick: Pick): string => {
  const wide = Math.ceil(10 ** (random() * 4.7));
  return pick([
    () =>
      `[${Array(wide)
        .fill(pick(['0', '{}', '[]', '""', 'null', '{"a":1}']))
        .join()}]`,
    () => `{${Array.from({ length: wide }, (_, index) => `"k${index}":${pick(['0', '{}'])}`).join()}}`,
    () =>
      `{"virtual_documents":[${Array(wide)
        .fill(pick(['{}', '{"document_type":"SSN","document_value":"111223333"}']))
        .join()}]}`,
    () => `{"physical_documents":[${Array(wide).fill('{"document_type":"PASSPORT","document_value":"x"}').join()}]}`,
    () => pick(['[', '{"a":', '{"a":[']).repeat(wide),
    () => '['.repeat(wide) + ']'.repeat(wide),
    () => `{"first_name":"${'x'.repeat(wide * 10)}"}`,
    () => '{"city":"a","city":"b"}',
    () => '{"city":"a","\\u0063ity":"b"}',
    () => '{"__proto__":{"city":"x"},"constructor":{"prototype":1}}',
    () => '{"city":"\\ud800","state":1e999,"zipcode":123456789012345678901234567890}',
    () => '\ufeff{"city":"x"}',
    () => '\xff\xfe{"city":"\xc3\x28"}',
    () => pick(['', ' ', 'null', '0', '"', '{', '{]', '\0', 'a=b&c=d', '{"a":1}{"b":2}']),
  ])();
};

interface Framed {
  readonly headers: readonly string[];
  readonly body: string;
}

const chunked = (body: string, size: number): string => {
  const chunks = body.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  return `${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`;
};

/** A body as it goes out (each sign is a byte), and the headers that say where it ends: rightly, or not. */
const frame = (body: string, isRight: boolean, random: () => number, pick: Pick): Framed => {
  const { length } = body;
  if (isRight)
    return random() < 0.8
      ? { headers: length > 0 ? [`Content-Length: ${length}`] : [], body }
      : { headers: ['Transfer-Encoding: chunked'], body: chunked(body, pick([1000, 7, 100_000])) };
  return pick<Framed>([
    { headers: [`Content-Length: ${length + 7}`], body },
    { headers: [`Content-Length: ${Math.max(length - 7, 0)}`], body },
    { headers: ['Content-Length: -1'], body },
    { headers: ['Content-Length: +5'], body },
    { headers: ['Content-Length: 99999999999999999999'], body },
    { headers: ['Content-Length: 20000000'], body },
    { headers: [`Content-Length: ${length}`, `Content-Length: ${length + 1}`], body },
    { headers: [`Content-Length: ${length}, ${length}`], body },
    { headers: [`Content-Length: ${length}`, 'Transfer-Encoding: chunked'], body: chunked(body, 50_000) },
    {
      headers: ['Transfer-Encoding: chunked', 'Content-Length: 3'],
      body: '0\r\n\r\nGET /stilt/users HTTP/1.1\r\nHost: x\r\n\r\n',
    },
    { headers: ['Transfer-Encoding: chunked, chunked'], body: chunked(body, 50_000) },
    { headers: ['Transfer-Encoding: gzip, chunked'], body: chunked(body, 50_000) },
    { headers: ['Transfer-Encoding: gzip'], body },
    { headers: ['Transfer-Encoding: xchunked'], body: chunked(body, 50_000) },
    { headers: ['Transfer-Encoding:\tchunked'], body: chunked(body, 50_000) },
    { headers: ['Transfer-Encoding: chunked'], body: `fffffffff\r\n${body}` },
    { headers: ['Transfer-Encoding: chunked'], body: `-1\r\n${body}\r\n0\r\n\r\n` },
    { headers: ['Transfer-Encoding: chunked'], body: `2;${'a=b;'.repeat(100)}\r\n{}\r\n0\r\nX-Trailer: a\r\n\r\n` },
    { headers: ['Transfer-Encoding: chunked'], body: `5;${'x'.repeat(20_000)}\r\nhello\r\n0\r\n\r\n` },
    { headers: ['Transfer-Encoding: chunked', 'Trailer: __proto__'], body: '2\r\n{}\r\n0\r\n__proto__: x\r\n\r\n' },
    { headers: ['Transfer-Encoding: chunked'], body: 'zz\r\n' },
  ]);
};

const controls = [
  { method: 'GET', path: '/__amend/users', bodies: [] },
  { method: 'GET', path: '/__amend/requests', bodies: [] },
  { method: 'PUT', path: `/__amend/users/machnet/${ids.unverified}/status`, bodies: [{ status: 'VERIFIED' }] },
  { method: 'PUT', path: `/__amend/users/hpay/${ids.hpay}/status`, bodies: [{ status: 'x', after: 1 }] },
];
const calls = [
  ...requestExamples.map(({ contract, method, path, bodies }) => ({ method, path: contract.prefix + path, bodies })),
  ...controls,
];

const idsOf: Readonly<Record<string, readonly string[]>> = {
  machnet: [ids.unverified, ids.verified, ids.suspended, ids.verifiedBusiness],
  stilt: [ids.stilt],
  hpay: [ids.hpay],
};

/**
 * One request as bytes for a socket: of a call that exists, with one thing or another that is odd.
 *
 * @param isWild Whether it may break its connection, with all that comes behind it.
 */
export const rawRequest = (random: () => number, host: string, isWild: boolean): Buffer => {
  const pick: Pick = (values) => values[Math.floor(random() * values.length)] as (typeof values)[number];
  const rarely = (share: number): boolean => random() < share;
  const wildly = (share: number): boolean => isWild && rarely(share);
  const call = pick(calls);
  const [, provider = ''] = call.path.split('/');
  const id = pick((rarely(0.9) && idsOf[provider]) || Object.values(ids));
  const method = wildly(0.2) ? pick(methods) : call.method;
  const target = wildly(0.2) ? pick(targets) : call.path.replace('{user_id}', rarely(0.05) ? '%F0%9F%98%80' : id);
  const example = call.bodies.length > 0 ? JSON.stringify(pick(call.bodies)) : '';
  const text = Buffer.from(rarely(0.15) ? oddBody(random, pick) : example).toString('latin1');
  const { headers, body } = frame(text, !wildly(0.3), random, pick);
  const odd = Array.from({ length: wildly(0.4) ? Math.ceil(random() * 3) : 0 }, () => pick(headerLines));
  const lines = [
    `${method} ${target} ${wildly(0.1) ? pick(versions) : 'HTTP/1.1'}`,
    ...(wildly(0.04) ? [] : [`Host: ${host}`]),
    ...(rarely(0.03) ? [] : Object.entries(anyCredentials).map(([name, value]) => `${name}: ${value}`)),
    `Content-MD5: ${text === '' ? '' : 'any'}`,
    ...(text === '' || rarely(0.02) ? [] : ['Content-Type: application/json']),
    ...(rarely(0.05) ? [pick(headerLines.slice(0, mildHeaders))] : []),
    ...headers,
    ...odd,
    ...(wildly(0.01) ? [manyHeaders] : []),
  ];
  return Buffer.from(`${lines.join(wildly(0.02) ? '\n' : '\r\n')}\r\n\r\n${body}`, 'latin1');
};
