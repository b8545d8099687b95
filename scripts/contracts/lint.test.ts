import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { lintDocuments } from '../lint/lint-documents.ts';
import { readFile } from './contracts.ts';

// `npm test` fails when a contract breaks one of our rules: each rule is broken in a real contract, and the
// project's own configuration must say so.

type Path = (string | number)[];
type Mutation = [contract: string, path: Path, value: unknown];

const schemas = (schema: string, ...path: Path): Path => ['components', 'schemas', schema, ...path];
const property = (schema: string, name: string, ...path: Path) => schemas(schema, 'properties', name, ...path);

/** The rule that must notice, and what is changed (`undefined` takes the key away). */
const mutations: Record<string, Mutation> = {
  'known-extensions': ['hpay', property('UserUpdate', 'name', 'x-updateable'), []],
  'update-properties-have-rules': ['stilt', property('UserUpdate', 'email', 'x-updatable'), undefined],
  'read-only-is-not-updatable': ['hpay', property('UserUpdate', 'name', 'readOnly'), true],
  'updatable-items-match-enum': [
    'machnet',
    property('IndividualUserUpdate', 'virtual_documents', 'x-updatable-items', 'kinds', 'SSNN'),
    [],
  ],
  'verification-covers-status': ['machnet', schemas('User', 'x-verification', 'unknown'), []],
  'facts-have-sources': ['stilt', property('UserUpdate', 'email', 'x-source'), undefined],
  'operations-declare-retry': ['ingo', ['paths', '/user/update', 'post', 'x-retry'], undefined],
  'closed-requests-open-responses': ['hpay', schemas('UserUpdate', 'additionalProperties'), undefined],
  'safe-patterns': ['stilt', schemas('Name', 'pattern'), "^([aA-zZ]+[,.]?[ ]?|[aA-zZ]+['-]?)+$"],
  'sensitive-properties-are-hidden': ['ingo', property('UserUpdate', 'ssn', 'writeOnly'), undefined],
  'operations-have-examples': [
    'machnet',
    ['paths', '/users', 'post', 'requestBody', 'content', 'application/json', 'examples'],
    undefined,
  ],
};

const files: Record<string, string> = {
  ingo: 'specs/ingo/v4.yaml',
  machnet: 'specs/machnet/v4.yaml',
  stilt: 'specs/stilt/v1.yaml',
  hpay: 'specs/hpay/v1.yaml',
};

const mutate = ([contract, path, value]: Mutation): string => {
  const document = parseDocument(readFile(files[contract] ?? ''));
  if (value === undefined) expect(document.deleteIn(path)).toBe(true);
  else document.setIn(path, value);
  return document.toString();
};

test('each of our rules guards the contracts', async () => {
  const config = readFile('redocly.yaml')
    .replace(/^telemetry:.*$/m, '')
    .replace(/^apis:[\s\S]*?(?=^\S)/m, '')
    .replace('scripts/lint/plugin.ts', 'PLUGIN');
  const names = Object.keys(mutations);
  const verdicts = await lintDocuments(
    Object.fromEntries(Object.entries(mutations).map(([name, mutation]) => [name, mutate(mutation)])),
    config,
  );
  const noticed = Object.fromEntries(
    names.map((name) => [name, verdicts[name]?.some((line) => line.startsWith(`amend/${name} `))]),
  );
  expect(noticed).toEqual(Object.fromEntries(names.map((name) => [name, true])));
});

test('each of our rules is on, and is tried above', () => {
  const on = [...readFile('redocly.yaml').matchAll(/^ {2}amend\/([a-z-]+): error$/gm)].map(([, name]) => name);
  const defined = [...readFile('scripts/lint/plugin.ts').matchAll(/^ {6}'([a-z-]+)':/gm)].map(([, name]) => name);
  expect(on).toEqual(defined);
  expect(Object.keys(mutations)).toEqual(defined);
});
