import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorization, contentSha512, signRequest } from './signing.ts';

const fooHash = 'DbaK1OQdOya6P8SKXafJ9ha4E+d8tOlRGH4fKjfCutlAQQififYBLue0TiH4Y8XZVT47Zl7a6GQLsidLVVJm6w==';

describe('the vector of the public example', () => {
  test('body hash', async () => {
    expect(await contentSha512('{"foo":"bar"}')).toBe(fooHash);
  });

  test('signature', async () => {
    const header = await authorization(
      { username: 'BasisTheory', secret: 'ABCDEFG123456789' },
      'undefined undefined HTTP/1.1',
      [
        ['x-date', 'Wed, 27 Nov 2024 17:18:20 GMT'],
        ['content-sha512', fooHash],
        ['content-length', '123'],
        ['content-type', 'application/json'],
        ['BT-TRACE-ID', 'asd123'],
        ['Accept', 'undefined'],
        ['User-Agent', 'undefined'],
        ['Cache-Control', 'undefined'],
      ],
    );
    expect(header).toBe(
      'hmac username="BasisTheory", algorithm="hmac-sha512", headers="request-line x-date content-sha512 content-length content-type BT-TRACE-ID Accept User-Agent Cache-Control", signature="N160AFUQsotsE1bu7o1j/jl5Km9bAsrWJ/OtWkciNStRkQ4fWON62lRV4ozaKzitVSS0cT6bBzjDYoed2ljqmw=="',
    );
  });
});

test('the documented header, in the documented order', async () => {
  const body = '{"user_id":"user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef","city":"Mar\u00eda"}';
  const signed = await signRequest(
    { method: 'POST', url: 'https://api.sdev.banking.ingopayments.tech/api/v4/user/update?a=b', body },
    { apiKey: 'key', username: 'test', secret: 'a secret' },
    Date.parse('2020-01-17T19:59:29.999Z'),
  );
  const hash = createHash('sha512').update(body).digest('base64');
  const text = [
    'POST /api/v4/user/update?a=b HTTP/1.1',
    'x-date: Fri, 17 Jan 2020 19:59:29 GMT',
    'content-type: application/json',
    `content-sha512: ${hash}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ].join('\n');
  const signature = createHmac('sha512', 'a secret').update(text).digest('base64');
  expect(signed).toEqual({
    api_key: 'key',
    'Content-Type': 'application/json',
    Authorization: `hmac username="test", algorithm="hmac-sha512", headers="request-line x-date content-type content-sha512 content-length", signature="${signature}"`,
    'X-Date': 'Fri, 17 Jan 2020 19:59:29 GMT',
    'Content-sha512': hash,
  });
  expect(signature).toHaveLength(88);
});

test('no body is signed as an empty one', async () => {
  const request = { method: 'GET', url: 'https://api.example.com/user', body: undefined };
  const credentials = { apiKey: 'key', username: 'test', secret: 'a secret' };
  const signed = await signRequest(request, credentials, 0);
  expect(signed).toEqual(await signRequest({ ...request, body: '' }, credentials, 0));
  expect(signed['Content-sha512']).toBe(createHash('sha512').digest('base64'));
});

test('WebCrypto and Node agree on any body and secret', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), async (body, secret) => {
      expect(await contentSha512(body)).toBe(createHash('sha512').update(body).digest('base64'));
      const [, signature] = /signature="(.*)"/.exec(await authorization({ username: 'u', secret }, body, [])) ?? [];
      expect(signature).toBe(createHmac('sha512', secret).update(body).digest('base64'));
    }),
    { numRuns: 1000 },
  );
});
