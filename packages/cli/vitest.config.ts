import { configDefaults, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.base.ts';

// These put a made-up provider in the place of the list of providers, and must not find the list loaded.
const made = ['src/{fields,plan}/command.test.ts'];

// What `--exclude` says does not reach a project that excludes something itself.
const long = process.argv.some((arg) => arg.includes('.long.')) ? [] : ['**/*.long.test.ts'];

export default mergeConfig(base, {
  test: {
    projects: [
      { extends: true, test: { name: 'made up', include: made, isolate: true } },
      { extends: true, test: { name: 'real', exclude: [...configDefaults.exclude, ...long, ...made] } },
    ],
  },
});
