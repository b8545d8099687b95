import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { linkPackages } from './checkout.ts';
import { type Clone, cloneOf } from './clone.ts';

// The mapping of two versions of this project is run, in a repository that holds all of it.

let clone: Clone;
const folder = 'packages/amend/src/providers';

beforeAll(() => {
  clone = cloneOf('.');
  linkPackages(fileURLToPath(new URL('../..', import.meta.url)), clone.folder);
  execFileSync(process.execPath, ['scripts/generate.ts'], { cwd: clone.folder, stdio: 'ignore' });
  return clone.remove;
});
afterEach(() => clone.git('checkout', '--quiet', '--', '.'));

const change = (file: string, wanted: string, by: string): void => {
  const path = join(clone.folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(wanted);
  writeFileSync(path, text.replace(wanted, by));
};

const all = 'machnetBusiness.create, machnetBusiness.update, machnetIndividual.create, machnetIndividual.update';
const people = 'machnetIndividual.create, machnetIndividual.update';

test.each([
  [
    'a field loses its row',
    ['machnet.ts', "occupation: field('occupation', text)", 'occupation: native'],
    [`major ${people}: occupation has no row`, `major ${people}: occupation is read no more`],
  ],
  [
    'a field gains a row',
    ['machnet.ts', 'user_scope: native', "user_scope: field('username', text)"],
    [
      `major ${all}: user_scope was native and is fields`,
      `major ${all}: user_scope in answers was native and is fields`,
      `minor ${all}: username has a row`,
      `minor ${all}: username is read`,
    ],
  ],
  [
    'a codec accepts and refuses other values',
    ['machnet.ts', "email: field('email', text)", "email: field('email', e164ToDigits)"],
    [
      `major ${all}: email refuses samples that it took`,
      `major ${all}: email reads samples as something else`,
      `minor ${all}: email writes samples in another form`,
      `patch ${all}: email refuses samples in other words`,
    ],
  ],
  [
    'a codec inside of an object takes less',
    [
      'stilt.ts',
      "country: { field: 'address.country', codec: countryName,",
      "country: { field: 'address.country', codec: text,",
    ],
    expect.arrayContaining([
      expect.stringMatching(/^minor .*stiltUser\.update.*: address takes samples that it refused$/),
    ]),
  ],
] as const)('%s', (_, [file, wanted, by], want) => {
  change(`${folder}/${file}`, wanted, by);
  const report = JSON.parse(clone.diff('--format=json').stdout) as { changes: { level: string; what: string }[] };
  const order = ['major', 'minor', 'patch'];
  const found = report.changes.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
  expect(found.map(({ level, what }) => `${level} ${what}`)).toEqual(want);
});

test('a change that leaves the rows as they were is none', () => {
  change('packages/amend/src/index.ts', '', '// New.\n');
  expect(clone.diff().stdout).toContain('No contract, rule or mapping has changed');
});

test.each([
  ['in the working tree', () => change(`${folder}/hpay.ts`, 'externalId', 'externalID')],
  [
    'at the base',
    () => {
      change(`${folder}/hpay.ts`, 'externalId', 'externalID');
      clone.git('commit', '--quiet', '--all', '--message=Break');
      change(`${folder}/hpay.ts`, 'externalID', 'externalId');
    },
  ],
])('a mapping that does not run %s counts as broken', (place, mutate) => {
  mutate();
  const { code, stdout } = clone.diff('--fail-on=major');
  expect(code).toBe(1);
  expect(stdout).toContain(`hpay mapping\n  major  The mapping does not run ${place}: ReferenceError: externalI`);
});
