import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { replaceFolder } from './replace-folder.ts';

const readFolder = vi.hoisted(() => vi.fn());
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  readFolder.mockImplementation(real.readdir);
  return { ...real, readdir: readFolder };
});

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'amend-folder-'));
  folder = join(parent, 'site');
});
afterEach(() => rmSync(parent, { recursive: true }));

const write = (files: Record<string, string>) =>
  replaceFolder(
    folder,
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    '.list.json',
  );
const found = () => readdirSync(folder, { recursive: true }).map(String).toSorted();

describe('a folder', () => {
  test('that is not there is made, with those above it', async () => {
    folder = join(parent, 'a/b');
    await write({ 'index.html': 'page', 'data/one.json': '1' });
    expect(found()).toEqual(['.list.json', 'data', 'data/one.json', 'index.html']);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('page');
  });

  test('that is empty is filled', async () => {
    mkdirSync(folder);
    await write({ a: '1' });
    expect(found()).toEqual(['.list.json', 'a']);
  });

  test('of an earlier run holds nothing of it any more', async () => {
    await write({ a: '1', 'old/b': '2' });
    await write({ a: '3', 'new/c': '4' });
    expect(found()).toEqual(['.list.json', 'a', 'new', 'new/c']);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('3');
  });

  test('of a run that was broken off too', async () => {
    await write({ a: '1', b: '2' });
    rmSync(join(folder, 'b'));
    await write({ c: '3' });
    expect(found()).toEqual(['.list.json', 'c']);
  });
});

describe('is left as it is, where it', () => {
  test.each<[name: string, make: () => void, says: RegExp]>([
    [
      'holds something else',
      () => {
        mkdirSync(join(folder, 'src'), { recursive: true });
        writeFileSync(join(folder, 'src/mine.ts'), 'mine');
      },
      /site holds src\/mine\.ts, which was not written by this command; name an empty or a new folder\.$/,
    ],
    ['is a file', () => writeFileSync(folder, 'mine'), /site is no folder; name another\.$/],
    [
      'is a link',
      () => {
        mkdirSync(join(parent, 'real'));
        symlinkSync(join(parent, 'real'), folder);
      },
      /site is a symbolic link; name the folder itself\.$/,
    ],
    [
      'holds a list that is none',
      () => {
        mkdirSync(folder);
        writeFileSync(join(folder, '.list.json'), '{"a":1}');
      },
      /site holds \.list\.json, which/,
    ],
  ])('%s', async (_, make, says) => {
    make();
    await expect(write({ a: '1' })).rejects.toThrow(says);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  test.each([
    ['something beside what was written', 'mine.txt', (path: string) => writeFileSync(path, 'mine')],
    ['a link in the place of a file', 'a', (path: string) => symlinkSync(join(parent, 'mine'), path)],
    ['a link in the place of a folder', 'b', (path: string) => symlinkSync(parent, path)],
  ])('holds %s', async (_, name, make) => {
    writeFileSync(join(parent, 'mine'), 'mine');
    await write({ a: '1', 'b/c': '2' });
    rmSync(join(folder, name), { recursive: true, force: true });
    make(join(folder, name));
    await expect(write({ a: '3' })).rejects.toThrow(`holds ${name}, which was not written`);
    expect(readFileSync(join(parent, 'mine'), 'utf8')).toBe('mine');
  });

  test('holds something at the top: nothing below is looked into, as there may be a whole disk', async () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    readFolder.mockClear();
    await expect(write({ a: '1' })).rejects.toThrow('holds mine.txt, which was not written');
    expect(readFolder.mock.calls).toEqual([[folder, { withFileTypes: true }]]);
  });

  test('lists what is elsewhere, which stays there', async () => {
    writeFileSync(join(parent, 'mine'), 'mine');
    await write({ a: '1' });
    writeFileSync(join(folder, '.list.json'), '["a","../mine","/etc/passwd"]');
    await write({ b: '2' });
    expect(readFileSync(join(parent, 'mine'), 'utf8')).toBe('mine');
    expect(found()).toEqual(['.list.json', 'b']);
  });
});
