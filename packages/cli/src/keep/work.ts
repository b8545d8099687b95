import { setTimeout as sleep } from 'node:timers/promises';
import { explorerLine } from '../explorer/pages.ts';
import { readPort } from '../read-port.ts';
import { openPage } from './page.ts';
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
  const page = values.page === undefined ? undefined : await openPage(keeper, readPort(values.page, 'page'), io);
  if (values.page !== undefined && !page) return 1;
  if (page) io.stdout(values.json ? JSON.stringify({ page: `${page.url}/` }) : explorerLine(page.url).trimEnd());
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
    await page?.close();
    await keeper.stop();
  }
  return 0;
};
