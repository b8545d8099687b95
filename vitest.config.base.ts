import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How all tests run: on the sources of the workspace, not on what was built from them. */
export default defineConfig({
  resolve: { conditions: ['amend-source'] },
  ssr: { resolve: { conditions: ['amend-source'] } },
  test: {
    testTimeout: 120_000,
    // A hook starts and stops what the slowest test needs.
    hookTimeout: 120_000,
    setupFiles: [pathTo('vitest.setup.ts')],
    // A file leaves nothing behind, so the next one takes what is loaded already.
    isolate: false,
    // What a test starts does not compile again what another one has.
    env: { NODE_COMPILE_CACHE: pathTo('node_modules/.cache/node') },
    // `*.test-d.ts`: tests of types alone, which only the compiler can fail.
    typecheck: { enabled: true },
    // A test that comes to its end without one assertion fails: a loop over an empty list, say.
    expect: { requireAssertions: true },
  },
});
