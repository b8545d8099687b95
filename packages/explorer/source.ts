import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isFresh } from './build-fresh.ts';

// The package as the repository's own programs import it: nothing has to be built before.

if (!isFresh()) {
  const build = fileURLToPath(new URL('build.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--conditions=amend-source', build], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The page could not be made; see the lines above.');
}

export { fileUrl, pagesUrl } from './src/index.ts';
