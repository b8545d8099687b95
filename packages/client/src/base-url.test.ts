import { expect, test, vi } from 'vitest';
import { checkBaseUrl } from './base-url.ts';

test.each([
  ['https://api.example.com/v4', 'https://api.example.com/v4'],
  ['https://api.example.com/', 'https://api.example.com'],
  ['https://api.example.com/v4///', 'https://api.example.com/v4'],
  ['http://localhost:4010', 'http://localhost:4010'],
  ['http://127.0.0.1:4010/machnet', 'http://127.0.0.1:4010/machnet'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
  ['http://0.0.0.0:4010', 'http://0.0.0.0:4010'],
  ['http://[::]:4010', 'http://[::]:4010'],
  ['http://localhost.:4010', 'http://localhost.:4010'],
  ['http://127.10.20.254', 'http://127.10.20.254'],
])('takes %s', (given, want) => {
  expect(checkBaseUrl(given)).toBe(want);
});

test('where URL has no canParse, as in older workers', () => {
  vi.spyOn(URL, 'canParse').mockImplementation(() => {
    throw new TypeError('URL.canParse is not a function');
  });
  expect(checkBaseUrl('https://api.example.com/')).toBe('https://api.example.com');
  expect(() => checkBaseUrl('/v4')).toThrow('baseUrl must be an absolute address.');
  vi.restoreAllMocks();
});

const notHttps = 'baseUrl must be https, or http to this machine.';
const credentials = 'baseUrl must not hold credentials; pass them as options.';

test.each([
  ['', 'baseUrl must be an absolute address.'],
  ['/v4', 'baseUrl must be an absolute address.'],
  [new URL('https://api.example.com') as never, 'baseUrl must be an absolute address.'],
  ['http://api.example.com', notHttps],
  ['http://localhost.example.com', notHttps],
  ['http://127.0.0.1.example.com', notHttps],
  ['ftp://api.example.com', notHttps],
  ['javascript:alert(1)', notHttps],
  ['https://user@api.example.com', credentials],
  ['https://:s3cret@api.example.com', credentials],
  ['https://api.example.com?key=s3cret', 'baseUrl must not have a query or a hash.'],
  ['https://api.example.com/#', 'baseUrl must not have a query or a hash.'],
])('refuses %s', (given, message) => {
  expect(() => checkBaseUrl(given)).toThrow(new TypeError(message));
});

const privateNames = [
  'http://mock:4010',
  'http://host.docker.internal:4010',
  'http://mock.local',
  'http://amend.localhost:4010',
  'http://mock.test',
  'http://10.0.0.7:4010',
  'http://172.16.0.1',
  'http://172.25.0.1',
  'http://172.31.255.255',
  'http://192.168.1.20:4010',
  'http://169.254.1.1',
  'http://100.64.0.1',
  'http://100.85.0.1',
  'http://100.110.0.1',
  'http://100.127.0.1',
  'http://[fd00::1]:4010',
  'http://[fe80::1]:4010',
];

test.each(privateNames)('%s is a private name, and taken if one says so', (name) => {
  expect(() => checkBaseUrl(name)).toThrow(/allowPlainHttp/);
  expect(checkBaseUrl(name, true)).toBe(name);
});

test.each([
  'http://api.example.com',
  'http://172.15.0.1',
  'http://172.32.0.1',
  'http://11.0.0.1',
  'http://100.128.0.1',
  'http://8.8.10.5',
  'http://10.5.example.com',
  'http://10.example.com',
  'http://192.168.example.com',
  'http://mock.internal.example.com',
  'http://testing.example.com',
  'http://[2001:db8::1]',
  'http://0x08080808',
  'ftp://mock',
])('%s is none, whatever one says', (name) => {
  expect(() => checkBaseUrl(name, true)).toThrow(new TypeError(notHttps));
});

test.each(['true', 'false', 1, {}])('only true allows plain http, not %j', (allow) => {
  expect(() => checkBaseUrl('http://mock:4010', allow as never)).toThrow(/allowPlainHttp/);
});
