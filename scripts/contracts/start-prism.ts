import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Prism {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Ends a process with the one that started it, however that ends: whoever is killed stops nothing any more. */
const endWithParent = `data:text/javascript,${encodeURIComponent("process.on('disconnect', () => process.exit())")}`;

/** Starts stock Prism on a contract, as a stranger would run it, and waits until it listens. */
export const startPrism = async (contract: string): Promise<Prism> => {
  const server = spawn(process.execPath, ['--import', endWithParent, prism, 'mock', '-p', '0', contract], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const exited = once(server, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout as Readable).on('line', (line) => {
      const [address] = (line.includes('Prism is listening') && /http:\/\/[0-9.:]+/.exec(line)) || [];
      if (address) resolve(address);
    });
    exited.then(() => reject(new Error(`Prism stopped before it served ${contract}.`)), reject);
  });
  const stop = async () => {
    server.kill();
    await exited;
  };
  return { url, stop };
};
