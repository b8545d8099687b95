import { expect, test } from 'vitest';
import { renderFiles } from '../print/render-contract.ts';
import { goldenMembers } from '../testing/golden.ts';
import { readFile } from './contracts.ts';
import { parseContract } from './read-contract.ts';

// Where a rule below the top level is read, and where it would be dropped in silence.

const text = readFile(goldenMembers.path);
const stray =
  'x-updatable means nothing here: it belongs to the bodies of operations with x-update, to properties and to members of objects that are written out there.';
const rule = "x-updatable: [], x-source: { evidence: seed, from: 'Golden, Places' }";

test.each<[what: string, wanted: string, by: string, message: string]>([
  [
    'a status that is none',
    'x-updatable: [retry]',
    'x-updatable: [RETYR]',
    'RETYR is neither unverified, nor verified, nor a word of x-verification.',
  ],
  [
    'a status in which nothing may change',
    'x-updatable: [retry]',
    'x-updatable: [closed]',
    'Nothing may change in closed, which x-verification has as frozen.',
  ],
  [
    'a rule without a source',
    ", x-source: &taxes { evidence: seed, from: 'Golden, Taxes' }",
    '',
    'The rule of number has no x-source.',
  ],
  [
    'a rule within a list',
    'tags: { type: array, items: { type: string }, x-updatable: [unverified], x-source: *places }',
    `tags: { type: array, items: { type: object, properties: { name: { type: string, ${rule} } } } }`,
    stray,
  ],
  [
    'a rule within a map',
    'language: { type: string }',
    `language: { type: object, additionalProperties: { type: object, properties: { name: { type: string, ${rule} } } } }`,
    stray,
  ],
  [
    'a rule within alternatives',
    'title: { type: string }',
    `title: { anyOf: [{ type: string }, { type: object, properties: { name: { type: string, ${rule} } } }] }`,
    stray,
  ],
  ['a rule behind a reference', 'title: { type: string }', "title: { $ref: '#/components/schemas/Title' }", stray],
  [
    'a rule of what only the provider sets',
    'office: { type: string }\n        address',
    `office: { type: string, readOnly: true, ${rule} }\n        address`,
    stray,
  ],
  [
    'a rule of a user',
    'individual:\n          type: object\n          properties:\n            title: { type: string }',
    `individual:\n          type: object\n          properties:\n            title: { type: string, ${rule} }`,
    stray,
  ],
  [
    'kinds of elements',
    'x-updatable: [unverified], x-source: *places }\n        settings',
    'x-updatable: [unverified], x-source: *places, x-updatable-items: { property: a, kinds: { A: [] } } }\n        settings',
    'x-updatable-items means nothing here: it belongs to the bodies of operations with x-update.',
  ],
  [
    'an effect',
    'x-updatable: [retry]',
    'x-effect: held-for-review, x-updatable: [retry]',
    'x-effect means nothing here: it belongs to the bodies of operations with x-update.',
  ],
])('%s is refused', async (_, wanted, by, message) => {
  const component = by.includes('Title') ? `    Title: { type: object, properties: { short: { ${rule} } } }\n` : '';
  const given = text.replace(wanted, by).replace('    User:\n', `${component}    User:\n`);
  expect(given).not.toBe(text);
  const told = await renderFiles(parseContract(goldenMembers, given)).then(
    () => 'taken',
    (refused: Error) => refused.message,
  );
  expect(told.replace(/:[0-9]+: /, ': ')).toBe(`${goldenMembers.path}: ${message}`);
});
