import { connect } from 'node:net';

export interface Load {
  readonly requestsPerSecond: number;
  /** Milliseconds that 99 of 100 requests stay below. */
  readonly p99: number;
}

export interface LoadOptions {
  readonly port: number;
  /** A whole request, as it goes over the wire. */
  readonly request: string;
  /** How every answer must begin. */
  readonly expect: string;
  readonly connections: number;
  readonly milliseconds: number;
}

/** The length of the first answer in a text; nothing if it is not all there. */
const answerLength = (text: string): number | undefined => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [, length = '0'] = /\r\ncontent-length: *([0-9]+)/i.exec(text.slice(0, end)) ?? [];
  const total = end + 4 + Number(length);
  return text.length >= total ? total : undefined;
};

/** Sends the same request over and over, one at a time on each connection. A real client would be slower than some servers. */
export const load = async ({ port, request, expect, connections, milliseconds }: LoadOptions): Promise<Load> => {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let sent = 0;
      let text = '';
      const send = () => {
        sent = performance.now();
        socket.write(request);
      };
      socket.setEncoding('latin1');
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (data) => {
        text += data;
        const length = answerLength(text);
        if (length === undefined) return;
        if (!text.startsWith(expect)) {
          socket.destroy();
          reject(new Error(`An answer began with ${text.slice(0, 40)}.`));
          return;
        }
        text = text.slice(length);
        const now = performance.now();
        times.push(now - sent);
        if (now < end) return send();
        socket.destroy();
        resolve();
      });
    });
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { requestsPerSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
};
