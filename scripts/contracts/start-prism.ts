import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ends a process with the one that started it, however that ends: whoever is killed stops nothing any more. */
const endWithParent = `data:text/javascript,${encodeURIComponent("process.on('disconnect', () => process.exit())")}`;

const startPrism = async (contract: string): Promise<string> => {
  const server = spawn(process.execPath, ['--import', endWithParent, prism, 'mock', '-p', '0', contract], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const output = server.stdout as Socket;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(output).on('line', (line) => {
      const [address] = (line.includes('Prism is listening') && /http:\/\/[0-9.:]+/.exec(line)) || [];
      if (address) resolve(address);
    });
    once(server, 'exit').then(() => reject(new Error(`Prism stopped before it served ${contract}.`)), reject);
  });
  // Nobody who is done waits for it.
  for (const handle of [server, server.channel, output]) handle?.unref();
  return url;
};

const started = new Map<string, Promise<string>>();

/**
 * Where stock Prism serves a contract, as a stranger would run it. All that ask in one process share one, which ends
 * with that process.
 */
export const prismOn = (contract: string): Promise<string> => {
  const url = started.get(contract) ?? startPrism(contract);
  started.set(contract, url);
  return url;
};
