import { expect, test } from 'vitest';
import { checkBaseUrl } from './base-url.ts';

test.each([
  ['https://api.example.com/v4', 'https://api.example.com/v4'],
  ['https://api.example.com/', 'https://api.example.com'],
  ['https://api.example.com/v4///', 'https://api.example.com/v4'],
  ['http://localhost:4010', 'http://localhost:4010'],
  ['http://127.0.0.1:4010/machnet', 'http://127.0.0.1:4010/machnet'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
])('takes %s', (given, want) => {
  expect(checkBaseUrl(given)).toBe(want);
});

const notHttps = 'baseUrl must be https, or http to this machine.';
const credentials = 'baseUrl must not hold credentials; pass them as options.';

test.each([
  ['', 'baseUrl must be an absolute address.'],
  ['/v4', 'baseUrl must be an absolute address.'],
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
