import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// What says which files of the long ones shall not run, asks for none of them.
const isLong = process.argv.some((arg) => arg.includes('.long') && !arg.startsWith('--'));

// These put something made up in the place of a module, the list of providers say, and must not find it loaded.
const alone = 'src/**/*.alone.test.ts';
const files = existsSync('src') ? readdirSync('src', { recursive: true }) : [];
const hasAlone = files.some((file) => String(file).endsWith('.alone.test.ts'));

// What `--exclude` says does not reach a project that excludes something itself.
const long = isLong ? [] : ['**/*.long.test.ts'];

/** How all tests run: on the sources of the workspace, not on what was built from them. */
export default defineConfig({
  // One root for all packages: what one has compiled, the others take. Each tries what is below its own folder.
  root: pathTo('.'),
  resolve: { conditions: ['amend-source'] },
  ssr: { resolve: { conditions: ['amend-source'] } },
  test: {
    dir: process.cwd(),
    testTimeout: 600_000,
    // A hook starts and stops what the slowest test needs.
    hookTimeout: 600_000,
    // Where turbo runs them, it has the packages beside each other, and each process less loads what they share.
    ...(process.env.TURBO_HASH !== undefined && { maxWorkers: 1 }),
    setupFiles: [pathTo('vitest.setup.ts')],
    // A file leaves nothing behind, so the next one takes what is loaded already.
    isolate: false,
    ...(hasAlone && {
      projects: [
        { extends: true, test: { name: 'alone', include: [alone], isolate: true } },
        { extends: true, test: { name: 'together', exclude: [...configDefaults.exclude, ...long, alone] } },
      ],
    }),
    // What a test starts does not compile or read again what another one has.
    env: {
      NODE_COMPILE_CACHE: pathTo('node_modules/.cache/node'),
      AMEND_READ_CACHE: pathTo('node_modules/.cache/read'),
      // How many times as often as the short tests the long ones try what is made up.
      AMEND_TIMES: isLong ? '10' : '1',
    },
    // A test that comes to its end without one assertion fails: a loop over an empty list, say.
    // A poll has as long as a busy machine may need; the default is one second.
    expect: { requireAssertions: true, poll: { timeout: 120_000 } },
  },
});
