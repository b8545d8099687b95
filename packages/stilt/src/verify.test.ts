import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signRequest } from './signing.ts';
import { verifyRequest } from './verify.ts';

const key = { clientUuid: '7a0d4d6e-0000-4000-8000-000000000000', secret: '00112233-4455-6677-8899-aabbccddeeff' };
const now = 1_700_000_000_000;
const request = { method: 'PUT', url: 'https://sandbox-api.stilt.com/v1/users/1', body: '{"first_name":"Ann"}' };

const signed = async (epoch = now) => {
  const headers = Object.entries(await signRequest(request, key, epoch));
  return { ...request, headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])) };
};

test.each([
  [now, 'trusted'],
  [now - 60_000, 'trusted'],
  [now + 60_000, 'trusted'],
  [now - 60_001, 'expired'],
  [now + 60_001, 'expired'],
  [now / 1000, 'trusted'],
  [now / 1000 - 60, 'trusted'],
  [now / 1000 - 61, 'expired'],
])('what is signed at %i is %s', async (epoch, trust) => {
  expect(await verifyRequest(await signed(epoch), key, now)).toBe(trust);
});

test.each(['NaN', 'Infinity', '-1', '1e3', ''])('a right signature at %j is no proof of when', async (epoch) => {
  const url = 'https://sandbox-api.stilt.com/v1/users';
  const x_stilt_hmac = createHmac('sha256', key.secret).update(`${url}${epoch}`).digest('hex');
  const headers = { x_client_uuid: key.clientUuid, x_stilt_hmac, epoch, 'content-md5': '' };
  expect(await verifyRequest({ method: 'GET', url, body: undefined, headers }, key, now)).not.toBe('trusted');
});

test.each([
  ['client', { ...key, clientUuid: 'other' }, {}],
  ['secret', { ...key, secret: 'other' }, {}],
  ['address', key, { url: 'https://sandbox-api.stilt.com/v1/users/2' }],
  ['body', key, { body: '{"first_name":"Eve"}' }],
  ['body, which is none', key, { body: undefined }],
])('another %s is not trusted', async (_, known, other) => {
  expect(await verifyRequest({ ...(await signed()), ...other }, known, now)).toBe('untrusted');
});

test.each(['x_client_uuid', 'x_stilt_hmac', 'epoch', 'content-md5'])('without %s nothing is trusted', async (name) => {
  const { headers, ...rest } = await signed();
  expect(await verifyRequest({ ...rest, headers: { ...headers, [name]: undefined } }, key, now)).toBe('untrusted');
});
