import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { crypto, TextEncoder } from './platform.ts';

const utf8 = new TextEncoder();

/** Makes identifiers, the same ones again under the same seed. */
export interface Ids {
  readonly uuid: () => string;
}

/** A version 4 UUID from random bytes; `randomUUID` is not there for pages by plain http. */
const uuidOf = (bytes: Uint8Array): string => {
  const hex = bytesToHex(bytes);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join('-');
};

/** @param seed Without one, the identifiers are random. */
export const createIds = (seed: string | undefined): Ids => {
  if (seed === undefined) return { uuid: () => uuidOf(crypto.getRandomValues(new Uint8Array(16))) };
  let made = 0;
  return {
    uuid: () => {
      made += 1;
      return uuidOf(sha256(utf8.encode(`${seed} ${made}`)));
    },
  };
};
