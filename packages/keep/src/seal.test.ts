import { expect, test } from 'vitest';
import { createVault } from './seal.ts';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const vault = createVault({ current: 'k1', keys: { k1: key(1) } });

test('what is sealed opens as what it was sealed as, and nowhere else', () => {
  const [one, stored] = vault.renew(null, 'u');
  const sealed = one.seal({ phone: '+12105550132' }, 'u\n1');
  expect(one.open(sealed, 'u\n1')).toEqual({ phone: '+12105550132' });
  expect(vault.open(stored, 'u').open(sealed, 'u\n1')).toEqual({ phone: '+12105550132' });
  expect(() => one.open(sealed, 'u\n2')).toThrow();
  expect(() => vault.renew(null, 'u')[0].open(sealed, 'u\n1')).toThrow();
  expect(() => vault.open(stored, 'v')).toThrow('The key k1 of seal.keys is not the one that was used; give that one.');
  const bytes = Buffer.from(sealed, 'base64');
  for (const at of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => one.open(changed.toString('base64'), 'u\n1')).toThrow();
  }
});

test('the same value is sealed otherwise each time, and its digest is the same under the same key alone', () => {
  const [one] = vault.renew(null, 'u');
  const [other] = vault.renew(null, 'v');
  expect(one.seal('x', 'a')).not.toBe(one.seal('x', 'a'));
  expect(one.digest('phone', '1')).toBe(one.digest('phone', '1'));
  const others = [one.digest('phone', '2'), one.digest('email', '1'), other.digest('phone', '1')];
  expect(others).not.toContain(one.digest('phone', '1'));
});

test('a key may be text, and an older one opens what it wrapped until it is wrapped anew', () => {
  const [, stored] = vault.renew(null, 'u');
  const both = createVault({ current: 'k2', keys: { k1: Buffer.from(key(1)).toString('base64'), k2: key(2) } });
  const [again, renewed] = both.renew(stored, 'u');
  expect(both.renew(renewed, 'u')[1]).toBe(renewed);
  const alone = createVault({ current: 'k2', keys: { k2: key(2) } });
  expect(alone.open(renewed, 'u').digest('a', 1)).toBe(again.digest('a', 1));
  expect(() => alone.open(stored, 'u')).toThrow('The key k1 is missing; give it in seal.keys.');
});
