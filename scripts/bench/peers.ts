import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

// orval's own range leads to a parser some of whose dependencies are not to be had, hence the override; and
// hey-api does not run on TypeScript 7.
const list = readFileSync(new URL('peers.json', import.meta.url), 'utf8');

/**
 * The folder with the other generators and engines. They are large and nothing else needs them, so they are no dependencies of this
 * repository: npm installs them beside the user's other caches, once for each list.
 */
export const installPeers = (): string => {
  const caches = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'amend-bench');
  const folder = join(caches, createHash('sha256').update(list).digest('hex').slice(0, 12));
  if (existsSync(folder)) return folder;
  console.error(`Installing the peers in ${folder}, this once ...`);
  mkdirSync(caches, { recursive: true });
  const unfinished = mkdtempSync(join(caches, 'unfinished-'));
  writeFileSync(join(unfinished, 'package.json'), list);
  const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: unfinished,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true });
    throw new Error(`The peers could not be installed:\n${stderr}`);
  }
  renameSync(unfinished, folder);
  return folder;
};
