import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts, readFile } from '@amend/compiler/read';
import { transformSync } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
}

/** The folders of the clients, of what they share, and of what stands on them. */
export const packages = ['contract', 'client', ...new Set(contracts.map(({ provider }) => provider)), 'amend'];

const link = (target: string, path: string) => {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(realpathSync(target), path, 'junction');
};

/**
 * Makes a folder outside the workspace that holds what `turbo run package` has packed, unpacked as npm would, and
 * `consumer.ts`, which uses it.
 *
 * @param also Further packages, by their folders.
 * @returns The path of something in the folder.
 */
export const installPackages = (...also: readonly string[]): ((...path: string[]) => string) => {
  const wanted = [...packages, ...also];
  const missing = wanted.find((name) => !existsSync(join(root, 'packages', name, 'package.tgz')));
  if (missing) throw new Error(`packages/${missing}/package.tgz is missing; \`turbo run package\` makes it.`);

  const folder = mkdtempSync(join(tmpdir(), 'amend-packages-'));
  const installed = (name: string) => join(folder, 'node_modules', name);
  for (const client of wanted) {
    const source = join(root, 'packages', client);
    const { name, dependencies = {} } = JSON.parse(readFile(`packages/${client}/package.json`)) as Manifest;
    mkdirSync(installed(name), { recursive: true });
    execFileSync('tar', ['-xzf', join(source, 'package.tgz'), '-C', installed(name), '--strip-components=1']);
    for (const [dependency, version] of Object.entries(dependencies))
      if (!version.startsWith('workspace:')) link(join(source, 'node_modules', dependency), installed(dependency));
  }
  link(join(root, 'scripts/node_modules/@types/node'), installed('@types/node'));

  const consumer = readFile('scripts/wire/consumer.ts');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'consumer.ts'), consumer);
  writeFileSync(join(folder, 'consumer.js'), transformSync(consumer, { loader: 'ts' }).code);
  return (...path) => join(folder, ...path);
};
