import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { anyCredentials, ids } from './testing/call.ts';
import { type Case, hpay, keys, machnet, tryCases } from './testing/try-cases.ts';

// What kills, hangs or bloats other mock servers. After each, the mock still answers.

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

const cases: Record<string, Case> = {
  'a key outside Latin-1': { body: { 'o\u2019brien': 1 }, status: 400, says: /must not have a field/ },
  'a value outside Latin-1': { body: { first_name: 'O\u2019Brien \u{1f600}' }, status: 200 },
  'no JSON': { body: '{"a":', status: 400, says: /is not JSON\./ },
  'no JSON, for HPay': { method: 'PUT', path: hpay, body: '{', status: 400, says: /^{"detail":"The body is not JSON/ },
  'no JSON, for Ingo': {
    method: 'POST',
    path: '/ingo/v4/user/get-all',
    body: 'x',
    status: 400,
    says: /"status":"error"/,
  },
  'no JSON, for Stilt': {
    method: 'PUT',
    path: `/stilt/users/${ids.stilt}`,
    body: '}',
    status: 400,
    says: /^{"message"/,
  },
  'JSON that is no object': { body: '[]', status: 400 },
  'a JSON null': { body: 'null', status: 400 },
  'white space only': { body: '  ', status: 400 },
  'no body': { body: '', status: 400 },
  'too deep': { method: 'POST', path: '/ingo/v4/user/get-all', body: deep(100_000), status: 400, says: /levels deep/ },
  'deep, inside a field': { body: `{"first_name":${deep(70)}}`, status: 400, says: /levels deep/ },
  'a prototype': { body: '{"__proto__":{"first_name":"x"}}', status: 400, says: /holds the key __proto__ / },
  'a constructor': { body: '{"constructor":{"prototype":{"x":1}}}', status: 400 },
  'a long name for Stilt': {
    method: 'PUT',
    path: `/stilt/users/${ids.stilt}`,
    body: { first_name: `${'a'.repeat(50_000)}1` },
    status: 400,
  },
  'twenty letters and a digit': {
    method: 'PUT',
    path: `/stilt/users/${ids.stilt}`,
    body: { first_name: `${'a'.repeat(20)}1` },
    status: 400,
  },
  'as many wrong keys as there may be': { body: keys(29_999), status: 400, says: /And many more/ },
  'as many wrong keys as there may be, listed one by one': {
    method: 'PATCH',
    path: hpay,
    body: keys(29_999),
    status: 422,
    says: /^.{1000,20000}$/,
  },
  'as many wrong elements as there may be': {
    body: `{"virtual_documents":[${'{},'.repeat(14_990)}{}]}`,
    status: 400,
    says: /^.{100,2000}$/,
  },
  'a key twice': {
    body: '{"city":"x","city":"y"}',
    status: 400,
    says: /holds a key twice \(line 1, column 13\); keep/,
  },
  'a key twice, once escaped': { body: '{"city":"x","\\u0063ity":"y"}', status: 400, says: /holds a key twice/ },
  'a key twice, deep inside': {
    body: '{"virtual_documents":[{"document_type":"SSN","document_type":"EIN"}]}',
    status: 400,
    says: /holds a key twice/,
  },
  'a key twice, for HPay': {
    method: 'PATCH',
    path: hpay,
    body: '{"name":"x","name":"y"}',
    status: 400,
    says: /^{"detail":"The body holds a key twice/,
  },
  'a key twice, for the mock itself': {
    method: 'POST',
    path: '/__amend/faults',
    body: '{"latency":1,"latency":2}',
    status: 400,
    says: /holds a key twice/,
  },
  'a colon and a brace in a text': { body: '{"city":"x:{[,\\":"}', status: 200 },
  'a key that may be data': {
    method: 'POST',
    path: '/__amend/faults',
    body: '{"123-45-6789":1}',
    status: 400,
    says: /additional properties\."}$/,
  },
  'text instead of JSON': {
    body: '{}',
    headers: { 'Content-Type': 'text/plain' },
    status: 415,
    says: /^{"message":"The body must be application\/json, and its Content-Type must say so\."}$/,
  },
  'a form instead of JSON': {
    body: 'a=b',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    status: 415,
  },
  'a type that cannot be read': { body: '{}', headers: { 'Content-Type': '////' }, status: 415 },
  'JSON with a character set': {
    body: '{"city":"x"}',
    headers: { 'Content-Type': 'Application/JSON; charset=utf-8' },
    status: 200,
  },
  'JSON in another character set': {
    body: new Blob([Buffer.from('{"city":"\u00fc"}', 'latin1')]),
    headers: { 'Content-Type': 'application/json; charset=latin1' },
    status: 400,
    says: /is no JSON in UTF-8/,
  },
  'JSON after a mark of byte order': { body: '\ufeff{"city":"x"}', status: 200 },
  'JSON that is compressed': {
    body: new Blob([gzipSync('{"city":"x"}')]),
    headers: { 'Content-Encoding': 'gzip' },
    status: 415,
    says: /must not be compressed/,
  },
  'JSON that says it is not compressed': {
    body: { city: 'x' },
    headers: { 'Content-Encoding': 'identity' },
    status: 200,
  },
  'two types': { body: '{}', headers: { 'Content-Type': 'text/plain, application/json' }, status: 415 },
  'a type without a body': { method: 'GET', headers: { 'Content-Type': 'application/json' }, status: 200 },
  'a header of every object': { method: 'GET', headers: { __proto__: 'x', constructor: 'x' } as never, status: 200 },
  'an escaped letter': { method: 'GET', path: machnet.replace('users', '%75sers'), status: 200 },
  'a slash too many': { method: 'GET', path: `${machnet}/`, status: 404 },
  'JSON of another name': {
    body: '{"city":"x"}',
    headers: { 'Content-Type': 'application/merge-patch+json' },
    status: 415,
  },
  'a body where none belongs': {
    method: 'POST',
    path: `${machnet}/kyc`,
    body: { level: 1 },
    status: 415,
    says: /^{"message":"The body must be left out: the operation takes none\."}$/,
  },
  'an empty object where no body belongs': { method: 'POST', path: `${machnet}/kyc`, body: {}, status: 200 },
  'an empty list where no body belongs': { method: 'POST', path: `${machnet}/kyc`, body: ' [ ]\n', status: 200 },
  'null where no body belongs': {
    method: 'POST',
    path: `${machnet}/kyc`,
    body: 'null',
    headers: { 'Content-Type': 'text/plain' },
    status: 200,
  },
  'an id that is none': { method: 'GET', path: '/machnet/users/%00%ff', status: 400 },
  'an id that leaves its place': { method: 'GET', path: '/machnet/users/..%2f..', status: 400 },
  'a wrong escape': { method: 'GET', path: '/hpay/api/v1/users/%zz/', status: 404 },
  'a template as an id': { method: 'GET', path: '/hpay/api/v1/users/{user_id}/', status: 404 },
  'an empty id': { method: 'GET', path: '/machnet/users/', status: 400 },
  'a missing slash': { method: 'GET', path: hpay.slice(0, -1), status: 404 },
  'many slashes': { method: 'GET', path: '/machnet//users', status: 404 },
  'the root': { method: 'GET', path: '/', status: 404 },
  'an id of every object': { method: 'GET', path: '/stilt/users/__proto__', status: 404 },
  'a query that repeats': { method: 'GET', path: '/stilt/users?limit=1&limit=2', status: 400 },
  'an endless limit': { method: 'GET', path: '/stilt/users?limit=1e400', status: 400 },
  'a negative limit': { method: 'GET', path: '/stilt/users?limit=-1', status: 400 },
  'a limit that is no number': { method: 'GET', path: '/stilt/users?limit=x', status: 400 },
  'a query of prototypes': { method: 'GET', path: '/stilt/users?__proto__=1&constructor=2', status: 200 },
  'a number that JavaScript cannot hold': {
    method: 'PUT',
    path: hpay,
    body: '{"app_user_id":1e999,"name":"a","phone_number":"1"}',
    status: 400,
    says: /holds a number out of range/,
  },
  'a number that JavaScript would round': {
    method: 'PUT',
    path: hpay,
    body: '{"app_user_id":9007199254740993,"name":"a","phone_number":"1"}',
    status: 400,
    says: /holds a number out of range \(line 1, column 16\)/,
  },
  'a number of the greatest size': {
    method: 'PUT',
    path: hpay,
    body: '{"app_user_id":9007199254740991,"name":"a","phone_number":"1"}',
    status: 400,
    says: /App user ID cannot be changed/,
  },
  'a key twice, from who shows no credentials': {
    body: '{"city":"x","city":"y"}',
    headers: { 'X-Client-Id': '' },
    status: 401,
  },
  'a key twice, where an example is asked for': {
    body: '{"city":"x","city":"y"}',
    headers: { Prefer: 'code=200' },
    status: 400,
    says: /holds a key twice/,
  },
  'a lone surrogate': { body: '{"first_name":"\\ud800"}', status: 200 },
};

const { server, fronts } = await tryCases(cases);

test.each([
  ['a path', 'GET', '/machnet/123-45-6789', 404, null],
  ['a method', 'DELETE', '/machnet/users/123-45-6789', 405, 'GET, PATCH'],
  ['a method for no user', 'DELETE', '/machnet/users/', 405, 'GET, PATCH'],
  ['a provider', 'GET', '/123-45-6789', 404, null],
])('%s that is not served is named without what stands in it', async (_, method, path, status, allow) => {
  const { body, headers, ...answer } = await fronts['in process'](method, path);
  expect({ ...answer, allow: headers.get('allow') }).toEqual({ status, allow });
  expect(JSON.stringify(body)).not.toContain('6789');
  expect(body.detail).toContain('/__amend/routes');
});

describe('what only a socket can do', () => {
  const isAlive = async () => expect((await fronts['on a port']('GET', machnet)).status).toBe(200);

  const exchange = async (text: string): Promise<string> => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.end(text);
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    await once(socket, 'close');
    return answer;
  };

  const raw = async (text: string): Promise<string> => (await exchange(text)).split('\r\n')[0] ?? '';

  test.each([
    ['no HTTP', 'hello\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    [
      'a huge set of headers',
      `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(5000)}\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
    ],
    [
      'an address that is none',
      'GET http:// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 400 Bad Request',
    ],
    [
      'a host that is none',
      'GET /stilt/users HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 400 Bad Request',
    ],
    ['a method that is none', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    [
      'a whole address',
      'GET http://x/stilt/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 401 Unauthorized',
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      'HTTP/1.1 400 Bad Request',
    ],
  ])('%s', async (_, text, want) => {
    expect(await raw(text)).toBe(want);
    await isAlive();
  });

  test.each([
    ['a sign that no answer may repeat', 'Origin: http://a\x7fb', 'HTTP/1.1 400 Bad Request'],
    ['an origin beyond ASCII', 'Origin: http://\xfc', 'HTTP/1.1 403 Forbidden'],
    ['an expectation that nobody can meet', 'Expect: a-miracle', 'HTTP/1.1 417 Expectation Failed'],
  ])('%s in a header', async (_, header, want) => {
    expect(await raw(`GET /stilt/users HTTP/1.1\r\nHost: x\r\n${header}\r\nConnection: close\r\n\r\n`)).toBe(want);
    await isAlive();
  });

  test('a body that waits to be asked for', async () => {
    const sending = request(server.url + machnet, {
      method: 'PATCH',
      headers: { ...anyCredentials, 'Content-Type': 'application/json', 'Content-Length': 12, Expect: '100-continue' },
    });
    sending.flushHeaders();
    await once(sending, 'continue');
    sending.end('{"city":"x"}');
    const [answer] = await once(sending, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });

  test.each([
    ['requests in a row on one connection', '', Array.from({ length: 20 }, () => '200')],
    // Node gives up the whole connection, with the answers that were still to come.
    ['and rubbish behind them', '\0\0rubbish\r\n\r\n', ['400']],
  ])('%s', async (_, rubbish, want) => {
    const credentials = Object.entries(anyCredentials).map(([name, value]) => `${name}: ${value}\r\n`);
    const get = `GET ${machnet} HTTP/1.1\r\nHost: x\r\n${credentials.join('')}\r\n`;
    const last = get.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    const answers = await exchange(get.repeat(19) + last + rubbish);
    const statuses = [...answers.matchAll(/HTTP\/1\.1 ([0-9]{3})/g)].map(([, status]) => status);
    expect(statuses).toEqual(want);
    await isAlive();
  });

  test('half requests, sent a byte at a time, hold nobody else up', async () => {
    const halves = ['GET / HTTP/1.1\r\nX-A: ', `PATCH ${machnet} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{`];
    const sockets = Array.from({ length: 200 }, (_, index) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(halves[index % 2] ?? '');
      return socket;
    });
    const trickle = setInterval(() => {
      for (const socket of sockets) socket.write('b');
    }, 10);
    try {
      for (let call = 0; call < 20; call += 1) await isAlive();
    } finally {
      clearInterval(trickle);
      for (const socket of sockets) socket.destroy();
    }
    await isAlive();
  });

  test('an upload that is broken off', async () => {
    for (let upload = 0; upload < 20; upload += 1) {
      const sending = request(server.url + machnet, {
        method: 'PATCH',
        headers: { ...anyCredentials, 'Content-Length': 1000 },
      });
      sending.on('error', () => {});
      sending.write('{"a"');
      await new Promise((resolve) => setTimeout(resolve, 5));
      sending.destroy();
    }
    await isAlive();
  });

  test('a body in pieces without a length', async () => {
    const sending = request(server.url + machnet, {
      method: 'PATCH',
      headers: { ...anyCredentials, 'Content-Type': 'application/json' },
    });
    sending.write('{"city":');
    sending.end('"Pieces"}');
    const [answer] = await once(sending, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });

  test('a connection that a fault breaks', async () => {
    await fronts['on a port']('POST', '/__amend/faults', { reset: true });
    const sending = request(server.url + machnet, { headers: anyCredentials }).end();
    const [error] = await once(sending, 'error');
    expect(error.code).toBe('ECONNRESET');
    await isAlive();
  });
});
