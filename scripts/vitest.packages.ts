import { defineConfig } from 'vitest/config';

/** How the packages' tests run: on the sources of the workspace, not on what was built from them. */
export default defineConfig({
  resolve: { conditions: ['amend-source'] },
  ssr: { resolve: { conditions: ['amend-source'] } },
  // A hook starts and stops what the slowest test needs.
  test: { testTimeout: 30_000, hookTimeout: 30_000 },
});
