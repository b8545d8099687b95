import { spawnSync } from 'node:child_process';

// Packs what was built of the package in whose folder it is started, as it would be published, and checks the package.

const checks = [
  ['pnpm', 'pack', '--out', 'package.tgz'],
  ['publint', 'package.tgz', '--strict'],
  // Its users import it; nobody requires it.
  ['attw', 'package.tgz', '--profile', 'esm-only'],
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
