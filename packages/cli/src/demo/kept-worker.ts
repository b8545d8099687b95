import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type KeptAt, keptAt } from './kept-at.ts';

/** Another process that works on what is kept, until it is killed. */
export interface Worker {
  /** Ends it as no process can prepare for. */
  readonly kill: () => Promise<void>;
}

// Sources and what is built of them have the same names, but for their ends.
const [, end = 'js'] = /\.(\w+)$/.exec(import.meta.url) ?? [];
const pathTo = (name: string): string => fileURLToPath(new URL(`${name}.${end}`, import.meta.url));

/** `amend keep run`, as anybody runs it. */
export const startWorker = (at: KeptAt): Worker => {
  const command = [pathTo('../cli'), 'keep', 'run', '--keeper', pathTo('kept-keeper')];
  const child = spawn(process.execPath, [...(end === 'ts' ? ['--conditions=amend-source'] : []), ...command], {
    env: { ...process.env, [keptAt]: JSON.stringify(at), npm_lifecycle_event: '' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
