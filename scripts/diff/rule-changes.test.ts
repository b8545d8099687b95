import { modelOf, parseContract } from '@amend/compiler/read';
import { golden, goldenText } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { type Mapping, noMapping } from './mapping.ts';
import { ruleChanges } from './rule-changes.ts';
import { tellRule } from './tell-rule.ts';

const row = (...fields: string[]) => ({ is: 'fields', fields });
const mapping: Mapping = {
  ...noMapping,
  actions: {
    'goldenUser.create': { operation: 'createUser', answer: {}, rows: { ssn: row('ssn') } },
    'goldenUser.update': {
      operation: 'updateUser',
      answer: {},
      rows: { name: row('firstName', 'lastName'), ssn: row('ssn'), documents: row('documents') },
    },
  },
};

const read = (text: string) => {
  const contract = parseContract(golden, text);
  return { contract, model: modelOf(contract), mapping };
};

test.each<[string, wanted: string, by: string, name: string, at: string, want: string[]]>([
  [
    'a property',
    'x-updatable: [unverified]\n',
    'x-updatable: []\n',
    'name (PersonUpdate)',
    '#/components/schemas/PersonUpdate/properties/name',
    ['golden, firstName, lastName', 'unverified: may be sent -> locked', 'verified: locked, as before'],
  ],
  [
    'a component, wherever it is used',
    '    Ssn: { type',
    '    Ssn: { x-stored-as: text, type',
    'Ssn',
    '#/components/schemas/Ssn',
    ['golden create, ssn; golden, ssn', 'x-stored-as: nothing -> text'],
  ],
  [
    'a body',
    'x-rules-documented: true',
    'x-rules-documented: false',
    'PersonUpdate',
    '#/components/schemas/PersonUpdate',
    ['golden', 'x-rules-documented: true -> false'],
  ],
  [
    'an operation',
    'x-after: listUsers',
    'x-after: createUser',
    'updateUser',
    '#/paths/~1users~1{user_id}/patch',
    ['x-after: listUsers -> createUser'],
  ],
])('%s', (_, wanted, by, name, at, want) => {
  const after = goldenText.replace(wanted, by);
  const [rule, ...others] = ruleChanges(read(goldenText), read(after));
  expect(others).toEqual([]);
  expect(rule).toMatchObject({ name, at, source: 'unchanged', file: golden.path });
  expect(rule && tellRule(rule).slice(0, -1)).toEqual(want);
  const [key = ''] = by.match(/x-[a-z-]+/) ?? [];
  expect(after.split('\n')[(rule?.line ?? 0) - 1]).toContain(key);
});

test('the words of a status, for which User speaks, by both sources', () => {
  const words = 'verified: [DONE], unverified: [OPEN, CHECKING]';
  const after = goldenText
    .replaceAll(words, 'verified: [DONE, CHECKING], unverified: [OPEN]')
    .replace('    User:\n', "    User:\n      x-source: { evidence: seed, from: 'Golden, Words' }\n");
  const rules = ruleChanges(read(goldenText), read(after));
  expect(rules.map((rule) => [rule.name, ...tellRule(rule)])).toEqual([
    ['User', 'CHECKING: unverified -> verified', 'source: none -> Golden, Words (seed)'],
  ]);
});
