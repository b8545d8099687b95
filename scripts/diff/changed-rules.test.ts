import { vocabulary } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { changedRules, ruleKeys } from './changed-rules.ts';

const one = { evidence: 'seed', from: 'One' };
const two = { evidence: 'vendor', from: 'https://two.example/on/2026-11-27' };

/** A document with one property of one body. */
const bodyWith = (name: object | undefined, body: object = {}, components: object = {}) => ({
  paths: { '/users': { post: { operationId: 'createUser', 'x-source': one, 'x-update': 'partial' } } },
  components: {
    schemas: {
      Update: { 'x-source': one, 'x-rules-documented': true, ...body, properties: name ? { name } : {} },
      ...components,
    },
  },
});

const rule = (when: string[], source: unknown = one) => ({ 'x-updatable': when, 'x-source': source });
const both = ['unverified', 'verified'];
const conflict = (text: string) => ({ 'x-conflict': { ABC: text } });
const reference = { $ref: '#/components/schemas/Name' };
const user = (words: object, source: unknown = one) => ({
  'x-verification': { property: 'status', verified: ['A'], unverified: ['B'], ...words },
  'x-source': source,
});
const check = (words: object, property = 'state') => ({
  'x-verification': { property, verified: ['A'], unverified: ['B'], ...words },
});

/** A document with one webhook. */
const sent = (words: object) => ({
  ...bodyWith(rule(both), {}, { Checked: { 'x-source': one, 'x-verification': { property: 'event', ...words } } }),
  webhooks: { checked: { post: { requestBody: { $ref: '#/components/schemas/Checked' } } } },
});

const name = '/components/schemas/Update/properties/name';

test.each<[string, before: object, after: object, want: string[]]>([
  ['nothing', bodyWith(rule(both)), bodyWith(rule(both)), []],
  ['the order of statuses', bodyWith(rule(both)), bodyWith(rule(both.toReversed())), []],
  ['a rule alone', bodyWith(rule(both)), bodyWith(rule([])), [`unsourced ${name}`]],
  ['a rule and its source', bodyWith(rule(both)), bodyWith(rule([], two)), [`sourced ${name}`]],
  ['a rule, and one source more', bodyWith(rule(both)), bodyWith(rule([], [two, one])), [`sourced ${name}`]],
  [
    'a rule, and the order of its sources',
    bodyWith(rule(both, [one, two])),
    bodyWith(rule([], [two, one])),
    [`unsourced ${name}`],
  ],
  ['a source alone', bodyWith(rule(both)), bodyWith(rule(both, two)), []],
  [
    'a rule, with a conflict that is new',
    bodyWith(rule(both)),
    bodyWith({ ...rule([]), ...conflict('Why.') }),
    [`sourced ${name} ABC`],
  ],
  [
    'a rule, with a conflict that says something else',
    bodyWith({ ...rule(both), ...conflict('Why.') }),
    bodyWith({ ...rule([]), ...conflict('Why not.') }),
    [`sourced ${name} ABC`],
  ],
  [
    'a rule, with a conflict that was there',
    bodyWith({ ...rule(both), ...conflict('Why.') }),
    bodyWith({ ...rule([]), ...conflict('Why.') }),
    [`unsourced ${name}`],
  ],
  [
    'a rule, with a conflict that is gone',
    bodyWith({ ...rule(both), ...conflict('Why.') }),
    bodyWith(rule([])),
    [`unsourced ${name}`],
  ],
  [
    'a rule whose source is its schema’s',
    bodyWith({ 'x-updatable': both }),
    bodyWith({ 'x-updatable': [] }),
    [`unsourced ${name}`],
  ],
  [
    'a rule whose source is its schema’s, which differs',
    bodyWith({ 'x-updatable': both }),
    bodyWith({ 'x-updatable': [] }, { 'x-source': two }),
    [`sourced ${name}`],
  ],
  [
    'one rule of two, beside a source that is new to both',
    bodyWith(rule(both)),
    bodyWith({ ...rule(both, two), 'x-effect': 'archives-previous' }),
    [`sourced ${name}`],
  ],
  ['a property that is new', bodyWith(undefined), bodyWith(rule(both)), [`new ${name}`]],
  ['a property that is gone', bodyWith(rule(both)), bodyWith(undefined), [`gone ${name}`]],
  ['a role', bodyWith({ 'x-role': 'identifier' }), bodyWith({ 'x-role': 'credential' }), [`unsourced ${name}`]],
  [
    'what a schema says of its rules',
    bodyWith(rule(both)),
    bodyWith(rule(both), { 'x-rules-documented': false }),
    ['unsourced /components/schemas/Update'],
  ],
  [
    'a rule that moved behind a reference',
    bodyWith({ ...reference, 'x-unique': true }, {}, { Name: {} }),
    bodyWith(reference, {}, { Name: { 'x-unique': true, 'x-source': one } }),
    [],
  ],
  [
    'a rule that came from behind a reference',
    bodyWith(reference, {}, { Name: { 'x-unique': true, 'x-source': one } }),
    bodyWith({ ...reference, 'x-unique': true }, {}, { Name: { 'x-source': one } }),
    [],
  ],
  [
    'a rule behind a reference',
    bodyWith({ ...reference, 'x-source': two }, {}, { Name: { 'x-minimum-age': 16, 'x-source': one } }),
    bodyWith({ ...reference, 'x-source': one }, {}, { Name: { 'x-minimum-age': 18, 'x-source': one } }),
    ['unsourced /components/schemas/Name'],
  ],
  [
    'a rule behind a reference, and its source there',
    bodyWith({ ...reference, 'x-source': one }, {}, { Name: { 'x-minimum-age': 16, 'x-source': one } }),
    bodyWith({ ...reference, 'x-source': one }, {}, { Name: { 'x-minimum-age': 18, 'x-source': two } }),
    ['sourced /components/schemas/Name'],
  ],
  [
    'a rule of a component that nobody uses',
    bodyWith(rule(both), {}, { Name: { 'x-unique': true } }),
    bodyWith(rule(both), {}, { Name: {} }),
    ['unsourced /components/schemas/Name'],
  ],
  [
    'status words, for which User speaks',
    bodyWith(rule(both), {}, { User: user({}), Check: check({}) }),
    bodyWith(rule(both), {}, { User: user({ unknown: ['C'] }, two), Check: check({ unknown: ['C'] }) }),
    ['sourced /components/schemas/User'],
  ],
  [
    'what events mean, for which no User speaks',
    sent({ verified: ['done'], unverified: ['failed'] }),
    sent({ verified: ['done', 'failed'], unverified: [] }),
    ['unsourced /components/schemas/Checked'],
  ],
  [
    'the property that tells a status elsewhere',
    bodyWith(rule(both), {}, { User: user({}), Check: check({}) }),
    bodyWith(rule(both), {}, { User: user({}), Check: check({}, 'phase') }),
    ['unsourced /components/schemas/Check'],
  ],
  [
    'a rule of an operation',
    bodyWith(rule(both)),
    { ...bodyWith(rule(both)), paths: { '/users': { post: { 'x-source': one, 'x-update': 'replacement' } } } },
    ['unsourced /paths//users/post'],
  ],
  [
    'properties with the names of our keys',
    { components: { schemas: { Update: { properties: { 'x-updatable': { type: 'string' } } } } } },
    { components: { schemas: { Update: { properties: { 'x-updatable': { type: 'number' } } } } } },
    [],
  ],
  ['a reference in a sample', { example: { $ref: '#/x' } }, { example: { $ref: '#/y' } }, []],
])('%s', (_, before, after, want) => {
  const told = changedRules(before, after).map(({ path, was, is, conflicts, isUnsourced }) => {
    const verdict = !was ? 'new' : !is ? 'gone' : isUnsourced ? 'unsourced' : 'sourced';
    return [verdict, `/${path.join('/')}`, ...conflicts].join(' ');
  });
  expect(told).toEqual(want);
});

test('every key is a rule that is not known to be none', () => {
  const others = Object.keys(vocabulary).filter((key) => !ruleKeys.includes(key));
  expect(others.toSorted()).toEqual(['x-answers', 'x-conflict', 'x-retry', 'x-source', 'x-unshown']);
});

test('a rule is told with what differs, and with both sources', () => {
  expect(
    changedRules(bodyWith({ ...rule(both), 'x-unique': true }), bodyWith({ ...rule([], two), 'x-unique': true })),
  ).toEqual([
    {
      path: ['components', 'schemas', 'Update', 'properties', 'name'],
      holds: [['components', 'schemas', 'Update', 'properties', 'name']],
      was: { rule: { 'x-updatable': both }, sources: [one] },
      is: { rule: { 'x-updatable': [] }, sources: [two] },
      conflicts: [],
      isUnsourced: false,
    },
  ]);
});

test('a rule of a component holds wherever it is used', () => {
  const withAge = (age: number) => bodyWith(reference, {}, { Name: { 'x-minimum-age': age } });
  expect(changedRules(withAge(16), withAge(18))).toMatchObject([
    {
      path: ['components', 'schemas', 'Name'],
      holds: [
        ['components', 'schemas', 'Name'],
        ['components', 'schemas', 'Update', 'properties', 'name'],
      ],
    },
  ]);
});
