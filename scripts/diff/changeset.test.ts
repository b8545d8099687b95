import { expect, test } from 'vitest';
import type { Change, Level } from './change.ts';
import { type Bumps, bumpsFor, readChangeset, renderChangeset, undeclared } from './changeset.ts';

const change = (level: Level, given: Partial<Change> = {}): Change => ({
  subject: 'acme@v4',
  provider: 'acme',
  part: 'contract',
  file: 'specs/golden/v1.yaml',
  what: 'updateUser.mobile_phone (IndividualUserUpdate) is locked',
  where: '',
  level,
  why: '',
  ...given,
});

const packages = ['amend', '@amend/acme', '@amend/other', '@amend/mock', '@amend/client'].map((name) => ({
  name,
  version: '0.1.0',
}));
const mapping = change('minor', { part: 'mapping', subject: 'acme mapping' });

const bumps: Record<string, { given: Change[]; want: Bumps }> = {
  'nothing has changed': { given: [], want: {} },
  'a contract breaks': {
    given: [change('major'), change('patch')],
    want: { amend: 'minor', '@amend/acme': 'minor', '@amend/mock': 'minor' },
  },
  'a contract can do more': {
    given: [change('minor')],
    want: { amend: 'patch', '@amend/acme': 'patch', '@amend/mock': 'patch' },
  },
  'a mapping changes': { given: [mapping], want: { amend: 'patch' } },
  'each package has its own level': {
    given: [change('patch'), change('major', { part: 'mapping' })],
    want: { amend: 'minor', '@amend/acme': 'patch', '@amend/mock': 'patch' },
  },
};

test.each(Object.entries(bumps))('while packages are at 0.x: %s', (_, { given, want }) => {
  expect(bumpsFor(given, packages)).toEqual(want);
});

test('from 1.0.0 on, a level is what it is called', () => {
  expect(bumpsFor([change('major')], [{ name: 'amend', version: '1.0.0' }])).toEqual({ amend: 'major' });
});

test('a changeset says what breaks, and is read as it was written', () => {
  const text = renderChangeset({ amend: 'minor', '@amend/acme': 'patch' }, [change('major'), change('patch')]);
  expect(text).toBe(`---
'amend': minor
'@amend/acme': patch
---

Breaking changes of contracts and mapping:

- acme@v4: updateUser.mobile\\_phone (IndividualUserUpdate) is locked
`);
  expect(readChangeset(text)).toEqual({ amend: 'minor', '@amend/acme': 'patch' });
});

test('a changeset for wording alone names the contracts', () => {
  expect(renderChangeset({ amend: 'patch' }, [change('patch')])).toContain('\nWording of acme@v4.\n');
});

const declarations: Record<string, { given: Bumps[]; want: string[] }> = {
  'no changeset': { given: [], want: ['amend', '@amend/mock'] },
  'too low': { given: [{ amend: 'patch', '@amend/mock': 'patch' }], want: ['amend'] },
  'one package is left out': { given: [{ amend: 'minor' }], want: ['@amend/mock'] },
  'in several changesets': { given: [{ amend: 'minor' }, { '@amend/mock': 'patch' }], want: [] },
  'more than needed': { given: [{ amend: 'major', '@amend/mock': 'minor' }], want: [] },
  'no changeset at all in the file': { given: [readChangeset('Hello')], want: ['amend', '@amend/mock'] },
};

test.each(Object.entries(declarations))('undeclared: %s', (_, { given, want }) => {
  expect(undeclared({ amend: 'minor', '@amend/mock': 'patch' }, given)).toEqual(want);
});
