import { checkSync, type Diagnostics } from 'recheck';

// The back end without a thread or a process of its own.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** Work is counted and not timed: the verdict on a busy machine is that on an idle one. */
const limits = {
  timeout: null,
  attackLimit: 100_000_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
};

/** Whether a pattern takes linear time on every text. */
export const checkPattern = (source: string, flags: string): Diagnostics => checkSync(source, flags, limits);
