import { spawnSync } from 'node:child_process';
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

test('forms and plans load where there is no TextEncoder and the like', () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const args = ['--no-warnings', '--conditions=amend-source', '--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([false, { value: { phone: '+12105550132' } }, { mobile_phone: '2105550132' }]);
});
