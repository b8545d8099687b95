import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@amend/examples/chromium';
import type * as Published from '@amend/mock';
import { build } from 'esbuild';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InPage } from './everywhere/page.ts';
import { type Answer, play, type Step } from './everywhere/play.ts';
import { atHome, stepsFrom } from './everywhere/steps.ts';
import { installPackages } from './install-packages.ts';

// The mock as it is published: on a port, in a process and in a page that lets no text become code, it answers the same.

const inFolder = installPackages('mock');
afterAll(() => rmSync(inFolder(), { recursive: true }));

const { createMock }: typeof Published = await import(inFolder('node_modules/@amend/mock/dist/index.js'));
const options = (seed: string) => ({ seed, now: () => Date.UTC(2026, 10, 27) });
const { fixtures } = await createMock();
const steps = stepsFrom(27, 500, fixtures);
const inProcess = await play((await createMock(options('everywhere'))).fetch, 'http://any', steps);

test('the calls meet successes, refusals, faults and all of the mock’s own', () => {
  const statuses = inProcess.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 201, 204, 400, 401, 404, 422, 429, 500, 'no answer']));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(100);
  expect(inProcess.filter(({ body }) => /The mock (?:failed|broke)/.test(body))).toEqual([]);
});

test('a server answers as a mock in the process does', async () => {
  const mock = await createMock(options('everywhere'));
  const { url } = await mock.listen();
  const answers = await play(fetch, url, steps);
  await mock.close();
  expect(answers).toEqual(inProcess);
});

const calls = atHome(steps);
const homeAnswers = await play(
  (await createMock(options('at home'))).fetch,
  'http://any',
  calls.map(({ here }) => here),
);
const homeSteps = calls.map(({ there }) => there);
/** MSW's answers need no CORS. */
const withoutVary = (answers: readonly Answer[]) =>
  answers.map(({ headers: { vary: _, ...headers }, ...rest }) => ({ ...rest, headers }));

test('MSW answers at the providers’ own addresses, and breaks a connection as a fault asks for it', async () => {
  const mock = await createMock(options('at home'));
  const server = setupServer(...mock.handlers(http));
  server.listen({ onUnhandledRequest: 'error' });
  try {
    expect(new Set(homeSteps.map(({ path }) => new URL(path).origin)).size).toBeGreaterThan(5);
    expect(withoutVary(await play(fetch, '', homeSteps))).toEqual(withoutVary(homeAnswers));
    const body = JSON.stringify({ reset: true });
    await mock.fetch('http://any/__amend/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(
      await play(fetch, '', homeSteps.filter(({ headers }) => !headers['x-amend-session']).slice(0, 1)),
    ).toMatchObject([{ status: 'no answer' }]);
  } finally {
    server.close();
  }
});

describe.skipIf(findChromium() === undefined)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('everywhere/page.ts', import.meta.url))],
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      outdir: '/',
      write: false,
      nodePaths: [inFolder('node_modules')],
      alias: { '@amend/mock/browser': inFolder('node_modules/@amend/mock/dist/browser.js') },
    });
    const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
    files.set(
      '/mockServiceWorker.js',
      readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8'),
    );
    files.set(
      '/',
      '<!doctype html><meta charset="utf-8"><title>Mock</title><script type="module" src="/page.js"></script>',
    );
    const server = createServer(({ url = '/' }, response) => {
      const text = files.get(url);
      response.writeHead(text === undefined ? 404 : 200, {
        'content-type': url === '/' ? 'text/html' : 'text/javascript',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self' https:",
      });
      response.end(text);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.inPage');
    return async () => {
      await browser.close();
      server.close();
    };
  });

  const inPage = <Result>(
    work: (page: InPage, [seed, steps]: readonly [string, readonly Step[]]) => Result,
    seed: string,
    steps: readonly Step[],
  ) => page.evaluate(`(${work})(globalThis.inPage, ${JSON.stringify([seed, steps])})`) as Promise<Awaited<Result>>;

  test('a page answers as a mock in the process does, and lets no text become code', async () => {
    expect(await inPage((all, given) => all.play(...given), 'everywhere', steps)).toEqual(inProcess);
    expect(wrong).toEqual([]);
    expect(await inPage((all) => all.makesCode(), '', [])).toBe(false);
  });

  test('so does MSW’s worker at the providers’ own addresses', async () => {
    const answers = await inPage((all, given) => all.playByWorker(...given), 'at home', homeSteps);
    expect(withoutVary(answers)).toEqual(withoutVary(homeAnswers));
  });
});
