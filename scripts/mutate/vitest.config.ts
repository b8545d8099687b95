import { defineConfig, mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vitest.config.base.ts';

const tests: readonly string[] = JSON.parse(process.env.AMEND_MUTATE_TESTS ?? '[]');

/** The first test that notices a mutant ends its run, so those come first that take the least time. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const durationOf = (file: TestSpecification): number =>
      this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
    return files.toSorted((one, other) => durationOf(one) - durationOf(other));
  }
}

/** How the tests run against a mutant. The compiler is not asked: a mutant that does not compile still runs. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: tests.map((start) => `${start}**.test.ts`),
      // They start programs of their own, which no mutant reaches.
      exclude: ['**/*.long.test.ts'],
      sequence: { sequencer: QuickFirst },
    },
  }),
);
