import { expect, test, vi } from 'vitest';
import { hmac, sha512, toBase64, toHex, toUtf8, whyNoCrypto } from './crypto.ts';

const bytes = Uint8Array.of(0, 15, 16, 255);

test('bytes are written as text', () => {
  expect(toHex(bytes)).toBe('000f10ff');
  expect(toBase64(bytes)).toBe('AA8Q/w==');
});

// RFC 4231, test case 2; FIPS 180-4's example for SHA-512.
test('the vectors of the standards', async () => {
  const text = 'what do ya want for nothing?';
  expect(toHex(await hmac('SHA-256', 'Jefe', text))).toMatch(/^5bdcc146bf60754e6a042426089575c7/);
  expect(toHex(await hmac('SHA-512', 'Jefe', text))).toMatch(/^164b7a7bfcf819e2e395fbe73b56e0a3/);
  expect(toHex(await sha512(toUtf8('abc')))).toMatch(/^ddaf35a193617abacc417349ae204131/);
});

test('nobody reads a key out of the runtime again', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  await hmac('SHA-256', 'secret', 'text');
  expect(importKey.mock.calls.map(([, , , isReadable]) => isReadable)).toEqual([false]);
  importKey.mockRestore();
});

test.each<[string, unknown]>([
  ['crypto', undefined],
  ['crypto', {}],
  ['TextEncoder', undefined],
])('it is said where there is no %s, or not enough of it: %j', (name, value) => {
  expect(whyNoCrypto()).toBe('');
  vi.stubGlobal(name, value);
  expect(whyNoCrypto()).toBe(': this runtime has no TextEncoder or no WebCrypto');
  vi.unstubAllGlobals();
});
