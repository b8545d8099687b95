import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';

type Bytes = string | Uint8Array;

/** One way to answer a request: a moment, some bytes, and what becomes of the connection. */
export interface Answer {
  /** When it begins: before anything is read, at the request's blank line, or at the last byte of its body. */
  readonly at?: 'connection' | 'head' | 'request';
  /** Bytes, at once or one piece after the other. */
  readonly send?: Bytes | (() => Iterable<Bytes> | AsyncIterable<Bytes>);
  /** `close` ends the connection in order, `reset` breaks it, and `hold` leaves it open, silent or for more requests. */
  readonly end: 'close' | 'reset' | 'hold';
}

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  /** The request target: path and query. */
  readonly target: string;
  readonly version: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  body: Buffer;
  /** `performance.now()`. */
  readonly time: number;
}

export interface FaultyServer {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** How many connections are still open once the client has had time to let go of them. */
  readonly settle: () => Promise<number>;
  /** Resolves as soon as there have been so many requests. */
  readonly seen: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const parseHead = (head: string): SeenRequest => {
  const [line = '', ...fields] = head.split('\r\n');
  const [method = '', target = '', version = ''] = line.split(' ');
  const headers = fields.map((field): [string, string] => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
  });
  return { method, target, version, headers: new Map(headers), body: Buffer.alloc(0), time: performance.now() };
};

const play = async (socket: Socket, { send, end }: Answer): Promise<void> => {
  // The client may well hang up before all is sent.
  if (typeof send === 'function') await pipeline(Readable.from(send()), socket, { end: false }).catch(() => {});
  else if (send) socket.write(send);
  if (end === 'close') socket.end();
  if (end === 'reset') {
    // A reset discards what has not arrived.
    if (send) await setTimeout(20);
    socket.resetAndDestroy();
  }
};

/** How long a client may take to close its end. */
const patience = 5_000;

/** A server on this machine that gives these answers, one per request; the last one is repeated. */
export const startFaultyServer = async (...answers: readonly [Answer, ...Answer[]]): Promise<FaultyServer> => {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let given = 0;
  const next = (): Answer => answers[Math.min(given, answers.length - 1)] ?? answers[0];

  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that hangs up is no surprise here.
    socket.on('error', () => {});

    const answer = (moment: Answer['at']): boolean => {
      if ((next().at ?? 'request') !== moment) return false;
      void play(socket, next());
      given++;
      return true;
    };
    // Unread bytes would hide that the client has hung up.
    if (answer('connection')) return void socket.resume();

    let unread: Buffer = Buffer.alloc(0);
    let current: SeenRequest | undefined;
    const read = (bytes: Buffer) => {
      unread = Buffer.concat([unread, bytes]);
      for (;;) {
        if (!current) {
          const end = unread.indexOf('\r\n\r\n');
          if (end < 0) return;
          current = parseHead(unread.toString('latin1', 0, end));
          unread = unread.subarray(end + 4);
          requests.push(current);
          server.emit('request');
          if (answer('head')) return void socket.off('data', read).resume();
        }
        const length = Number(current.headers.get('content-length') ?? 0);
        if (unread.length < length) return;
        current.body = unread.subarray(0, length);
        unread = unread.subarray(length);
        current = undefined;
        answer('request');
      }
    };
    socket.on('data', read);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    settle: async () => {
      const end = performance.now() + patience;
      while (sockets.size > 0 && performance.now() < end) await setTimeout(5);
      return sockets.size;
    },
    seen: async (count) => {
      while (requests.length < count) await once(server, 'request');
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Runs a server for as long as it is used. */
export const serve = async <Value>(
  answers: readonly [Answer, ...Answer[]],
  use: (server: FaultyServer) => Promise<Value>,
): Promise<Value> => {
  const server = await startFaultyServer(...answers);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
};
