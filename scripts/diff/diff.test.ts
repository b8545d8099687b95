import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Clone, cloneOf } from './clone.ts';
import { rootOf } from './git.ts';

// The command as a user runs it, in a repository that holds this project's contracts.

let clone: Clone;
beforeAll(() => {
  clone = cloneOf('specs', '.changeset', 'packages/*/package.json', 'package.json', 'redocly.yaml', 'pnpm-*.yaml');
  return clone.remove;
});
afterEach(() => {
  clone.git('reset', '--quiet', '--hard', 'main');
  clone.git('clean', '--quiet', '--force', '-d');
});

const machnet = 'specs/machnet/v4.yaml';

/** Changes the first place after a heading in a file. */
const change = (path: string, heading: string, wanted: string, by: string): void => {
  const file = join(clone.folder, path);
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(heading);
  const at = text.indexOf(wanted, start);
  expect(Math.min(start, at)).toBeGreaterThanOrEqual(0);
  writeFileSync(file, text.slice(0, at) + by + text.slice(at + wanted.length));
};

const lock = () =>
  change(machnet, '    IndividualUserUpdate:', 'x-updatable: [unverified, verified]', 'x-updatable: [unverified]');
const unlock = () =>
  change(machnet, '    IndividualUserUpdate:', 'x-updatable: [unverified]', 'x-updatable: [unverified, verified]');
const reword = () =>
  change(machnet, '    IndividualUserUpdate:', "from: 'Machnet, Update User,", "from: 'Machnet, Update a user,");
const dropStatus = () => change(machnet, '\n    User:', 'IN_PROGRESS, ', '');
const dropStatusEverywhere = () => {
  dropStatus();
  change(machnet, '\n    KycDetail:', 'IN_PROGRESS, ', '');
};

test('nothing has changed', () => {
  expect(clone.diff('--fail-on', 'patch')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^No contract, rule or mapping has changed since HEAD \([0-9a-f]{7}\)\.\n$/),
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
    ['major', /^The status IN_PROGRESS was unverified and is unlisted$/],
    'minor',
    1,
  ],
] as const)('%s', (_, mutate, [level, what], failOn, code) => {
  mutate();
  const { stdout, ...rest } = clone.diff('--fail-on', failOn);
  expect(rest).toEqual({ code, stderr: '' });
  expect(stdout).toMatch(/^machnet@v4\n/);
  expect([...stdout.matchAll(shown)].map(([, ...cells]) => cells)).toEqual([[level, expect.stringMatching(what)]]);
});

test('a contract that the generator refuses is not taken for unchanged', () => {
  dropStatus();
  expect(clone.diff('--fail-on=major')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('This x-verification and that of User differ'),
  });
});

test('contracts come and go with their line in redocly.yaml', () => {
  change('redocly.yaml', 'apis:', 'stilt@v1', 'stilt@v2');
  const { stdout } = clone.diff();
  expect(stdout).toContain('stilt@v2\n  minor  The contract stilt@v2 is new');
  expect(stdout).toContain('stilt@v1\n  major  The contract stilt@v1 is gone');
});

test('the base is what is named, or the place where the branch left origin/main', () => {
  clone.git('checkout', '--quiet', '-B', 'work');
  lock();
  clone.git('commit', '--quiet', '--all', '--message=Lock');
  expect(clone.diff('--fail-on=major').code).toBe(0);
  expect(clone.diff('main', '--fail-on=major').code).toBe(1);
  clone.git('update-ref', 'refs/remotes/origin/main', 'main');
  const { code, stdout } = clone.diff('--fail-on=major');
  clone.git('update-ref', '-d', 'refs/remotes/origin/main');
  expect([code, stdout]).toEqual([1, expect.stringContaining('Since where this branch left origin/main (')]);
  clone.git('checkout', '--quiet', 'main');
});

test('a break that a changeset declares does not fail', () => {
  lock();
  const args = ['--fail-on=major', '--declared'];
  expect(clone.diff(...args)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^No new changeset raises .*@amend\/machnet \(minor\).*; run `npm run contracts:diff -- --changeset`/,
    ),
  });
  const { code, stderr } = clone.diff(...args, '--changeset');
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Proposed changeset: /)]);
  clone.diff('--changeset');
  const proposals = () => readdirSync(join(clone.folder, '.changeset')).filter((file) => file.startsWith('contracts-'));
  const [name = '', ...others] = proposals();
  expect(others).toEqual([]);

  const path = join(clone.folder, '.changeset', name);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(': minor', ': patch'));
  expect(clone.diff(...args).code).toBe(1);
});

test('the tool that raises versions accepts the proposal', () => {
  const versionOf = (): string =>
    JSON.parse(readFileSync(join(clone.folder, 'packages/machnet/package.json'), 'utf8')).version;
  const [major, minor = ''] = versionOf().split('.');
  lock();
  clone.diff('--changeset');
  const tool = fileURLToPath(new URL('../../node_modules/@changesets/cli/bin.js', import.meta.url));
  execFileSync(process.execPath, [tool, 'version'], { cwd: clone.folder, stdio: 'pipe' });
  // Before 1.0.0 what breaks raises the minor number.
  expect(versionOf()).toBe(major === '0' ? `0.${Number(minor) + 1}.0` : `${Number(major) + 1}.0.0`);
  const changelog = readFileSync(join(clone.folder, 'packages/machnet/CHANGELOG.md'), 'utf8');
  expect(changelog).toMatch(/machnet@v4: updateUser\..* can no longer be sent while the user is verified/);
});

test('a changeset that the base has declares nothing', () => {
  clone.git('checkout', '--quiet', '-B', 'declared');
  lock();
  clone.diff('--changeset');
  clone.git('add', '.changeset');
  clone.git('commit', '--quiet', '--message=Declare');
  expect(clone.diff('--fail-on=major', '--declared').code).toBe(1);
  clone.git('checkout', '--quiet', '--force', 'main');
});

test('as JSON, nothing else is on stdout', () => {
  lock();
  const report = JSON.parse(clone.diff('--format=json', '--changeset').stdout);
  expect(report.counts).toEqual({ major: 1, minor: 0, patch: 0 });
});

test.each([
  ['an unknown revision', ['nowhere'], 'There is no revision nowhere here; name a commit, a branch or a tag.\n'],
  ['a revision like an option', ['--', '-x'], 'There is no option -x; did you mean --help?\n'],
  ['a misspelt option', ['--formt=json'], 'There is no option --formt; did you mean --format?\n'],
  [
    'a misspelt level',
    ['--fail-on=mayor'],
    '--fail-on must be one of major, minor, patch, none; did you mean major?\n',
  ],
])('wrong usage: %s', (_, args, stderr) => {
  expect(clone.diff(...args)).toEqual({ code: 2, stdout: '', stderr });
});

test('wrong usage: no git repository, or one of another project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-diff-test-'));
  expect(() => rootOf(folder)).toThrow('This is no git repository, or git is not installed');
  rmSync(folder, { recursive: true });
  rmSync(join(clone.folder, 'redocly.yaml'));
  expect(clone.diff()).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^There is no redocly\.yaml at the root/),
  });
});

test('--help shows how it is used', () => {
  expect(clone.diff('--help')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Usage: npm run contracts:diff/),
  });
});
