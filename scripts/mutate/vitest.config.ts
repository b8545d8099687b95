import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.base.ts';

const tests: readonly string[] = JSON.parse(process.env.AMEND_MUTATE_TESTS ?? '[]');

/** How the tests run against a mutant. The compiler is not asked: a mutant that does not compile still runs. */
export default mergeConfig(
  base,
  defineConfig({ test: { include: tests.map((start) => `${start}**.test.ts`), typecheck: { enabled: false } } }),
);
