import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableOf } from '@amend/client/provider';
import { createMock } from '@amend/mock';
import { providers } from 'amend/providers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { amend } from './testing/fake-io.ts';
import { environment } from './testing/mocked.ts';
import { cli, spawnAmend, stopAll } from './testing/spawn-amend.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
const lines = blocks('sh').flatMap((code) => code.trim().split('\n'));

const folder = mkdtempSync(join(tmpdir(), 'amend-readme-'));
writeFileSync(join(folder, 'change.json'), blocks('json')[0] ?? '');
writeFileSync(join(folder, 'app.log'), blocks('text')[0] ?? '');
const mock = await createMock({ seed: 'readme' });
const { url } = await mock.listen();
beforeEach(mock.reset);
afterAll(async () => {
  stopAll();
  await mock.close();
  rmSync(folder, { recursive: true });
});

const shellFunction = `amend() { ${cli.map((part) => `'${part}'`).join(' ')} "$@"; }; cd '${folder}';`;

/** What does not end by itself, what is not ours, and what has tests of its own: the demo, and a keeper. */
const isRunElsewhere = (line: string): boolean => /^npm |^amend (mock|demo|listen|keep)/.test(line);

describe('each example does what it says', () => {
  test.each(lines.filter((line) => !isRunElsewhere(line)))('%s', async (line) => {
    const { code, out } = await spawnAmend(['-c', `${shellFunction} ${line}`], environment(url), ['bash']).ended;
    expect(code).toBe(/: blocked: /.test(out) ? 1 : 0);
    expect(out.length).toBeGreaterThan(50);
    if (line.startsWith('amend update'))
      expect(out).toMatch(line.includes('--dry-run') ? /phone +send/ : /^machnet now has$/m);
  });
});

test('it names every command, variable and shape', async () => {
  const commands = [...new Set(lines.map((line) => line.split(' ').slice(0, 2).join(' ')))];
  const { out } = await amend(['--help']);
  for (const [, name] of out.matchAll(/^ {2}(\w+) {2,}\w/gm)) expect(commands).toContain(`amend ${name}`);
  for (const { describe: load } of Object.values(providers)) {
    const { name, credentials } = await load();
    for (const option of [...Object.keys(credentials), 'baseUrl'])
      expect(readme).toContain(`\`${variableOf(name, option)}\``);
  }
  const shape = async (args: string[]): Promise<object> => JSON.parse((await amend([...args, '--json'])).out);
  const list = await shape(['fields', 'machnet']);
  const plans = await shape(['plan', 'machnet:1', '--set', 'email=a@example.com']);
  for (const key of [...Object.keys(list), ...Object.keys(plans)]) expect(readme).toContain(`\`${key}\``);
});
