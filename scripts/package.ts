import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Packs what was built of the package in whose folder it is started, as it would be published, and checks the package.

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

const checks = [
  ['pnpm', 'pack', '--out', 'package.tgz'],
  ['publint', 'package.tgz', '--strict'],
  // A package's users import it, and nobody requires it; a command is not imported at all.
  ...(exports ? [['attw', 'package.tgz', '--profile', 'esm-only']] : []),
];

for (const [command = '', ...args] of checks) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) continue;
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}
