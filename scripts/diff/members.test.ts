import { modelOf, parseContract, readFile } from '@amend/compiler/read';
import { goldenMembers } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { changedCells } from './changed-cells.ts';
import { compareContract } from './compare-contract.ts';
import type { SchemaReport } from './compare-schemas.ts';
import { noMapping } from './mapping.ts';

// Rules below the top level, before and after.

const before = readFile(goldenMembers.path);
const unchanged: SchemaReport = { reportVersion: '1', changes: [] };
const of = 'updatePerson.';
const body = '(PersonUpdate)';

const compare = (after: string) => compareContract({ contract: goldenMembers, before, after }, unchanged);
const source = "x-source: { evidence: seed, from: 'Golden, Other' }";

test.each<[what: string, wanted: string, by: string, want: string[]]>([
  [
    'a member is locked',
    'state: { type: string, x-updatable: [unverified],',
    'state: { type: string, x-updatable: [],',
    [`major ${of}address.state ${body} can no longer be sent while the user is unverified`],
  ],
  [
    'a member is unlocked',
    'country: { type: string, x-updatable: [],',
    'country: { type: string, x-updatable: [verified],',
    [`minor ${of}address.country ${body} can now be sent while the user is verified`],
  ],
  [
    'a member two steps below, in a word of the provider’s',
    'x-updatable: [retry]',
    'x-updatable: []',
    [`major ${of}individual.tax.number ${body} can no longer be sent while the user is retry`],
  ],
  [
    'a member gets a rule, where it had that of its object',
    'city: { type: string }\n            state: { type: string, x',
    `city: { type: string, x-updatable: [verified], ${source} }\n            state: { type: string, x`,
    [`major ${of}address.city ${body} can no longer be sent while the user is unverified`],
  ],
  [
    'a member loses its rule',
    "state: { type: string, x-updatable: [unverified], x-source: &places { evidence: seed, from: 'Golden, Places' } }\n            country: { type: string, x-updatable: [], x-source: *places }",
    "state: { type: string }\n            country: { type: string, x-updatable: [], x-source: &places { evidence: seed, from: 'Golden, Places' } }",
    [`minor ${of}address.state ${body} can now be sent while the user is verified`],
  ],
  [
    'an object is locked, and with it what is in it',
    'x-update: replacement\n          x-updatable: [unverified, verified]',
    'x-update: replacement\n          x-updatable: [verified]',
    [
      `major ${of}address ${body} can no longer be sent while the user is unverified`,
      `major ${of}address.state ${body} can no longer be sent while the user is unverified`,
    ],
  ],
])('%s', (_, wanted, by, want) => {
  expect(before).toContain(wanted);
  const { changes } = compare(before.replace(wanted, by));
  const told = changes.filter(({ what }) => what.includes('sent while'));
  expect(told.map(({ level, what }) => `${level} ${what}`)).toEqual(want);
  for (const { where } of told) expect(where).toMatch(/:[0-9]+#.*x-updatable$/);
});

test.each<[what: string, wanted: string, by: string, want: string]>([
  [
    'an object that was merged is replaced',
    'x-update: partial\n          x-updatable: [unverified, verified]',
    'x-update: replacement\n          x-updatable: [unverified, verified]',
    `major ${of}preferences ${body} was a partial update and is a replacement`,
  ],
  [
    'one within it, without a rule',
    'x-update: partial\n              properties:\n                number',
    'x-update: replacement\n              properties:\n                number',
    `major ${of}individual.tax ${body} was a partial update and is a replacement`,
  ],
  [
    'an object that was replaced is merged',
    'x-update: replacement\n          x-updatable: [unverified, verified]',
    'x-update: partial\n          x-updatable: [unverified, verified]',
    `major ${of}address ${body} was a replacement update and is a partial`,
  ],
])('%s', (_, wanted, by, want) => {
  expect(before).toContain(wanted);
  const told = compare(before.replace(wanted, by)).changes.map(({ level, what }) => `${level} ${what}`);
  expect(told).toContain(want);
});

test('a member has cells of its own', () => {
  const read = (text: string) => ({ model: modelOf(parseContract(goldenMembers, text)), mapping: noMapping });
  const after = before.replace('x-updatable: [retry]', 'x-updatable: [unverified]');
  expect(changedCells(read(before), read(after))).toEqual([
    {
      subject: 'golden PersonUpdate',
      field: 'individual.tax.number',
      was: { unverified: 'lock', verified: 'lock', retry: 'yes', closed: 'lock' },
      is: { unverified: 'yes', verified: 'lock', retry: 'lock', closed: 'lock' },
    },
  ]);
});
