import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { amend } from '../../packages/cli/src/testing/fake-io.ts';
import { compile } from './compile.ts';

// What READMEs show of the contracts, word for word, so that a changed rule fails one file. What the root's shows is run
// as it stands; its code is compiled by scripts/wire/packages-compile.long.test.ts.

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) => (name === language ? [text] : []));
const lines = blocks('sh').flatMap((block) => block.trim().replaceAll('\\\n', '').split('\n'));

const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;

describe('npm start', () => {
  let said = '';
  beforeAll(async () => {
    const [program = '', ...args] = scripts.start?.split(' ') ?? [];
    const job = spawn(program, [...args, '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(job, 'exit');
    for await (const text of job.stdout.setEncoding('utf8')) {
      said += text;
      if (said.includes('Ready.')) break;
    }
    return async () => {
      job.kill();
      await ended;
    };
  });

  test('is the first thing to do', () => expect(lines[0]).toBe('npm start'));

  test('says what the README shows', () => {
    const table = blocks('text').find((block) => block.includes('so the plan is')) ?? '';
    for (const line of table.trimEnd().split('\n')) expect(said).toContain(`${line}\n`);
  });

  test('takes the one change and refuses the other', async () => {
    const [, url = ''] = /(http:\S+)\/machnet/.exec(said) ?? [];
    const user = lines.find((line) => line.startsWith('user=')) ?? '';
    const answers = lines
      .filter((line) => line.startsWith('curl'))
      .map((line) => `${user}; ${line} --silent --output /dev/null --write-out '%{http_code}'`)
      .map((line) => run('bash', ['-c', line.replace('http://127.0.0.1:4010', url)]));
    expect((await Promise.all(answers)).map(({ stdout }) => stdout)).toEqual(['200', '400']);
  });
});

test.each(lines.filter((line) => line.startsWith('npm run')))('%s', async (line) => {
  const { stdout } = await run('bash', ['-c', line], { cwd: root });
  expect(stdout).toContain('machnet');
});

test('no line is left that nothing runs', () => {
  const known = /^(npm (start|test|run --silent amend -- .*)|user=.*|curl .*)$/;
  expect(lines.filter((line) => !known.test(line))).toEqual([]);
});

test('every command that is named exists, and every one that is meant for people is named', () => {
  const named = [...readme.matchAll(/^\| `npm (?:run )?([a-z:-]+)`/gm)].map(([, name = '']) => name);
  const parts = /^(setup|prepare|pre.*|unused|lint:.*)$/;
  expect(named.toSorted()).toEqual(
    Object.keys(scripts)
      .filter((name) => !parts.test(name))
      .toSorted(),
  );
});

test('the rule stands in the contract as it is shown', () => {
  const [, rule = ''] = blocks('yaml')[0]?.match(/^email:\n(.*)/s) ?? [];
  const shown = rule.replaceAll(/^ +/gm, '').trim();
  expect(read('specs/machnet/v4.yaml').replaceAll(/^ +/gm, '')).toContain(shown);
});

test('the picture is the one that the contracts give', async () => {
  const { out } = await amend(['matrix', '--format', 'svg']);
  const isFresh = read('packages/cli/matrix.svg').replaceAll('\r\n', '\n').trimEnd() === out.trimEnd();
  expect(isFresh, 'packages/cli/matrix.svg is stale: renew it with `npm run matrix`, and commit it.').toBe(true);
});

test('the code in the README of amend compiles, files of the package itself included', () => {
  const snippets = [...read('packages/amend/README.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
  expect(snippets.length).toBeGreaterThan(5);
  const sources = Object.fromEntries(snippets.map((code, index) => [`snippet-${index + 1}.ts`, code]));
  expect(compile([sources])).toEqual([[]]);
});

const texts = globSync(['*.md', 'specs/*.md', 'packages/*/README.md'], { cwd: root });

test.each(texts)('%s links only to what is there', (path) => {
  const targets = [...read(path).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
});
