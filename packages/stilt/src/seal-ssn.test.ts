import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { canSeal, isPlainSsn, isSealedSsn, sealSsn } from './seal-ssn.ts';

const secret = '00112233-4455-6677-8899-aabbccddeeff';
const iv = Uint8Array.from({ length: 16 }, (_, index) => index);

test.each(['111223333', '111-22-3333'])('the vector for %s', async (ssn) => {
  expect(await sealSsn(ssn, secret, iv)).toBe('AAECAwQFBgcICQoLDA0OD1O2sThMBVkhrHfzDOS3Wsk=');
});

test('nobody reads the key out of the runtime again', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  await sealSsn('111223333', secret, iv);
  expect(importKey.mock.calls.map(([, , , isReadable]) => isReadable)).toEqual([false]);
  importKey.mockRestore();
});

test('what is sealed can be opened with the key alone', async () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const ssn = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'));
  await fc.assert(
    fc.asyncProperty(ssn, bytes, fc.uuid(), async (number, randomIv, anySecret) => {
      const sealed = await sealSsn(number, anySecret, new Uint8Array(randomIv));
      expect(sealed).toHaveLength(44);
      expect(isSealedSsn(sealed)).toBe(true);
      const buffer = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-cbc', anySecret.replaceAll('-', ''), buffer.subarray(0, 16));
      expect(decipher.update(buffer.subarray(16), undefined, 'utf8') + decipher.final('utf8')).toBe(number);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['111223333', true],
  ['111-22-3333', true],
  ['111-223333', false],
  ['11122333', false],
  ['1112233334', false],
  ['XXXXXXXXX', false],
  ['*****3333', false],
  [' 111223333', false],
  ['111223333\n', false],
  ['\u0661\u0661\u0661\u0662\u0662\u0663\u0663\u0663\u0663', false],
])('%j is a plain number: %s', (text, want) => {
  expect(isPlainSsn(text)).toBe(want);
  expect(isSealedSsn(text)).toBe(false);
});

const sealed = 'AAECAwQFBgcICQoLDA0OD1O2sThMBVkhrHfzDOS3Wsk=';

test.each([
  ['sealed', sealed, true],
  ['sealed in a longer block, without a filling sign', `${'A'.repeat(20)}${sealed.replace('=', 'A')}`, true],
  ['sealed in a longer block, with two', `${sealed.replace('=', 'A')}AA==`, true],
  ['too short', sealed.slice(4), false],
  ['a plain number before what is sealed', `111-22-3333 ${sealed}`, false],
  ['a plain number after what is sealed', `${sealed} 111-22-3333`, false],
  ['too much filled', `${sealed}==`, false],
])('%s: taken for sealed, %j is %s', (_, text, want) => {
  expect(isSealedSsn(text)).toBe(want);
});

test('a secret that is no AES-256 key cannot seal', () => {
  expect(canSeal(secret)).toBe(true);
  expect(canSeal('too-short')).toBe(false);
  expect(canSeal(`${secret}0`)).toBe(false);
});
