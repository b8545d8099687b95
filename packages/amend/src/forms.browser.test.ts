import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// A page, and Jest with jsdom: of the platform's own there is little more than the language.

const cwd = fileURLToPath(new URL('..', import.meta.url));
const providers = globSync('./src/providers/*.ts', { cwd }).flatMap((file) =>
  file.includes('.test') ? [] : `./${file}`,
);

const missing =
  'TextEncoder TextDecoder fetch Request Response Headers ReadableStream crypto structuredClone AbortController';

const program = `
  for (const name of '${missing}'.split(' ')) delete globalThis[name];
  const { fieldsFor, patchSchema, plan, requestOf } = await import('./src/index.ts');
  for (const file of ${JSON.stringify(providers)}) await import(file);
  const { update } = (await import('./src/testing/golden-user.ts')).goldenPerson;
  const input = { id: 'x', status: 'verified', patch: { phone: '+12105550132' } };
  console.log(JSON.stringify([
    fieldsFor(update, 'verified').find(({ field }) => field === 'email').editable,
    patchSchema(update, input)['~standard'].validate(input.patch),
    requestOf(plan(update, input)).body,
  ]));
`;

test('forms and plans load where there is no TextEncoder and the like', () => {
  const args = ['--no-warnings', '--conditions=amend-source', '--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect(providers.length).toBeGreaterThan(0);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([false, { value: { phone: '+12105550132' } }, { mobile: '2105550132' }]);
});

// The build holds what is published to the library of 2022 (tsconfig.build.json), which says nothing of patterns. Where one
// cannot be read, no line of a bundle runs.
test('no pattern looks behind, which Safari before 16.4 cannot read', () => {
  const files = globSync('../*/src/**/*.{ts,js}', { cwd }).filter(
    (file) => !/^\.\.\/(cli|compiler|examples|mock)\//.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const behind = files.filter(
    (file) => !file.includes('.test') && /\(\?<[!=]/.test(readFileSync(`${cwd}/${file}`, 'utf8')),
  );
  expect(behind).toEqual([]);
});
