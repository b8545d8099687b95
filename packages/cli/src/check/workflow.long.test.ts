import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMock } from '@amend/mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { environment } from '../testing/mocked.ts';
import { cli } from '../testing/spawn-amend.ts';

// The script of the workflow that READMEs show, against a mock in the place of the sandbox.

const workflow = readFileSync(new URL('../../../examples/workflows/check.yml', import.meta.url), 'utf8');
const [, indented = ''] = /^ {8}run: \|\n(.*)$/ms.exec(workflow) ?? [];
const script = indented.replaceAll(/^ {10}/gm, '');

const folder = mkdtempSync(join(tmpdir(), 'amend-check-'));
mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
const command = cli.map((part) => `'${part}'`).join(' ');
writeFileSync(join(folder, 'node_modules/.bin/amend'), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });

const mock = await createMock({ seed: 'workflow' });
const { url } = await mock.listen();
beforeEach(() => {
  mock.reset();
  for (const file of ['summary.md', 'check-state.json', 'proposal.json']) rmSync(join(folder, file), { force: true });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

const run = async (env: Record<string, string> = {}) => {
  const summary = join(folder, 'summary.md');
  const shell = spawn('bash', ['-e', '-c', script], {
    cwd: folder,
    env: {
      ...process.env,
      ...environment(url),
      GITHUB_STEP_SUMMARY: summary,
      SUSPENDED: '',
      PAUSE: '0',
      RATE: '999999',
      ...env,
    },
  });
  const [code] = await once(shell, 'close');
  return { code, summary: readFileSync(summary, 'utf8') };
};

const fault = (body: object): Promise<Response> =>
  fetch(`${url}/__amend/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('all agrees, and the table is in the summary', async () => {
  const suspended = mock.fixtures.find(({ status }) => status === 'SUSPENDED')?.id ?? '';
  const { code, summary } = await run({ SUSPENDED: suspended });
  expect(summary).toMatch(/^```text\n.* 0 differs, /s);
  expect(summary).not.toContain('Overlay');
  expect(code).toBe(0);
});

test('after a sandbox that was down it goes on', async () => {
  await fault({ operation: 'getUser', reset: true, times: 7 });
  const { code, summary } = await run();
  expect(summary).not.toContain('Stopped');
  expect(code).toBe(0);
});
