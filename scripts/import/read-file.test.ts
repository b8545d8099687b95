import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readFile } from './read-file.ts';
import { withFiles } from './testing.ts';

const { parseYaml } = vi.hoisted(() => ({ parseYaml: vi.fn() }));
vi.mock('@amend/compiler/read', async (original) => {
  const actual = await original<typeof import('@amend/compiler/read')>();
  parseYaml.mockImplementation(actual.parseYaml);
  return { ...actual, parseYaml };
});

test('the lines of a JSON document are found in one reading of it, and in none where nobody asks', async () => {
  await withFiles({ 'acme.json': '{\n"one": 1,\n"two": { "three": 3 }\n}' }, async (folder) => {
    const { lineOf } = await readFile(join(folder, 'acme.json'));
    expect(parseYaml).not.toHaveBeenCalled();
    expect([lineOf(['one']), lineOf(['two']), lineOf(['two', 'three'])]).toEqual([2, 3, 3]);
    expect(parseYaml).toHaveBeenCalledTimes(1);
  });
});
