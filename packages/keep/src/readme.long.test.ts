import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

// What the README shows is compiled as it stands, and its example runs.

const run = promisify(execFile);
const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(pathTo('../README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);

const folder = mkdtempSync(pathTo('../.readme-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules/@amend'), { recursive: true });
for (const name of ['hpay', 'machnet', 'mock'])
  symlinkSync(pathTo(`../../${name}`), join(folder, 'node_modules/@amend', name), 'junction');
blocks.forEach((code, index) => {
  writeFileSync(join(folder, `${index}.ts`), code);
});

test('all of it compiles', async () => {
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify({ extends: '../tsconfig.json', include: ['*.ts'] }));
  const { stdout } = await run(pathTo('../../../node_modules/.bin/tsc'), ['-p', project]).catch(
    (error: { stdout: string }) => error,
  );
  expect([blocks.length, stdout]).toEqual([5, '']);
});

test('the example runs, and the change is kept', async () => {
  const { stdout } = await run(process.execPath, ['--conditions=amend-source', join(folder, '0.ts')]);
  expect(stdout).toContain("[ 'machnet ready', 'hpay ready' ]");
  expect(stdout).toMatch(/^machnet email kept $/m);
  expect(stdout).toMatch(/^hpay email kept $/m);
});
