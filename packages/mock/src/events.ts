import type { Bytes } from '@amend/client';
import { crypto, ReadableStream, TextEncoder } from './platform.ts';
import type { Problem } from './problem.ts';
import type { LogEntry } from './request-log.ts';

// The request log as server-sent events. Each id holds the log's own, which is another after a reset or a start: a page
// that comes back is sent what it missed of this log, or all of another.

/** Something that happened, in words of the contract's alone. */
export type Happening =
  | { readonly event: 'request'; readonly data: LogEntry }
  | { readonly event: 'cleared'; readonly data: object }
  | {
      readonly event: 'status';
      readonly data: { readonly provider: string; readonly id: string; readonly status: unknown };
    };

export const eventMedia = 'text/event-stream';

/** The most streams at a time, and the most events that wait for one of them. */
const most = { streams: 100, waiting: 1000 };

export const tooManyStreams: Problem = {
  field: 'The mock',
  rule: 'full',
  message: `has ${most.streams} streams of events open, and no more; close one`,
};

/** How long a browser waits before it comes back, in milliseconds. */
const retry = 1000;

type Stream = ReadableStream<Bytes>;

export interface Events {
  readonly tell: (happening: Happening) => void;
  /** What is in the log, and then what happens; nothing if there are too many of them. */
  readonly open: (lastId: string | undefined) => Stream | undefined;
  /** Ends all streams. */
  readonly stop: () => void;
}

const utf8 = new TextEncoder();

export const createEvents = (entries: () => readonly LogEntry[]): Events => {
  const open = new Set<ReadableStreamDefaultController<Bytes>>();
  let log = crypto.randomUUID();

  const textOf = ({ event, data }: Happening): string => {
    const id = event === 'request' ? `id: ${log}.${data.number}\n` : event === 'cleared' ? `id: ${log}.0\n` : '';
    return `${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  };

  const end = (controller: ReadableStreamDefaultController<Bytes>): void => {
    if (open.delete(controller)) controller.close();
  };

  return {
    tell: (happening) => {
      if (happening.event === 'cleared') log = crypto.randomUUID();
      for (const controller of open) {
        controller.enqueue(utf8.encode(textOf(happening)));
        // Who reads too slowly comes back for the rest.
        if ((controller.desiredSize ?? 0) <= 0) end(controller);
      }
    },
    open: (lastId = '') => {
      if (open.size >= most.streams) return undefined;
      const isKnown = lastId.startsWith(`${log}.`);
      const last = isKnown ? Number(lastId.slice(log.length + 1)) || 0 : 0;
      const missed = entries().filter(({ number }) => number > last);
      let own: ReadableStreamDefaultController<Bytes> | undefined;
      return new ReadableStream(
        {
          start: (controller) => {
            own = controller;
            open.add(controller);
            const begin = lastId === '' || isKnown ? '' : textOf({ event: 'cleared', data: {} });
            const texts = missed.map((data) => textOf({ event: 'request', data }));
            controller.enqueue(utf8.encode([`retry: ${retry}\n\n`, begin, ...texts].join('')));
          },
          cancel: () => {
            if (own) open.delete(own);
          },
        },
        { highWaterMark: most.waiting },
      );
    },
    stop: () => {
      for (const controller of open) end(controller);
    },
  };
};
