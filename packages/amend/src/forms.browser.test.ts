import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// A page, and Jest with jsdom: of the platform's own there is little more than the language.

const missing =
  'TextEncoder TextDecoder fetch Request Response Headers ReadableStream crypto structuredClone AbortController';

const program = `
  for (const name of '${missing}'.split(' ')) delete globalThis[name];
  const { fieldsFor, patchSchema, plan, requestOf } = await import('./src/index.ts');
  for (const provider of ['hpay', 'ingo', 'stilt']) await import(\`./src/providers/\${provider}.ts\`);
  const { update } = (await import('./src/providers/machnet.ts')).machnetIndividual;
  const input = { id: 'x', status: 'verified', patch: { phone: '+12105550132' } };
  console.log(JSON.stringify([
    fieldsFor(update, 'verified').find(({ field }) => field === 'email').editable,
    patchSchema(update, input)['~standard'].validate(input.patch),
    requestOf(plan(update, input)).body,
  ]));
`;

const cwd = fileURLToPath(new URL('..', import.meta.url));

test('forms and plans load where there is no TextEncoder and the like', () => {
  const args = ['--no-warnings', '--conditions=amend-source', '--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([false, { value: { phone: '+12105550132' } }, { mobile_phone: '2105550132' }]);
});

// The build holds what is published to the library of 2022 (tsconfig.build.json), which says nothing of patterns. Where one
// cannot be read, no line of a bundle runs.
test('no pattern looks behind, which Safari before 16.4 cannot read', () => {
  const files = globSync('../{amend,client,contract,hpay,ingo,machnet,stilt}/src/**/*.{ts,js}', { cwd });
  expect(files.length).toBeGreaterThan(100);
  const behind = files.filter(
    (file) => !file.includes('.test') && /\(\?<[!=]/.test(readFileSync(`${cwd}/${file}`, 'utf8')),
  );
  expect(behind).toEqual([]);
});
