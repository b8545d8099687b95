import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSha512, signRequest } from './signing.ts';
import { verifyRequest } from './verify.ts';

const credentials = { apiKey: 'key', username: 'program', secret: 'a secret' };
const now = Date.parse('2020-01-17T19:59:29Z');
const request = {
  method: 'POST',
  url: 'https://api.example.com/api/v4/user/get-all?a=b',
  body: '{"search":"Zo\u00eb"}',
};

/** The headers as they arrive: their names in lower case, and what `fetch` adds. */
const arriving = (headers: Readonly<Record<string, string>>, { body } = request) => ({
  ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  'content-length': String(Buffer.byteLength(body)),
});

const signed = async (at = now) => ({ ...request, headers: arriving(await signRequest(request, credentials, at)) });

test.each([
  [0, 'trusted'],
  [300, 'trusted'],
  [-300, 'trusted'],
  [301, 'untrusted'],
  [-301, 'untrusted'],
])('what is signed %i s from now is %s', async (seconds, trust) => {
  expect(await verifyRequest(await signed(now + seconds * 1000), credentials, now)).toBe(trust);
});

test.each([
  ['apiKey', 'other'],
  ['username', 'other'],
  ['secret', 'other'],
] as const)('another %s is not trusted', async (name, value) => {
  expect(await verifyRequest(await signed(), { ...credentials, [name]: value }, now)).toBe('untrusted');
});

test.each([
  ['method', { method: 'GET' }],
  ['path', { url: 'https://api.example.com/api/v4/user/update?a=b' }],
  ['query', { url: 'https://api.example.com/api/v4/user/get-all?a=c' }],
  ['body', { body: '{"search":"Zoe"}' }],
])('another %s than was signed is not trusted', async (_, other) => {
  expect(await verifyRequest({ ...(await signed()), ...other }, credentials, now)).toBe('untrusted');
});

test.each(['authorization', 'api_key', 'x-date', 'content-type', 'content-sha512', 'content-length'])(
  'without %s nothing is trusted',
  async (name) => {
    const { headers, ...rest } = await signed();
    expect(await verifyRequest({ ...rest, headers: { ...headers, [name]: undefined } }, credentials, now)).toBe(
      'untrusted',
    );
  },
);

test('no body is signed as an empty one', async () => {
  const { body: _, ...empty } = request;
  const headers = arriving(await signRequest({ ...empty, body: undefined }, credentials, now), { ...empty, body: '' });
  expect(await verifyRequest({ ...empty, body: undefined, headers }, credentials, now)).toBe('trusted');
});

const documented = 'request-line x-date content-type content-sha512 content-length';

const asDocumented = (names: string, signature: string): string =>
  `hmac username="${credentials.username}", algorithm="hmac-sha512", headers="${names}", signature="${signature}"`;

/** As Basis Theory's public example signs: each listed header as it is written in the list. */
const signedAs = async (list: string, write: typeof asDocumented) => {
  const values: Record<string, string> = {
    'x-date': new Date(now).toUTCString(),
    'content-type': 'application/json',
    'content-sha512': await contentSha512(request.body),
    'content-length': String(Buffer.byteLength(request.body)),
    'bt-trace-id': 'asd123',
    accept: '*/*',
  };
  const lines = list
    .split(' ')
    .map((name) =>
      name === 'request-line' ? 'POST /api/v4/user/get-all?a=b HTTP/1.1' : `${name}: ${values[name.toLowerCase()]}`,
    );
  const signature = createHmac('sha512', credentials.secret).update(lines.join('\n')).digest('base64');
  return { ...request, headers: { ...values, authorization: write(list, signature), api_key: credentials.apiKey } };
};

test.each<[name: string, list: string, write: typeof asDocumented, trust: string]>([
  ['as documented', documented, asDocumented, 'trusted'],
  [
    'with capitals and more names in the list',
    'request-line x-date content-sha512 content-length content-type BT-TRACE-ID Accept',
    asDocumented,
    'trusted',
  ],
  [
    'with capitals in all of it',
    'request-line X-Date Content-Type Content-sha512 Content-Length',
    asDocumented,
    'trusted',
  ],
  [
    'in another order, without spaces or quotes',
    documented,
    (names, signature) =>
      `Hmac headers="${names}",signature=${signature},username=${credentials.username},algorithm=hmac-sha512`,
    'trusted',
  ],
  [
    'with spaces around commas and equal signs',
    documented,
    (names, signature) =>
      `hmac  username = "${credentials.username}" , algorithm="hmac-sha512" ,headers="${names}" , signature="${signature}"`,
    'trusted',
  ],
  [
    'with names that are not signed as they stand',
    documented,
    (names, signature) => asDocumented(names.replace('x-date', 'X-Date'), signature),
    'untrusted',
  ],
  ['without one of the five', documented.replace('content-sha512 ', ''), asDocumented, 'untrusted'],
  ['without the request line', documented.replace('request-line ', ''), asDocumented, 'untrusted'],
  ['without a signature', documented, (names) => asDocumented(names, ''), 'untrusted'],
  [
    'in a parameter that no page knows',
    documented,
    (names, signature) => asDocumented(names, signature).replace('headers=', 'request_headers='),
    'untrusted',
  ],
  ['with another scheme', documented, (...sent) => asDocumented(...sent).replace('hmac', 'Bearer'), 'untrusted'],
  ['with another hash', documented, (...sent) => asDocumented(...sent).replace('sha512', 'sha256'), 'untrusted'],
  ['with nothing', documented, () => 'hmac', 'untrusted'],
])('a signature as others write it, %s', async (_, list, write, trust) => {
  expect(await verifyRequest(await signedAs(list, write), credentials, now)).toBe(trust);
});
