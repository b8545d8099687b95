import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = `
  import { prismOn } from ${JSON.stringify(fileURLToPath(new URL('start-prism.ts', import.meta.url)))};
  console.log(await prismOn('specs/machnet/v4.yaml'));
  setInterval(() => {}, 1000);
`;

const isServed = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('a stock Prism does not outlive the run that started it, even one that is killed', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface(run.stdout), 'line')) as [string];
  expect(await isServed(url)).toBe(true);
  run.kill('SIGKILL');
  await expect.poll(() => isServed(url)).toBe(false);
});
