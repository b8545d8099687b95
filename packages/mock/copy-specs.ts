import { cpSync } from 'node:fs';

// The contracts belong to no package; the published mock brings its own copy.
cpSync('../../specs', 'dist/specs', {
  recursive: true,
  filter: (path) => !/\.[a-z]+$/.test(path) || path.endsWith('.yaml'),
});
