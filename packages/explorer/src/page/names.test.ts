import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contracts, readModel } from '@amend/compiler/read';
import { expect, test } from 'vitest';

// The page shows what contracts say, and knows none of it: no name of the wire, no provider, no kind of user.

const here = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('**/*.{ts,tsx,css,html}', { cwd: here }).filter(
  (file) => !/\.test\.ts$|^testing\//.test(file.replaceAll('\\', '/')),
);
const texts = files.map((file) => [file, readFileSync(here + file, 'utf8')] as const);

const propertiesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { properties } = value as { properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(value).flatMap(propertiesIn)];
};

const models = contracts.map(({ name }) => readModel(name));
const names = [...new Set(models.flatMap(({ document }) => propertiesIn(document)))];

/** English words that our own code, OpenAPI or HTML has too, each for what it says there. */
const ours = new Set(
  'address business data detail event id input items limit message name page search state status type value'.split(' '),
);

/** Words of ours that some provider has for something else: a field by its name, and why a keeper holds what was refused. */
const ourWords = new Set(['status', 'rejected']);

test('no file has the name of a property of any contract', () => {
  expect(names.length).toBeGreaterThan(100);
  expect(files.length).toBeGreaterThan(20);
  const found = texts.flatMap(([file, text]) =>
    names
      .filter((name) => !ours.has(name) && new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text))
      .map((name) => [file, name]),
  );
  expect(found).toEqual([]);
});

test('the words that are let through are names of some contract', () => {
  expect([...ours].filter((word) => !names.includes(word))).toEqual([]);
});

test('no file names a provider, a status of its own, or one of its events', () => {
  const words = models.flatMap(({ provider, verification, webhooks }) => [
    provider,
    ...Object.values(verification ?? {})
      .flat()
      .filter((word) => !ourWords.has(word) && !/^(?:un)?verified$/i.test(word)),
    ...webhooks.flatMap(({ events }) => Object.keys(events)),
  ]);
  expect(words.length).toBeGreaterThan(10);
  expect(
    texts.flatMap(([file, text]) => words.filter((word) => text.includes(word)).map((word) => [file, word])),
  ).toEqual([]);
});

test('the source is short: no file over 120 lines', () => {
  const long = texts
    .map(([file, text]) => [file, text.split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 120);
  expect(long).toEqual([]);
});
