import './tell-errors.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readFile } from '@amend/compiler/read';
import { transformSync } from 'esbuild';
import { trials } from './compat/trials.ts';
import { readArguments } from './read-arguments.ts';
import { packages } from './wire/install-packages.ts';
import { expected, startProviders } from './wire/provider-server.ts';

// Tries the packages, as they would be published, in other people's runtimes and tools: `npm run compat [-- trial …]`.
// It takes minutes and installs from the npm registry, and so is no part of the tests; CI runs what tries the mock.

const root = fileURLToPath(new URL('..', import.meta.url));
const { names } = readArguments({
  usage: 'Usage: npm run compat [-- TRIAL ...]',
  names: { what: 'trial', among: Object.keys(trials) },
});

interface Ended {
  readonly code: unknown;
  readonly said: string;
}

const run = async (folder: string, program: string, given: readonly string[], env: object = {}): Promise<Ended> => {
  const child = spawn(program, given, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'close');
  return { code, said: (await said).join('') };
};

const tarballs = [...packages, 'check', 'explorer', 'keep', 'mock', 'cli'].map((name) =>
  join(root, 'packages', name, 'package.tgz'),
);

const tryIn = async (folder: string, name: string, origin: string): Promise<Ended> => {
  const { install, files = {}, run: given, node = process.execPath } = trials[name] as (typeof trials)[string];
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const installed = await run(folder, 'npm', ['install', ...quiet, ...tarballs, ...install]);
  if (installed.code !== 0) return installed;
  const consumer = readFile('scripts/wire/consumer.ts');
  writeFileSync(join(folder, 'consumer.ts'), consumer);
  writeFileSync(join(folder, 'consumer.js'), transformSync(consumer, { loader: 'ts' }).code);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(folder, path), content);
    else copyFileSync(join(import.meta.dirname, 'compat', content.file), join(folder, path));
  }
  const program = node === process.execPath ? node : join(folder, node);
  return run(folder, program, given, { ORIGIN: origin, EXPECTED: JSON.stringify(expected) });
};

const providers = await startProviders();
for (const name of names) {
  const folder = mkdtempSync(join(tmpdir(), 'amend-compat-'));
  const { code, said } = await tryIn(folder, name, providers.origin);
  console.log(`${name.padEnd(20)}${code === 0 ? 'ok' : 'failed'}`);
  if (code !== 0) {
    console.error(said.split(folder).join('.').slice(-4000));
    process.exitCode = 1;
  }
  rmSync(folder, { recursive: true, force: true });
}
providers.stop();
