import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentMd5, signRequest } from './signing.ts';

const key = { clientUuid: '7a0d4d6e-0000-4000-8000-000000000000', secret: '00112233-4455-6677-8899-aabbccddeeff' };
const url = 'https://sandbox-api.stilt.com/v1/users/2acf04c3-48d1-456f-a54e-1f4251814478';
const body = '{"first_name": "Mary Ann", "phone": "6166723456"}';

test.each([
  [1_700_000_000, 'ceb54d8e3c9237d532372357f1f072dfa090b2d0b41ae22ff08dd49efcc6bef7'],
  [1_700_000_000_000, 'ae7c5e7462b485d15082f69c0bc16a7ea5e0d62754f0c6df948dc51c2da5ff8c'],
])('the vector for the time %i', async (epoch, hmac) => {
  expect(await signRequest({ method: 'PUT', url, body }, key, epoch)).toEqual({
    X_CLIENT_UUID: key.clientUuid,
    X_STILT_HMAC: hmac,
    EPOCH: String(epoch),
    'Content-MD5': 'a2d447ca569b744847bcbfd08ddbe94a',
  });
});

test('without a body the hash is empty, and signed as such', async () => {
  const query = `${url}?limit=25&offset=0`;
  const signed = await signRequest({ method: 'GET', url: query, body: undefined }, key, 1_700_000_000);
  expect(signed['Content-MD5']).toBe('');
  expect(signed.X_STILT_HMAC).toBe(createHmac('sha256', key.secret).update(`${query}1700000000`).digest('hex'));
});

test('the hash leaves out all white space, in values too, whatever the body', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(' ', '\t', '\n', '\r\n', '\u00a0', '\u2028', 'a', '\u00e9'), fc.string()),
  });
  fc.assert(
    fc.property(text, (given) => {
      const stripped = given.replace(/(\r\n|\n|\r|\s+)/gm, '');
      expect(contentMd5(given)).toBe(createHash('md5').update(stripped).digest('hex'));
    }),
    { numRuns: 2000 },
  );
});
