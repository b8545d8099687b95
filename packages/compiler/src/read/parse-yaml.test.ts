import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { golden, goldenText } from '../testing/golden.ts';
import { parseYaml } from './parse-yaml.ts';
import { parseContract } from './read-contract.ts';

const bomb = ['&a [x, x, x, x, x, x, x, x, x]', ...'abcdefgh']
  .map((start, index) =>
    index === 0
      ? `a: ${start}`
      : `${'abcdefghi'[index]}: &${'abcdefghi'[index]} [${Array(9).fill(`*${start}`).join(', ')}]`,
  )
  .join('\n');

test.each<[string, string, string]>([
  ['an alias bomb', bomb, 'x.yaml:2: Excessive alias count indicates a resource exhaustion attack'],
  ['an alias in itself', 'a: 1\nb: &b\n  c: { d: *b }', 'x.yaml:3: This alias stands in what it stands for.'],
  ['an alias of nothing', 'a: 1\nb: *b', 'x.yaml:2: Unresolved alias (the anchor must be set before the alias): b'],
  ['a key twice', 'a: 1\na: 2', 'x.yaml:2: Map keys must be unique'],
  ['a tab', 'a:\n\tb: 1', 'x.yaml:2: Tabs are not allowed as indentation'],
  [
    'two documents',
    'a: 1\n---\nb: 1',
    'x.yaml:2: Source contains multiple documents; please use YAML.parseAllDocuments()',
  ],
  ['lists in lists', `a: 1\nb: ${'['.repeat(200_000)}`, 'x.yaml:2: This is nested more than 200 deep.'],
  ['maps in maps', '{a: '.repeat(200_000), 'x.yaml:1: This is nested more than 200 deep.'],
  ['elements in elements', `a: 1\n${'- '.repeat(200_000)}x`, 'x.yaml:2: This is nested more than 200 deep.'],
  [
    'lines that stand further and further in',
    Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    'x.yaml:201: This is nested more than 200 deep.',
  ],
  ['50 MB', `a: 1\n${'#'.repeat(50_000_000)}`, 'x.yaml:1: This is longer than 4000000 characters.'],
])('%s is refused in one line that names the place', (_, text, message) => {
  expect(() => parseYaml('x.yaml', text)).toThrow(expect.objectContaining({ name: 'ContractError', message }));
});

test('a mark of the byte order, and aliases that end, are read', () => {
  expect(parseYaml('x.yaml', '\ufeffa: &a [1]\nb: *a').document).toEqual({ a: [1], b: [1] });
  const often = Array(1000).fill('*a');
  expect(parseYaml('x.yaml', `a: &a { b: 1 }\nc: [${often.join(', ')}]`).document).toMatchObject({ a: { b: 1 } });
  expect(parseContract(golden, `\ufeff${goldenText}`).document).toEqual(parseContract(golden, goldenText).document);
});

test.each<[string, path: (string | number)[], line: number]>([
  ['a key', ['b', 'c'], 3],
  ['an element', ['b', 'c', 1], 5],
  ['what is not there is looked for above', ['b', 'gone', 'x'], 2],
  ['the document', [], 1],
])('the line of a node: %s', (_, path, line) => {
  expect(parseYaml('x.yaml', 'a: 1\nb:\n  c:\n    - 1\n    - 2\n').lineOf(path)).toBe(line);
});

describe('where a folder is named for it, what was read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-yaml-'));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });

  test('is not read again, and its places are told all the same', () => {
    vi.stubEnv('AMEND_READ_CACHE', folder);
    expect(parseYaml('x.yaml', 'a: &a [1]\nb: *a').document).toEqual({ a: [1], b: [1] });
    const [file = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    writeFileSync(join(folder, file), '{"a":[2]}');
    const { document, fail, lineOf } = parseYaml('x.yaml', 'a: &a [1]\nb: *a');
    expect(document).toEqual({ a: [2] });
    expect(lineOf(['b'])).toBe(2);
    expect(() => fail(['b'], 'No.')).toThrow('x.yaml:2: No.');
    writeFileSync(join(folder, file), '{"a":');
    expect(parseYaml('x.yaml', 'a: &a [1]\nb: *a').document).toEqual({ a: [1], b: [1] });
  });

  test('is read again if JSON cannot hold it, or if it was refused', () => {
    vi.stubEnv('AMEND_READ_CACHE', folder);
    for (const _ of [1, 2]) expect(parseYaml('x.yaml', 'a: .inf').document).toEqual({ a: Infinity });
    for (const _ of [1, 2]) expect(() => parseYaml('x.yaml', 'a: 1\na: 2')).toThrow('x.yaml:2: Map keys');
  });
});
