import { type Bytes, toBase64, toUtf8 } from '@amend/client';

/** A plain social security number: nine digits, with or without dashes. */
export const isPlainSsn = (text: string): boolean => /^[0-9]{3}(-?)[0-9]{2}\1[0-9]{4}$/.test(text);

/** Whether a text has the form of a sealed number: Base64 of an IV and at least one block. */
export const isSealedSsn = (text: string): boolean => text.length >= 44 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);

/** The key of a secret: its text without dashes, as bytes; AES-256 wants 32 of them. */
const sealingKey = (secret: string): Bytes => toUtf8(secret.replaceAll('-', ''));

export const canSeal = (secret: string): boolean => sealingKey(secret).byteLength === 32;

/**
 * Encrypts a plain number as Stilt wants it: AES-256-CBC, the IV and the ciphertext together in Base64.
 *
 * The encryption hides the number and does not protect it from being altered; the connection must.
 *
 * Source: docs.onbo.com/implementation-guides/creating-and-managing-users.
 *
 * @param iv 16 random bytes, new for each number: with a fixed one, nine digits can be looked up in a table.
 */
export const sealSsn = async (ssn: string, secret: string, iv: Bytes): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', sealingKey(secret), 'AES-CBC', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, toUtf8(ssn.replaceAll('-', '')));
  return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
};
