import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// The documentation as the repository's own programs import it: what has changed since is made anew.

const make = fileURLToPath(new URL('../../scripts/docs.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--conditions=amend-source', make], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) throw new Error('The documentation could not be made; see the lines above.');

export { documentationUrl } from './src/documentation.ts';
