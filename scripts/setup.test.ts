import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const { scripts, packageManager }: { scripts: Readonly<Record<string, string>>; packageManager: string } = manifest;
// What runs by itself, what the set-up is, and the parts of `check`.
const parts = /^(setup|prepare|pre.*|unused|lint:.*)$/;
const commands = Object.keys(scripts).filter((name) => !parts.test(name));

test.each(commands)('npm run %s may be the first command on a machine', (name) => {
  expect(scripts[`pre${name}`]).toMatch(/^node scripts\/setup\.mjs( --once( --generate)?)?$/);
});

test.each(['amend', 'matrix', 'mapping'])('npm run %s answers from the contracts as they are', (name) => {
  expect(scripts[`pre${name}`]).toContain(' --generate');
});

describe('in a folder with a space and a letter that is not ASCII', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend ü '));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const path of ['scripts', 'bin', 'node_modules']) mkdirSync(join(folder, path));
  for (const path of ['package.json', 'scripts/setup.mjs']) copyFileSync(join(root, path), join(folder, path));
  const failing = '#!/bin/sh\necho the registry cannot be reached\nexit 1\n';
  writeFileSync(join(folder, 'bin/npm'), failing, { mode: 0o755 });
  const setup = (...args: string[]) => {
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/setup.mjs'), ...args], {
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const failed = {
    status: 1,
    stdout: '',
    stderr: 'the registry cannot be reached\nThe installation failed; see the lines above.\n',
  };

  test('an installation that fails says so, and nothing on standard output', () => expect(setup()).toEqual(failed));

  test('npm is told to take the very pnpm whose hash package.json names', () => {
    const npm = '#!/bin/sh\necho "$@"; cat package-lock.json; echo; pwd\nexit 1\n';
    writeFileSync(join(folder, 'bin/npm'), npm);
    const [, version, hash = ''] = /^pnpm@(.+)\+sha512\.(.+)$/.exec(packageManager) ?? [];
    const [call, lockfile = '', place = ''] = setup().stderr.split('\n');
    expect(call).toMatch(/^ci --ignore-scripts /);
    const integrity = `sha512-${Buffer.from(hash, 'hex').toString('base64')}`;
    expect(JSON.parse(lockfile).packages['node_modules/pnpm']).toEqual({ version, integrity });
    expect(existsSync(place), 'what was borrowed is gone').toBe(false);
    writeFileSync(join(folder, 'bin/npm'), failing);
  });

  test('one that was broken off is made again', () => expect(setup('--once')).toEqual(failed));

  test('one that is complete is left alone, if it is asked for once', () => {
    writeFileSync(join(folder, 'node_modules/.modules.yaml'), '');
    expect(setup('--once')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(setup()).toEqual(failed);
  });

  test('and its code is generated, if that is asked for too', () => {
    writeFileSync(join(folder, 'scripts/generate.ts'), 'console.log(process.argv.slice(2).join());');
    expect(setup('--once', '--generate')).toEqual({ status: 0, stdout: '', stderr: '--quiet\n' });
    writeFileSync(join(folder, 'scripts/generate.ts'), 'process.exit(1);');
    const stderr = 'Generating the code failed; see the lines above.\n';
    expect(setup('--once', '--generate')).toEqual({ status: 1, stdout: '', stderr });
  });
});
