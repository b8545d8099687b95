import { setTimeout as sleep } from 'node:timers/promises';
import { renderProgress } from './render.ts';
import { codeFor, overview, type Verb } from './verb.ts';

/** How often a worker says how far it is. */
const progressEvery = 10_000;

/** What a database may be for a while; the keeper waits for it. */
const passing = new Set(['unreachable', 'read-only', 'full', 'busy', 'database']);

const isPassing = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'KeepError' && 'code' in error && passing.has(String(error.code));

/** A worker in this process, until it is stopped, or nothing is due. */
export const work: Verb['run'] = async (asked) => {
  const { keeper, values, io } = asked;
  if (values.once) {
    while (!io.signal.aborted && (await keeper.tick()) > 0);
    await overview(asked);
    return codeFor(asked);
  }
  keeper.run();
  try {
    let last = '';
    for (let isFirst = true; !io.signal.aborted; isFirst = false) {
      try {
        const providers = await keeper.overview();
        const line = values.json ? JSON.stringify({ providers }) : renderProgress(providers, Date.now());
        if (line !== last) io.stdout(line);
        last = line;
      } catch (error) {
        if (isFirst || !isPassing(error)) throw error;
        if (error.message !== last) io.stderr(`amend: ${error.message}`);
        last = error.message;
      }
      await sleep(progressEvery, undefined, { signal: io.signal }).catch(() => undefined);
    }
  } finally {
    await keeper.stop();
  }
  return 0;
};
