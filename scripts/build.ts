import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

// Builds the package in whose folder it is started: JavaScript and declarations in `dist`, without bundling.

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('tsc', ['--checkers', '1', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(1);
// The validators are JavaScript already, and the contracts JSON.
cpSync('src', 'dist', {
  recursive: true,
  filter: (path) => !/\.[a-z]+$/.test(path) || /validators\.(js|d\.ts)$|openapi\.json$/.test(path),
});
