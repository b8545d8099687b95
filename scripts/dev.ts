import './tell-errors.ts';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stopWithNpm } from '../packages/mock/src/stop-with-npm.ts';

// A mock that follows the contracts as they are written: `npm run dev [-- the mock's options]`. At each save of one, the code
// is generated and the mock starts anew; a contract that cannot be read leaves it as it was.

const root = fileURLToPath(new URL('..', import.meta.url));

/** Saves come in twos and threes. */
const pause = 100;

let mock: ChildProcess | undefined;
const start = (): void => {
  const args = ['--conditions=amend-source', `${root}packages/cli/src/cli.ts`, 'mock', ...process.argv.slice(2)];
  mock = spawn(process.execPath, args, { stdio: 'inherit' });
  mock.on('exit', (code) => code && console.error('The mock has ended; save a contract to start it anew.'));
};

const renew = (): void => {
  const { status } = spawnSync(process.execPath, [`${root}scripts/generate.ts`, '--quiet'], { stdio: 'inherit' });
  if (status !== 0) console.error('The mock goes on with what it has.');
  else if (!mock || mock.exitCode !== null) start();
  else mock.once('exit', start).kill();
};

const stop = (): void => {
  mock?.removeAllListeners('exit').kill();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
if (process.env.npm_lifecycle_event) stopWithNpm(stop);

start();
let timer: NodeJS.Timeout | undefined;
watch(`${root}specs`, { recursive: true }, (_, path) => {
  if (!path?.endsWith('.yaml') || path.endsWith('page.yaml')) return;
  clearTimeout(timer);
  timer = setTimeout(renew, pause);
});
