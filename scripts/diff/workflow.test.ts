import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseYaml, readFile } from '@amend/compiler/read';
import { afterAll, expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { render } from './report.ts';

// What the workflow runs around the program, with a `gh` that tells what it was given.

interface Workflow {
  readonly jobs: Readonly<Record<'diff' | 'comment', { readonly steps: readonly { readonly run?: string }[] }>>;
}

const path = '.github/workflows/contracts.yml';
const { jobs } = parseYaml(path, readFile(path)).document as unknown as Workflow;
const scriptOf = (job: keyof Workflow['jobs'], word: string): string =>
  jobs[job].steps.find(({ run }) => run?.includes(word))?.run ?? '';

const folder = mkdtempSync(join(tmpdir(), 'amend-workflow-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'gh'), '#!/bin/sh\necho "$@"\ncat\nexit "$GH_FAILS"\n');
chmodSync(join(folder, 'gh'), 0o755);

const runStep = (script: string, env: Record<string, string>) =>
  spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env.PATH}`, ...env },
  });

const some = '## Contracts: one change breaks callers\n\n- $(touch x) `touch y`';
const none = render({ base: 'main', changes: [], cells: [] }, 'markdown');
const comment = (report: string, GH_FAILS: string) =>
  runStep(scriptOf('comment', 'gh pr comment'), { REPORT: report, NUMBER: '12', GH_FAILS });

test('a comment is begun, or the last one edited', () => {
  expect(comment(some, '0')).toMatchObject({
    status: 0,
    stdout: `pr comment 12 --edit-last --create-if-none --body-file -\n${some}\n`,
  });
  expect(comment(some, '1').status).toBe(1);
});

test.each(['0', '1'])('where nothing has changed, none is begun (%s)', (fails) => {
  expect(comment(none, fails)).toMatchObject({
    status: 0,
    stdout: `pr comment 12 --edit-last --body-file -\n${none}\n`,
  });
});

test('the report is handed on as it is, and stands in the summary', () => {
  writeFileSync(join(folder, 'report.md'), `${some}\nEOF\n`);
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  expect(runStep(scriptOf('diff', 'GITHUB_OUTPUT'), files).status).toBe(0);
  expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toBe(`${some}\nEOF\n`);
  const [, end, report] = /^report<<(\w{32})\n([\s\S]*)\n\1\n$/.exec(readFileSync(files.GITHUB_OUTPUT, 'utf8')) ?? [];
  expect(end).toBeDefined();
  expect(report).toBe(`${some}\nEOF`);
});

test('the program takes what it is given', () => {
  const [, given = ''] = /contracts:diff -- ([^\n]*)/.exec(scriptOf('diff', 'contracts:diff')) ?? [];
  expect(readOptions(given.replaceAll('"', '').trim().split(/\s+/))).toMatchObject({
    base: 'HEAD^1',
    format: 'github',
    report: 'report.md',
    'fail-on': 'major',
    declared: true,
  });
});
