import { createMock } from '@amend/mock/browser';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { play, type Step } from './play.ts';

// What a page does with the mock, for a test that drives a browser.

const options = (seed: string) => ({ seed, now: () => Date.UTC(2026, 10, 27) });

/** What a debugger calls may make code all the same; a task of the page's own may not. */
const asTask =
  <Given extends readonly unknown[], Result>(work: (...given: Given) => Result) =>
  async (...given: Given): Promise<Awaited<Result>> => {
    await new Promise((resolve) => setTimeout(resolve));
    return await work(...given);
  };

const inPage = {
  /** The answers of a mock in this page. */
  play: asTask(async (seed: string, steps: readonly Step[]) =>
    play((await createMock(options(seed))).fetch, 'http://any', steps),
  ),
  /** The answers of MSW's worker, at the providers' own addresses. */
  playByWorker: asTask(async (seed: string, steps: readonly Step[]) => {
    const mock = await createMock(options(seed));
    const worker = setupWorker(...mock.handlers(http));
    await worker.start({ quiet: true });
    const answers = await play((url, init) => fetch(url, init), '', steps);
    worker.stop();
    return answers;
  }),
  /** Whether this page lets a text become code. */
  makesCode: asTask(() => {
    try {
      return Function('return true')();
    } catch {
      return false;
    }
  }),
};

export type InPage = typeof inPage;

Object.assign(globalThis, { inPage });
