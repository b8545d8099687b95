import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceFile } from './replace-file.ts';
import { amend } from './testing/fake-io.ts';
import { cli, spawnAmend, stopAll } from './testing/spawn-amend.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amend-output-'));
});
afterEach(() => {
  stopAll();
  rmSync(folder, { recursive: true });
});

const matrix = (...args: string[]) => amend(['matrix', ...args], { writeFile: replaceFile });
const at = (name: string): string => join(folder, name);

describe('a file', () => {
  test('that is not there is made, and nothing is left beside it', async () => {
    await replaceFile(at('new.txt'), 'new');
    expect(readFileSync(at('new.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['new.txt']);
  });

  test('that is there is replaced as a whole, and keeps its rights', async () => {
    writeFileSync(at('old.txt'), 'old and longer', { mode: 0o622 });
    chmodSync(at('old.txt'), 0o622);
    const { ino } = statSync(at('old.txt'));
    await replaceFile(at('old.txt'), 'new');
    expect(readFileSync(at('old.txt'), 'utf8')).toBe('new');
    expect(statSync(at('old.txt')).mode & 0o777).toBe(0o622);
    // Who has the old one open reads it to its end.
    expect(statSync(at('old.txt')).ino).not.toBe(ino);
    expect(readdirSync(folder)).toEqual(['old.txt']);
  });

  test('in a folder that is not there is not made, nor the folder', async () => {
    await expect(replaceFile(at('nowhere/new.txt'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be written is not replaced', async () => {
    writeFileSync(at('kept.txt'), 'kept', { mode: 0o400 });
    await expect(replaceFile(at('kept.txt'), 'new')).rejects.toMatchObject({ code: 'EACCES' });
    expect(readFileSync(at('kept.txt'), 'utf8')).toBe('kept');
  });
});

/** What a path may stand for that is no plain file. */
const others: Readonly<Record<string, { make: () => string; says: RegExp }>> = {
  'a symbolic link': {
    make: () => {
      writeFileSync(at('precious.txt'), 'precious');
      symlinkSync(at('precious.txt'), at('link'));
      return at('link');
    },
    says: /link is a symbolic link; name the file itself, or pass --force to write through it\./,
  },
  'a symbolic link to nothing': {
    make: () => {
      symlinkSync(at('nothing'), at('link'));
      return at('link');
    },
    says: /link is a symbolic link/,
  },
  'a symbolic link to a folder': {
    make: () => {
      symlinkSync(folder, at('link'));
      return at('link');
    },
    says: /link is a symbolic link/,
  },
  'a folder': { make: () => folder, says: /is a folder; name a file in it\./ },
  'a device': { make: () => '/dev/null', says: /\/dev\/null is no plain file; pass --force to write into it\./ },
};

describe.skipIf(process.platform === 'win32')('--output', () => {
  test.each(Object.entries(others))('%s is refused, and stays as it is', async (_, { make, says }) => {
    const path = make();
    const before = lstatSync(path);
    const files = readdirSync(folder);
    const { code, out, err } = await matrix('--output', path);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(says) });
    expect(lstatSync(path).mode).toBe(before.mode);
    expect(readdirSync(folder)).toEqual(files);
    if (files.includes('precious.txt')) expect(readFileSync(at('precious.txt'), 'utf8')).toBe('precious');
  });

  test('with --force it is written through a link, and into a device', async () => {
    const path = others['a symbolic link']?.make() ?? '';
    expect(await matrix('--json', '--output', path, '--force')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(at('precious.txt'), 'utf8'))).toHaveProperty('fields');
    expect((await matrix('--output', '/dev/null', '--force')).code).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    mkdirSync(at('folder'));
    expect((await matrix('--output', at('folder'), '--force')).code).toBe(2);
  });

  test('--force alone is wrong usage', async () => {
    const { code, err } = await matrix('--force');
    expect([code, err]).toEqual([2, expect.stringMatching(/--force goes with --output FILE/)]);
  });

  test.skipIf(process.platform !== 'linux')('a full disk leaves the old file', async () => {
    const shell = `ulimit -f 1; trap '' XFSZ; ${cli.map((part) => `'${part}'`).join(' ')} matrix --json --output old.txt`;
    writeFileSync(at('old.txt'), 'old');
    const { code, err } = await spawnAmend(['-c', `cd '${folder}'; ${shell}`], {}, ['bash']).ended;
    expect([code, err]).toEqual([2, expect.stringMatching(/old\.txt cannot be written \(EFBIG\)/)]);
    expect(readdirSync(folder)).toEqual(['old.txt']);
    expect(readFileSync(at('old.txt'), 'utf8')).toBe('old');
  });
});
