import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answer } from './faulty-server.ts';

// The pieces that answers are made of, whole and spoilt.

export const json = { 'Content-Type': 'application/json' };

const mebibyte = Buffer.alloc(2 ** 20, 'x');

export const head = (status: string, headers: object = {}): string =>
  `${[`HTTP/1.1 ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;

/** A whole answer, after which the connection ends. */
export const answer = (status: string, body: string | Uint8Array = '', headers: object = json): Answer => {
  const fields = { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  return { send: Buffer.concat([Buffer.from(head(status, fields)), Buffer.from(body)]), end: 'close' };
};

/** An answer of which only the beginning comes. */
export const partial = (end: Answer['end'], headers: object, body: string, status = '200 OK'): Answer => ({
  send: head(status, { ...json, ...headers }) + body,
  end,
});

/** What arrives of a text that breaks off. */
export const half = (text: string): string => text.slice(0, text.length / 2);

/** Some text at once, and the rest in single bytes, one a second. */
export const slowly = (atOnce: string, rest: string) =>
  async function* () {
    yield atOnce;
    for (const sign of rest) {
      await setTimeout(1000);
      yield sign;
    }
  };

/** A text of 50 MB in quotation marks. */
export const huge = (status: string) =>
  function* () {
    yield head(status, { ...json, 'Content-Length': 50 * mebibyte.length + 2, Connection: 'close' });
    yield '"';
    for (let sent = 0; sent < 50; sent++) yield mebibyte;
    yield '"';
  };

let bomb: Buffer | undefined;

/** 97 kB that become 100 MB; made once, and only where it is played. */
export const makeBomb = (): Buffer => {
  bomb ??= gzipSync(Buffer.alloc(100_000_000, ' '), { level: 9 });
  return bomb;
};
