import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { KeepError } from './keep-error.ts';
import type { SealKeys } from './options.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM, as base64; it opens only as what it was sealed as. */
const sealWith = (key: KeyObject, content: Uint8Array, as: string): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(as));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
};

const openWith = (key: KeyObject, sealed: string, as: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes)).setAAD(Buffer.from(as));
  cipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([cipher.update(bytes.subarray(ivBytes + tagBytes)), cipher.final()]);
};

/** A user's own key. */
export interface DataKey {
  seal(value: unknown, as: string): string;
  open(sealed: string, as: string): unknown;
  /** Tells whether a value is the same, and nothing else of it. */
  digest(name: string, value: unknown): string;
}

const dataKeyOf = (key: KeyObject): DataKey => ({
  seal: (value, as) => sealWith(key, Buffer.from(JSON.stringify(value)), as),
  open: (sealed, as) => JSON.parse(openWith(key, sealed, as).toString('utf8')),
  digest: (name, value) =>
    createHmac('sha256', key)
      .update(JSON.stringify([name, value]))
      .digest('base64')
      .slice(0, 22),
});

/** What is stored of a user's key: by which of ours it is wrapped, and the wrapped one. */
type Wrapped = readonly [name: string, wrapped: string];

const keyOf = (name: string, given: Uint8Array | string): KeyObject => {
  const key = typeof given === 'string' ? Buffer.from(given, 'base64') : given;
  if (key.length === 32) return createSecretKey(key);
  throw new KeepError('misuse', `The key ${name} of seal.keys has ${key.length} bytes, and needs 32.`);
};

/** Wraps each user's key with one of ours, so that ours may change, and a user be forgotten by forgetting one. */
export const createVault = ({ current, keys }: SealKeys) => {
  const all = new Map(Object.entries(keys).map(([name, key]) => [name, keyOf(name, key)]));
  const own = (name: string): KeyObject => {
    const key = all.get(name);
    if (key) return key;
    throw new KeepError('no-key', `The key ${name} is missing; give it in seal.keys.`);
  };
  own(current);
  const wrap = (key: Uint8Array, userId: string): string =>
    JSON.stringify([current, sealWith(own(current), key, userId)] satisfies Wrapped);
  const unwrap = (stored: string, userId: string): readonly [name: string, key: Uint8Array] => {
    const [name, wrapped] = JSON.parse(stored) as Wrapped;
    const key = own(name);
    try {
      return [name, openWith(key, wrapped, userId)];
    } catch {
      throw new KeepError('no-key', `The key ${name} of seal.keys is not the one that was used; give that one.`);
    }
  };
  return {
    /** @throws {KeepError} if the key that it was wrapped with is not there. */
    open: (stored: string, userId: string): DataKey => dataKeyOf(createSecretKey(unwrap(stored, userId)[1])),
    /** A user's key, a new one if there is none; and as it is to be stored, wrapped by the current one of ours. */
    renew: (stored: string | null, userId: string): readonly [key: DataKey, stored: string] => {
      const [name, key] = stored === null ? ['', randomBytes(32)] : unwrap(stored, userId);
      const wrapped = stored !== null && name === current ? stored : wrap(key, userId);
      return [dataKeyOf(createSecretKey(key)), wrapped];
    },
  };
};

export type Vault = ReturnType<typeof createVault>;
