import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { withFiles } from './testing.ts';

// What other files have loaded already stays as it is.
afterAll(() => {
  vi.doUnmock('@amend/compiler/read');
  vi.resetModules();
});

test('the lines of a JSON document are found in one reading of it, and in none where nobody asks', async () => {
  const actual = await vi.importActual<typeof import('@amend/compiler/read')>('@amend/compiler/read');
  const parseYaml = vi.fn(actual.parseYaml);
  vi.resetModules();
  vi.doMock('@amend/compiler/read', () => ({ ...actual, parseYaml }));
  const { readFile } = await import('./read-file.ts');
  await withFiles({ 'acme.json': '{\n"one": 1,\n"two": { "three": 3 }\n}' }, async (folder) => {
    const file = join(folder, 'acme.json');
    const { placeOf } = await readFile(file);
    expect(parseYaml).not.toHaveBeenCalled();
    expect([['one'], ['two', 'three']].map(placeOf)).toEqual([`${file}:2`, `${file}:3`]);
    expect(parseYaml).toHaveBeenCalledTimes(1);
  });
});

test.skipIf(process.platform === 'win32')('a device, which has no end, is longer than a document', async () => {
  const { readText } = await import('./read-file.ts');
  await expect(readText('/dev/zero')).rejects.toThrow('/dev/zero:1: This is longer than 9000000 bytes');
});
