import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byHeaders, sameText } from './by-headers.ts';

const { sign, verify } = byHeaders({ clientId: 'X-Client-Id', clientSecret: 'X-Client-Secret' });
const credentials = { clientId: 'an-id', clientSecret: 'a-secret' };
const request = { method: 'GET', url: 'https://api.example.com/users', body: undefined };

test('credentials that are headers are sent as they are', async () => {
  expect(await sign(request, credentials, 0)).toEqual({ 'X-Client-Id': 'an-id', 'X-Client-Secret': 'a-secret' });
});

test.each([
  ['both', { 'x-client-id': 'an-id', 'x-client-secret': 'a-secret' }, 'trusted'],
  ['another first', { 'x-client-id': 'another', 'x-client-secret': 'a-secret' }, 'untrusted'],
  ['another last', { 'x-client-id': 'an-id', 'x-client-secret': 'another' }, 'untrusted'],
  ['more than one', { 'x-client-id': 'an-id', 'x-client-secret': 'a-secrets' }, 'untrusted'],
  ['less than one', { 'x-client-id': 'an-id', 'x-client-secret': 'a-secre' }, 'untrusted'],
  ['one alone', { 'x-client-id': 'an-id' }, 'untrusted'],
  ['nothing', {}, 'untrusted'],
])('who sends %s', async (_, headers, trust) => {
  expect(await verify({ ...request, headers }, credentials, 0)).toBe(trust);
});

test('two texts are the same or not, whatever they hold', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\ud83d', '\ude00'), maxLength: 4 });
  fc.assert(fc.property(text, text, (one, other) => sameText(one, other) === (one === other)));
  expect(sameText(undefined, '')).toBe(true);
  expect(sameText(undefined, 'a')).toBe(false);
});
