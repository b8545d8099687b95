import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { blocks, lines, root, scripts } from './readme.ts';

// What the root's README shows is run as it stands.

const run = promisify(execFile);

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
