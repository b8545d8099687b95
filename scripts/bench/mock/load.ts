import { connect } from 'node:net';
import { median } from '../report.ts';

/** The same request, over and over, one at a time on each of some connections. */
export interface LoadOptions {
  readonly port: number;
  /** A whole request, as it goes over the wire. */
  readonly request: string;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface Load {
  readonly requestsPerSecond: number;
  /** Milliseconds that half of the requests stay below, and 99 of 100. */
  readonly p50: number;
  readonly p99: number;
}

/** The length of the first answer in a text; nothing if it is not all there. */
const answerLength = (text: string): number | undefined => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [, length = '0'] = /\r\ncontent-length: *([0-9]+)/i.exec(text.slice(0, end)) ?? [];
  const total = end + 4 + Number(length);
  return text.length >= total ? total : undefined;
};

/** Sends until `wantsMore` says no, and tells it how many milliseconds each answer took. */
const sendOn = (port: number, request: string, wantsMore: (milliseconds: number) => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
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
    socket.on('close', () => reject(new Error('a connection was closed.')));
    socket.on('data', (data) => {
      text += data;
      const length = answerLength(text);
      if (length === undefined) return;
      if (!/^HTTP\/1.1 20[01] /.test(text))
        return socket.destroy(new Error(`${request.slice(0, 40)} ... was answered with ${text.slice(0, 12)}.`));
      text = text.slice(length);
      if (wantsMore(performance.now() - sent)) return send();
      resolve();
      socket.destroy();
    });
  });

/** Sends a request once. @throws if it is not answered with success. */
export const sendOnce = (port: number, request: string): Promise<void> => sendOn(port, request, () => false);

/** A client as plain as can be: a real one would be slower than some servers. */
export const load = async ({ port, request, connections, milliseconds }: LoadOptions): Promise<Load> => {
  const times: number[] = [];
  const start = performance.now();
  const wantsMore = (time: number): boolean => {
    times.push(time);
    return performance.now() - start < milliseconds;
  };
  await Promise.all(Array.from({ length: connections }, () => sendOn(port, request, wantsMore)));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: times.length / seconds,
    p50: median(times),
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  };
};
