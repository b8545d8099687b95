import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The command as it is run, in a copy of the repository: its own files are copied, what is installed is linked.

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'amend-generate-'));
const inCopy = (path: string) => join(copy, path);
const providers = [...new Set(contracts.map(({ provider }) => provider))];

/** Links what is installed; what programs import of the compiler's must be the copy's own. */
const link = (installed: string): void => {
  const from = join(root, installed);
  if (['scripts/node_modules', 'scripts/node_modules/@amend'].includes(installed.replaceAll('\\', '/'))) {
    mkdirSync(inCopy(installed));
    for (const name of readdirSync(from)) link(join(installed, name));
  } else if (existsSync(from)) {
    const target = basename(from) === 'compiler' ? inCopy('packages/compiler') : from;
    symlinkSync(target, inCopy(installed), 'junction');
  }
};

beforeAll(() => {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = list
    .trim()
    .split('\n')
    .filter((path) => existsSync(join(root, path)));
  for (const path of paths) cpSync(join(root, path), inCopy(path));
  const folders = paths
    .filter((path) => path.endsWith('package.json'))
    .map((path) => join(dirname(path), 'node_modules'));
  for (const installed of folders) link(installed);
});

afterAll(() => rmSync(copy, { recursive: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    env: {
      ...process.env,
      PATH: `${inCopy('node_modules/.bin')}${delimiter}${process.env.PATH}`,
      TURBO_TELEMETRY_DISABLED: '1',
      // The copy's own cache, wherever this test itself runs.
      TURBO_CACHE_DIR: inCopy('.turbo/cache'),
    },
  });
  return { status, stdout, stderr: stderr.trim().split('\n') };
};

const generate = (...args: string[]) => run('scripts/generate.ts', ...args);

describe('the command', () => {
  test('writes, checks and notices what is missing, changed or extra', () => {
    expect(generate('hpay', 'ingo')).toMatchObject({ status: 0 });
    expect(generate('--', '--check', 'hpay', 'ingo')).toMatchObject({ status: 0 });
    expect(generate('hpay').stdout).toBe('hpay: nothing has changed\n');

    const folder = 'packages/hpay/src/generated';
    rmSync(inCopy(`${folder}/v1/rules.ts`));
    appendFileSync(inCopy(`${folder}/v1/types.ts`), ' ');
    mkdirSync(inCopy(`${folder}/v0`));
    writeFileSync(inCopy(`${folder}/v0/old.ts`), '');
    const flaws = {
      status: 1,
      stdout: '',
      stderr: [
        `${folder}/v0/old.ts: extra`,
        `${folder}/v1/rules.ts: missing`,
        `${folder}/v1/types.ts: differs`,
        'The generated files are not what the contracts say; run `npm run generate`.',
      ],
    };
    expect(generate('--check')).toMatchObject({ status: 1, stderr: expect.arrayContaining(flaws.stderr) });
    expect(generate('--check', 'hpay')).toEqual(flaws);
    expect(existsSync(inCopy(`${folder}/v0/old.ts`))).toBe(true);

    expect(generate('hpay').status).toBe(0);
    expect(existsSync(inCopy(`${folder}/v0/old.ts`))).toBe(false);
    expect(generate('--check', 'hpay').status).toBe(0);
  });

  test('a contract that is not handled fails with one line, and nothing is written', () => {
    const path = 'specs/stilt/v1.yaml';
    cpSync(inCopy(path), inCopy('stilt.yaml'));
    appendFileSync(inCopy(path), '\nexternalDocs: {}\n');
    const { status, stdout, stderr } = generate('stilt');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toEqual([
      expect.stringMatching(
        /^specs\/stilt\/v1\.yaml:\d+: The key externalDocs is not handled on a Root; leave it out\.$/,
      ),
    ]);
    expect(existsSync(inCopy('packages/stilt/src/generated'))).toBe(false);
    cpSync(inCopy('stilt.yaml'), inCopy(path));
    rmSync(inCopy('stilt.yaml'));
  });
});

test.each<[string, string, string]>([
  ['no YAML', 'apis: [', 'redocly.yaml:1: Flow sequence in block collection must be '],
  ['no list', 'rules: {}\napis: 3', 'redocly.yaml:2: The contracts have to be listed under `apis`.'],
  ['an entry without a version', 'apis:\n  hpay: {}', 'redocly.yaml:2: An entry has to read `provider@v1: { root: '],
  [
    'a contract that is not there',
    'apis: { hpay@v2: { root: specs/v2.yaml } }',
    'redocly.yaml: The contract specs/v2.yaml is not there.',
  ],
])('a redocly.yaml with %s is told by each command in one line', (_, text, line) => {
  const list = readFileSync(inCopy('redocly.yaml'));
  writeFileSync(inCopy('redocly.yaml'), text);
  for (const command of ['generate.ts', 'new-provider.ts', 'workflows/run.ts', 'bench/run.ts'])
    expect(run('--conditions=amend-source', `scripts/${command}`, 'hpay')).toEqual({
      status: 1,
      stdout: '',
      stderr: [expect.stringContaining(line)],
    });
  writeFileSync(inCopy('redocly.yaml'), list);
});

interface Task {
  taskId: string;
  hash: string;
  cache: { status: 'HIT' | 'MISS' };
  dependents: string[];
}

const turbo = (...args: string[]) => run('node_modules/turbo/bin/turbo', 'run', ...args);

const plan = (): Map<string, Task> => {
  const { stdout } = turbo('generate', 'test', '--dry=json');
  return new Map((JSON.parse(stdout) as { tasks: Task[] }).tasks.map((task) => [task.taskId, task]));
};

/** The task, and all that are run again when its outcome changes. */
const withDependents = (tasks: Map<string, Task>, taskId: string): string[] => [
  taskId,
  ...(tasks.get(taskId)?.dependents ?? []).flatMap((dependent) => withDependents(tasks, dependent)),
];

test('a change of one contract generates that provider again, and runs what depends on it', () => {
  expect(turbo('generate').status).toBe(0);
  const before = plan();
  appendFileSync(inCopy('specs/hpay/v1.yaml'), '# A change\n');
  const after = plan();

  const others = providers.filter((provider) => provider !== 'hpay');
  expect(others).toEqual(expect.arrayContaining(['ingo', 'machnet', 'stilt']));
  const generated = providers.map((provider) => [provider, after.get(`@amend/${provider}#generate`)?.cache.status]);
  const expected = [...others.map((provider) => [provider, 'HIT']), ['hpay', 'MISS']];
  expect(Object.fromEntries(generated)).toEqual(Object.fromEntries(expected));
  expect(before.get('@amend/hpay#generate')?.cache.status).toBe('HIT');

  const changed = [...after.values()].filter(({ taskId, hash }) => hash !== before.get(taskId)?.hash);
  const dependents = withDependents(after, '@amend/hpay#generate');
  expect(dependents).toEqual(expect.arrayContaining(['@amend/hpay#sources', '@amend/hpay#test']));
  // The tests of the scripts read all contracts.
  expect(changed.map(({ taskId }) => taskId).sort()).toEqual(
    [...new Set([...dependents, '@amend/scripts#test'])].sort(),
  );
  for (const provider of [...others, 'client'])
    expect(dependents.filter((taskId) => taskId.startsWith(`@amend/${provider}#`))).toEqual([]);

  expect(turbo('generate').status).toBe(0);
  expect(plan().get('@amend/hpay#generate')?.cache.status).toBe('HIT');
});

test('a change of the command runs what tries the command again, and nothing else', () => {
  const before = plan();
  appendFileSync(inCopy('packages/cli/src/style.ts'), '// A change\n');
  const changed = [...plan().values()].filter(({ taskId, hash }) => hash !== before.get(taskId)?.hash);
  const names = new Set(changed.map(({ taskId }) => taskId.split('#')[0]));
  expect([...names].sort()).toEqual(['@amend/across', '@amend/cli']);
});
