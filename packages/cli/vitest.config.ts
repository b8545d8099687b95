import { configDefaults, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.base.ts';

// These put something made up in the place of a module, the list of providers say, and must not find it loaded.
const made = ['src/{fields,plan}/command.test.ts', 'src/keep/outage.test.ts', 'src/replace-folder.test.ts'];

// What `--exclude` says does not reach a project that excludes something itself.
const long = process.argv.some((arg) => arg.includes('.long') && !arg.startsWith('--')) ? [] : ['**/*.long.test.ts'];

export default mergeConfig(base, {
  test: {
    projects: [
      { extends: true, test: { name: 'made up', include: made, isolate: true } },
      { extends: true, test: { name: 'real', exclude: [...configDefaults.exclude, ...long, ...made] } },
    ],
  },
});
