import { defineConfig, mergeConfig } from 'vitest/config';
import packages from '../vitest.packages.ts';

const tests: readonly string[] = JSON.parse(process.env.AMEND_MUTATE_TESTS ?? '[]');

/** How the tests run against a mutant. The compiler is not asked: a mutant that does not compile still runs. */
export default mergeConfig(
  packages,
  defineConfig({ test: { include: tests.map((start) => `${start}**.test.ts`), typecheck: { enabled: false } } }),
);
