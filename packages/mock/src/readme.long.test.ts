import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { usage } from './cli-options.ts';
import { createMock } from './index.ts';

// What the README shows is compiled, run and typed as it stands.

const run = promisify(execFile);
const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocksOf = (language: string): readonly string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) => (name === language ? [text] : []));

const folder = mkdtempSync(join(tmpdir(), 'amend-mock-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'node_modules/@amend'), { recursive: true });
for (const name of ['mock', 'machnet'])
  symlinkSync(pathTo(`../../${name}`), join(folder, 'node_modules/@amend', name), 'junction');
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

describe.each(blocksOf('ts').map((code, index) => [`snippet-${index + 1}.ts`, code] as const))('%s', (name, code) => {
  writeFileSync(join(folder, name), code);

  test('compiles', async () => {
    const compilerOptions = { typeRoots: [pathTo('../node_modules/@types')] };
    const project = join(folder, `${name}.json`);
    writeFileSync(project, JSON.stringify({ extends: pathTo('../tsconfig.json'), compilerOptions, include: [name] }));
    const { stdout } = await run(process.execPath, [pathTo('../../../node_modules/.bin/tsc'), '-p', project]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  test('runs', async () => {
    const { stdout, stderr } = await run(process.execPath, ['--conditions=amend-source', join(folder, name)]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[0-9a-f-]{36} (UNVERIFIED|user_kyc_verified)\n$/);
  });
});

describe('the lines for a shell', async () => {
  const mock = await createMock();
  const { url } = await mock.listen();
  afterAll(() => mock.close());
  const lines = blocksOf('sh')
    .flatMap((block) => block.replaceAll('\\\n', '').split('\n'))
    .filter((line) => line.startsWith('curl'));

  test('there are some', () => expect(lines.length).toBeGreaterThan(3));

  test.each(lines)('%s', async (line) => {
    expect(line).toContain('http://127.0.0.1:4010/');
    const here = line.replace('http://127.0.0.1:4010', url);
    // What is told without an end is left when its time is up.
    const command = here.startsWith('curl -N ')
      ? here.replace('curl', 'curl --silent --fail --max-time 2').concat(' || test $? = 28')
      : here.replace('curl', 'curl --silent --show-error --fail');
    expect(await run('sh', ['-c', command])).toMatchObject({ stderr: '' });
  });
});

test('it names every option', () => {
  for (const [option] of usage.matchAll(/--[a-z]+/g)) expect(readme).toContain(`\`${option}`);
});
