import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeepError, type KeepErrorCode, type Overview } from '@amend/keep';
import { afterAll, expect, test, vi } from 'vitest';
import { amend } from '../testing/fake-io.ts';

const sleep = vi.hoisted(() => vi.fn());
vi.mock('node:timers/promises', () => ({ setTimeout: sleep }));

const folder = mkdtempSync(join(tmpdir(), 'amend-cli-outage-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'keeper.mjs');
writeFileSync(file, 'export default () => globalThis.keeperOfTheOutage;');

const fine: readonly Overview[] = [{ provider: 'one', pending: 0, held: {} }];

/** `amend keep run`, at whose looks these things happen, one after the other; then it is stopped. */
const run = async (...looks: readonly (KeepErrorCode | 'fine')[]) => {
  const stop = new AbortController();
  const coming = [...looks];
  const stopped = vi.fn();
  const overview = async () => {
    const next = coming.shift() ?? 'fine';
    if (next !== 'fine') throw new KeepError(next, `It is ${next}.`);
    return fine;
  };
  Object.assign(globalThis, { keeperOfTheOutage: { overview, reconcile: () => {}, run: () => {}, stop: stopped } });
  sleep.mockImplementation(async () => {
    if (coming.length === 0) stop.abort();
  });
  const { code, out, err } = await amend(['keep', 'run', '--keeper', file], { signal: stop.signal });
  expect(stopped).toHaveBeenCalledOnce();
  return { code, out, err, left: coming.length };
};

test.each<KeepErrorCode>(['unreachable', 'read-only', 'full', 'busy', 'database'])(
  'a worker outlives a database that is %s for a while, and says it once',
  async (code) => {
    expect(await run('fine', code, code, 'fine')).toEqual({
      code: 0,
      out: 'Everything is kept.\nEverything is kept.',
      err: `amend: It is ${code}.`,
      left: 0,
    });
  },
);

test.each<[name: string, looks: (KeepErrorCode | 'fine')[]]>([
  ['is not there when it begins', ['unreachable', 'fine']],
  ['is of another version by now', ['fine', 'newer-schema', 'fine']],
])('a worker ends where its database %s', async (_, looks) => {
  expect(await run(...looks)).toMatchObject({ code: 1, err: expect.stringMatching(/^amend: It is /), left: 1 });
});
