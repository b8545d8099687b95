import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goldenText } from '@amend/compiler/testing';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Repository, repositoryOf } from '../testing/repository.ts';
import { rootOf } from './git.ts';
import { mappingPath, noMapping } from './mapping.ts';
import { printMapping } from './mapping-file.ts';
import { readOptions } from './options.ts';
import { run } from './run.ts';

const contract = 'specs/golden/v1.yaml';
const manifest = (name: string) => JSON.stringify({ name, version: '0.1.0' });

let clone: Repository;
beforeAll(() => {
  clone = repositoryOf({
    'redocly.yaml': `apis: { golden@v1: { root: ${contract} } }`,
    [contract]: goldenText,
    'package.json': '{ "private": true }',
    'pnpm-workspace.yaml': 'packages: [packages/*]',
    'packages/golden/package.json': manifest('@amend/golden'),
    'packages/mock/package.json': manifest('@amend/mock'),
    'packages/amend/package.json': manifest('amend'),
    'packages/amend/src/providers/golden.ts': '',
    '.changeset/config.json': '{}',
    '.changeset/README.md': '',
  });
  return clone.remove;
});
afterEach(() => {
  clone.git('reset', '--quiet', '--hard', 'main');
  clone.git('clean', '--quiet', '--force', '-d');
});

const diff = (...args: string[]) => run(clone.folder, readOptions(args));

/** The command as a user runs it. */
const command = (...args: string[]) => {
  const program = fileURLToPath(new URL('../diff.ts', import.meta.url));
  const given = ['--conditions=amend-source', program, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: clone.folder, encoding: 'utf8' });
  return { code: status, stdout, stderr };
};

const write = (path: string, text: string): void => writeFileSync(join(clone.folder, path), text);

const change = (wanted: string | RegExp, by: string): void => {
  const text = goldenText.replace(wanted, by);
  expect(text).not.toBe(goldenText);
  write(contract, text);
};

const bySource = (when: string, from: string) => `x-updatable: ${when}, x-source: { evidence: seed, from: '${from}' }`;
const lock = () =>
  change(bySource('[unverified, verified]', 'Golden, Update'), bySource('[unverified]', 'Golden, Newer update'));
const unlock = () =>
  change(/x-updatable: \[unverified\]\n( +x-source: .*)Update/, 'x-updatable: [unverified, verified]\n$1Newer update');
const lockUnsourced = () => change('string, x-updatable: [unverified, verified]', 'string, x-updatable: [unverified]');
const reword = () => change("from: 'Golden, Update'", "from: 'Golden, Patch'");
const dropStatus = () => change('[OPEN, CHECKING]', '[OPEN]');
const dropStatusEverywhere = () => {
  const text = goldenText
    .replaceAll('[OPEN, CHECKING]', '[OPEN]')
    .replace('    User:\n', '    User:\n      x-conflict: { GOL-1: It was no word of theirs. }\n');
  write(contract, text);
};

test('nothing has changed', async () => {
  expect(await diff('--fail-on', 'patch')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^No contract, rule or mapping has changed since HEAD \([0-9a-f]{7}\)\.$/),
    stderr: '',
  });
});

const shown = / {2}(major|minor|patch) {2}(.*)/g;

test.each([
  ['a field is locked', lock, ['major', /can no longer be sent while the user is verified$/], 'major', 1],
  ['a field is unlocked', unlock, ['minor', /can now be sent while the user is verified$/], 'major', 0],
  ['a source is reworded', reword, ['patch', /^The source of .* changed$/], 'patch', 1],
  [
    'a status is removed',
    dropStatusEverywhere,
    ['major', /^The status CHECKING was unverified and is unlisted$/],
    'minor',
    1,
  ],
] as const)('%s', async (_, mutate, [level, what], failOn, code) => {
  mutate();
  const { stdout, ...rest } = await diff('--fail-on', failOn);
  expect(rest).toEqual({ code, stderr: '' });
  expect(stdout).toMatch(/^golden@v1\n/);
  expect([...stdout.matchAll(shown)].map(([, ...cells]) => cells)).toEqual([[level, expect.stringMatching(what)]]);
});

test('a contract that the generator refuses is not taken for unchanged', async () => {
  dropStatus();
  expect(await diff('--fail-on=major')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('This x-verification and that of User differ'),
  });
});

const explained = () =>
  change(
    'string, x-updatable: [unverified, verified]',
    'string, x-conflict: { GOL-1: We misread the table. }, x-updatable: [unverified]',
  );

test.each([
  ['neither its source nor a conflict', lockUnsourced, 1],
  ['its source', lock, 0],
  ['a conflict that tells why', explained, 0],
] as const)('a rule changes with %s', async (_, mutate, code) => {
  mutate();
  const fault = new RegExp(
    `^${contract}:[0-9]+: The rule of name \\(BusinessUpdate\\) changed and its x-source did not; name the page .*\\.\\n$`,
  );
  expect(await diff()).toMatchObject({ code, stderr: code === 0 ? '' : expect.stringMatching(fault) });
  expect(await diff('--declared', '--fail-on=major', '--changeset')).toMatchObject({ code: 0 + code });
});

test('the report as Markdown, into a file, with links and with what is undeclared', async () => {
  lock();
  const file = join(clone.folder, 'report.md');
  const args = ['--report', file, '--links', 'https://example.com/blob/main', '--fail-on=major', '--declared'];
  expect(await diff('--format=github', ...args)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^::error::No new changeset raises .*\n::warning file=specs\/golden\/v1.yaml,line=/),
  });
  const report = readFileSync(file, 'utf8');
  expect(report).toMatch(/^## Contracts: one change breaks callers\n/);
  expect(report).toContain('**No new changeset raises');
  expect(report).toMatch(/\(https:\/\/example.com\/blob\/main\/specs\/golden\/v1.yaml#L\d+\)/);
  await expect(diff('--report', join(clone.folder, 'nowhere', 'report.md'))).rejects.toThrow(
    /^--report cannot be written to .*; name a file in a folder that exists\.$/,
  );
});

test('contracts come and go with their line in redocly.yaml', async () => {
  write('redocly.yaml', `apis: { golden@v2: { root: ${contract} } }`);
  const { stdout } = await diff();
  expect(stdout).toContain('golden@v2\n  minor  The contract golden@v2 is new');
  expect(stdout).toContain('golden@v1\n  major  The contract golden@v1 is gone');
});

test('the base is what is named, or the place where the branch left origin/main', async () => {
  clone.git('checkout', '--quiet', '-B', 'work');
  lock();
  clone.git('commit', '--quiet', '--all', '--message=Lock');
  expect((await diff('--fail-on=major')).code).toBe(0);
  expect((await diff('main', '--fail-on=major')).code).toBe(1);
  clone.git('update-ref', 'refs/remotes/origin/main', 'main');
  const { code, stdout } = await diff('--fail-on=major');
  clone.git('update-ref', '-d', 'refs/remotes/origin/main');
  expect([code, stdout]).toEqual([1, expect.stringContaining('Since where this branch left origin/main (')]);
  clone.git('checkout', '--quiet', 'main');
});

test('a break that a changeset declares does not fail', async () => {
  lock();
  const args = ['--fail-on=major', '--declared'];
  expect(await diff(...args)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^No new changeset raises .*@amend\/golden \(minor\).*; run `npm run contracts:diff -- --changeset`/,
    ),
  });
  const { code, stderr } = await diff(...args, '--changeset');
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Proposed changeset: /)]);
  await diff('--changeset');
  const proposals = () => readdirSync(join(clone.folder, '.changeset')).filter((file) => file.startsWith('contracts-'));
  const [name = '', ...others] = proposals();
  expect(others).toEqual([]);

  const path = join(clone.folder, '.changeset', name);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(': minor', ': patch'));
  expect((await diff(...args)).code).toBe(1);
});

test('the tool that raises versions accepts the proposal', async () => {
  const versionOf = (): string =>
    JSON.parse(readFileSync(join(clone.folder, 'packages/golden/package.json'), 'utf8')).version;
  const [major, minor = ''] = versionOf().split('.');
  lock();
  await diff('--changeset');
  const tool = fileURLToPath(new URL('../../node_modules/@changesets/cli/bin.js', import.meta.url));
  execFileSync(process.execPath, [tool, 'version'], { cwd: clone.folder, stdio: 'pipe' });
  // Before 1.0.0 what breaks raises the minor number.
  expect(versionOf()).toBe(major === '0' ? `0.${Number(minor) + 1}.0` : `${Number(major) + 1}.0.0`);
  const changelog = readFileSync(join(clone.folder, 'packages/golden/CHANGELOG.md'), 'utf8');
  expect(changelog).toMatch(/golden@v1: updateUser\..* can no longer be sent while the user is verified/);
});

test('a changeset that the base has declares nothing', async () => {
  clone.git('checkout', '--quiet', '-B', 'declared');
  lock();
  await diff('--changeset');
  clone.git('add', '.changeset');
  clone.git('commit', '--quiet', '--message=Declare');
  expect((await diff('--fail-on=major', '--declared')).code).toBe(1);
  clone.git('checkout', '--quiet', '--force', 'main');
});

test('as JSON, nothing else is on stdout', async () => {
  lock();
  const report = JSON.parse((await diff('--format=json', '--changeset')).stdout);
  expect(report.counts).toEqual({ major: 1, minor: 0, patch: 0 });
});

test('wrong usage: an unknown revision', async () => {
  await expect(diff('nowhere')).rejects.toThrow('There is no revision nowhere here; name a commit, a branch or a tag.');
});

test('wrong usage: no git repository, or one of another project', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-diff-test-'));
  expect(() => rootOf(folder)).toThrow('This is no git repository, or git is not installed');
  rmSync(folder, { recursive: true });
  rmSync(join(clone.folder, 'redocly.yaml'));
  await expect(diff()).rejects.toThrow('There is no redocly.yaml at the root');
});

test('as a user runs it: the report, what was done about it, and the exit code', () => {
  lock();
  expect(command('--fail-on=major', '--changeset')).toEqual({
    code: 1,
    stdout: expect.stringMatching(/^golden@v1\n {2}major[\s\S]*: 1 major, 0 minor, 0 patch\.\n$/),
    stderr: expect.stringMatching(/^Proposed changeset: \.changeset\/contracts-[0-9a-f]{8}\.md\n$/),
  });
});

test.each([
  [['--help'], { code: 0, stdout: expect.stringMatching(/^Usage: npm run contracts:diff/), stderr: '' }],
  [['--', '-x'], { code: 2, stdout: '', stderr: 'There is no option -x; did you mean --help?\n' }],
])('as a user runs it: %j', (args, ended) => expect(command(...args)).toEqual(ended));

const mapping = mappingPath('golden');
const action = { operation: 'updateUser', answer: {}, rows: { name: { is: 'native' } } };
const snapshot = (rows: object) =>
  printMapping({ ...noMapping, actions: { 'goldenUser.update': { ...action, rows: { ...action.rows, ...rows } } } });
const commit = (path: string, text: string): void => {
  write(path, text);
  clone.git('checkout', '--quiet', '-B', 'mapped');
  clone.git('add', '.');
  clone.git('commit', '--quiet', '--message=Map');
};
const sources = 'packages/amend/src/providers/golden.ts';
const uncompared = (place: string) =>
  `golden mapping\n  major  The mapping cannot be compared: there is no ${mapping} ${place} that can be read`;

test.each<[string, before: string | undefined, after: string | undefined, want: string]>([
  [
    'differs',
    snapshot({}),
    snapshot({ name: { is: 'constant', value: 1 } }),
    'golden mapping\n  major  goldenUser.update: name was native and is constant',
  ],
  ['is the same, whatever its sources', snapshot({}), snapshot({}), 'No contract, rule or mapping has changed since'],
  ['is not there at the base', undefined, snapshot({}), uncompared('at the base')],
  ['is not there any more', snapshot({}), undefined, uncompared('in the working tree')],
  ['is no mapping', snapshot({}), 'rows: [', uncompared('in the working tree')],
])('a mapping that %s', async (_, before, after, want) => {
  commit(before === undefined ? 'unrelated' : mapping, before ?? '');
  write(sources, '// New.');
  if (after === undefined) rmSync(join(clone.folder, mapping));
  else write(mapping, after);
  const { stdout } = await diff();
  clone.git('checkout', '--quiet', '--force', 'main');
  expect(stdout).toContain(want);
});

test('a mapping without a change of its sources is the same, also where it is written down for the first time', async () => {
  write(mapping, snapshot({}));
  expect((await diff()).stdout).toContain('No contract, rule or mapping has changed since');
});

test('the mapping of a new provider is new', async () => {
  commit('redocly.yaml', 'apis: {}');
  write('redocly.yaml', `apis: { golden@v1: { root: ${contract} } }`);
  write(mapping, snapshot({}));
  const { stdout } = await diff();
  clone.git('checkout', '--quiet', '--force', 'main');
  expect(stdout).toContain('golden mapping\n  minor  goldenUser.update is new');
});
