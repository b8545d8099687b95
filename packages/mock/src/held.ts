/** The most of what is done later, in bytes. */
const maxBytes = 32 * 2 ** 20;

interface Waiting {
  readonly due: number;
  readonly end: (isOver: boolean) => void;
  readonly arm: () => void;
  /** What comes of it, where nobody else waits for that. */
  done?: Promise<unknown>;
}

/** What is held back: requests, and what happens later; on a clock that can be turned. */
export interface Held {
  /** How many are held. */
  readonly size: () => number;
  /** Whether there is room for so many bytes more of what is done later. */
  readonly hasRoom: (bytes: number) => boolean;
  /**
   * Holds something back; `false` if all was dropped meanwhile, and this with it.
   *
   * @param isWaitedFor Whether somebody waits for it, so that the process must not end before.
   */
  readonly wait: (milliseconds: number, isWaitedFor: boolean) => Promise<boolean>;
  /** Does something later, for which so many bytes are held; not if all was dropped meanwhile. */
  readonly later: (milliseconds: number, bytes: number, act: () => unknown) => void;
  /** Turns the clock: what becomes due goes on, each at its time, and what is done later is done when this comes back. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Drops all. */
  readonly clear: () => void;
}

export const createHeld = (): Held => {
  let turned = 0;
  let bytes = 0;
  const all = new Set<Waiting>();
  const time = (): number => Date.now() + turned;

  const hold = (milliseconds: number, isWaitedFor: boolean, more: Pick<Waiting, 'done'> = {}): Promise<boolean> =>
    new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const waiting: Waiting = Object.assign(more, {
        due: time() + milliseconds,
        end: (isOver: boolean) => {
          clearTimeout(timer);
          all.delete(waiting);
          resolve(isOver);
        },
        arm: () => {
          clearTimeout(timer);
          timer = setTimeout(() => waiting.end(true), waiting.due - time());
          // A browser's timer, as jsdom has it, is a number.
          if (!isWaitedFor && typeof timer === 'object') timer.unref();
        },
      });
      waiting.arm();
      all.add(waiting);
    });

  return {
    size: () => all.size,
    hasRoom: (size) => bytes + size <= maxBytes,
    wait: (milliseconds, isWaitedFor) => hold(milliseconds, isWaitedFor),
    later: (milliseconds, size, act) => {
      bytes += size;
      const held: Pick<Waiting, 'done'> = {};
      held.done = hold(milliseconds, false, held)
        .then((isOver) => isOver && act())
        // Nobody waits for what comes of it.
        .catch(() => {})
        .finally(() => {
          bytes -= size;
        });
    },
    advance: async (milliseconds) => {
      turned += milliseconds;
      const due = [...all].filter((each) => each.due <= time()).toSorted((one, other) => one.due - other.due);
      for (const { end, done } of due) {
        end(true);
        await done;
      }
      for (const { arm } of all) arm();
    },
    clear: () => {
      for (const { end } of all) end(false);
    },
  };
};
