/** Bytes of their own, in words that a TypeScript without `Uint8Array<ArrayBuffer>` reads too. */
export type Bytes = ReturnType<InstanceType<typeof TextEncoder>['encode']>;

/** What follows a sentence about signing, where the runtime cannot: Jest's jsdom, a page that came by http. */
export const whyNoCrypto = (): string =>
  typeof TextEncoder === 'function' && globalThis.crypto?.subtle
    ? ''
    : ': this runtime has no TextEncoder or no WebCrypto';

export const toUtf8 = (text: string): Bytes => new TextEncoder().encode(text);

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** The raw HMAC of a text, under a secret taken as UTF-8. */
export const hmac = async (hash: 'SHA-256' | 'SHA-512', secret: string, text: string): Promise<Uint8Array> => {
  const key = await crypto.subtle.importKey('raw', toUtf8(secret), { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, toUtf8(text)));
};

/** The raw SHA-512 of bytes. */
export const sha512 = async (bytes: Bytes): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
