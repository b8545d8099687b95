import { rmSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPackages } from './install-packages.ts';
import { expected, startProviders } from './provider-server.ts';

// The packages as they are published, bundled for where there is no Node: a built-in of Node does not resolve there.

const inFolder = installPackages();
let providers: Awaited<ReturnType<typeof startProviders>>;

beforeAll(async () => {
  providers = await startProviders();
  return providers.stop;
});

afterAll(() => rmSync(inFolder(), { recursive: true }));

const bundle = async (contents: string, conditions: string[] = []) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: inFolder() },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'bundle',
    platform: 'browser',
    target: 'es2022',
    conditions,
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    code: outputFiles[0]?.text ?? '',
    files: inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path),
  };
};

/** What browsers and edge runtimes have in common, as far as the clients need it; anything else is an error. */
const webGlobals = {
  AbortController,
  btoa,
  clearTimeout,
  crypto,
  FormData,
  fetch,
  performance,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
};

test.each([
  ['a browser', ['browser']],
  ['workerd', ['workerd', 'worker', 'browser']],
])('the clients run with the globals of %s', async (_, conditions) => {
  const { code } = await bundle("export { callEach } from './consumer.js'", conditions);
  const { callEach } = runInNewContext(`${code}; bundle`, { ...webGlobals }) as typeof import('./consumer.ts');
  expect(await callEach(providers.origin)).toEqual(expected);
});

describe('what is not used is left out', () => {
  test('unwrap comes alone', async () => {
    const { code, files } = await bundle("export { unwrap } from '@amend/client'");
    expect(files).toEqual(['<stdin>', expect.stringMatching(/client\/dist\/result\.js$/)]);
    expect(code.length).toBeLessThan(1000);
  });

  test('a client comes without its rules', async () => {
    const { files } = await bundle("export { createMachnet } from '@amend/machnet'");
    expect(files.filter((path) => /rules|types|ingo|hpay|stilt/.test(path))).toEqual([]);
    expect(files).toContainEqual(expect.stringMatching(/machnet\/dist\/generated\/v4\/validators\.js$/));
  });
});
