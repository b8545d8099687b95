import { expect, test } from 'vitest';
import { renderFiles } from '../print/render-contract.ts';
import { goldenMembers } from '../testing/golden.ts';
import { readFile } from './contracts.ts';
import { parseContract } from './read-contract.ts';
import { type BodyRules, updateRulesOf } from './update-rules.ts';

/** The rules of what stands in a property of the body, in this contract with another text in some place. */
const membersOf = (property: string, wanted: string, by: string): unknown => {
  const given = text.replace(wanted, by);
  expect(given).not.toBe(text);
  const [{ rules }] = updateRulesOf(parseContract(goldenMembers, given)) as [BodyRules];
  return Reflect.get(rules.properties[property] ?? {}, 'members');
};

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

test('what is only sent is hidden, also where a mask of it is shown', () => {
  const shown = 'tax: { type: object, properties: { number: { type: string }, office';
  const members = membersOf('individual', 'tax: { type: object, properties: { office', shown);
  expect(members).toMatchObject({ tax: { hidden: true, members: { number: { hidden: true } } } });
  const open = membersOf(
    'preferences',
    'currency: { type: string, x-upd',
    'currency: { type: string, maxLength: 3, x-upd',
  );
  expect(open).toEqual({ currency: expect.not.objectContaining({ hidden: true }), tags: expect.anything() });
});

test('what is replaced merges nothing within it', () => {
  const [partial, replaced] = ['partial', 'replacement'].map((word) =>
    membersOf(
      'individual',
      'x-update: partial\n          x-updatable: [unverified, verified, retry]',
      `x-update: ${word}\n          description: Changed.\n          x-updatable: [unverified, verified, retry]`,
    ),
  );
  expect(partial).toMatchObject({ tax: { merges: true } });
  expect(replaced).toMatchObject({ tax: expect.not.objectContaining({ merges: true }) });
});
