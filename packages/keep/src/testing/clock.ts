/** Time that stands still until somebody waits for it. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Goes on until `until`, or until nobody waits any more. */
  run(until: number): Promise<void>;
}

/** @param isBusy Whether something goes on that takes real time, such as a statement of a database elsewhere. */
export const createClock = (start: number, isBusy = (): boolean => false): Clock => {
  let time = start;
  let count = 0;
  const waiting: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  const settled = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done));
    while (isBusy()) await new Promise((done) => setTimeout(done, 1));
  };
  return {
    now: () => time,
    sleep: (ms) =>
      new Promise((wake) => {
        count += 1;
        waiting.push({ at: time + Math.max(0, ms), order: count, wake });
      }),
    run: async (until) => {
      for (;;) {
        await settled();
        waiting.sort((one, other) => one.at - other.at || one.order - other.order);
        const [next] = waiting;
        if (!next || next.at > until) break;
        waiting.shift();
        time = Math.max(time, next.at);
        next.wake();
      }
      time = Math.max(time, until);
    },
  };
};

/** Numbers from 0 up to 1, the same ones for the same seed. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
