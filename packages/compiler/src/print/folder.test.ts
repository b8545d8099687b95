import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { differences, readFolder, writeFolder } from './folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = { 'v1/rules.ts': 'one', 'v1/types.ts': 'two' };

test('what was written is read back, and nothing else is left', () => {
  mkdirSync(join(folder, 'v0'));
  writeFileSync(join(folder, 'v0', 'stray.ts'), '');
  writeFolder(folder, files);
  expect(readFolder(folder)).toEqual(files);
});

test('a folder that is not there is empty', () => {
  expect(readFolder(join(folder, 'nowhere'))).toEqual({});
});

test.each<[string, { given: Record<string, string>; want: string[] }]>([
  ['all as it should be', { given: files, want: [] }],
  ['missing', { given: { 'v1/rules.ts': 'one' }, want: ['v1/types.ts: missing'] }],
  ['differs', { given: { ...files, 'v1/types.ts': 'TWO' }, want: ['v1/types.ts: differs'] }],
  ['extra', { given: { ...files, 'v0/old.ts': '' }, want: ['v0/old.ts: extra'] }],
])('%s', (_, { given, want }) => {
  expect(differences(given, files).map(({ path, flaw }) => `${path}: ${flaw}`)).toEqual(want);
});
