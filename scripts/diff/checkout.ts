import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Links the packages that are installed for one checkout into another. pnpm's links are relative, so that copies of them find the copied packages beside them. */
export const linkPackages = (root: string, checkout: string): void => {
  symlinkSync(resolve(root, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  const folders = ['scripts', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
  for (const folder of folders) {
    const from = join(root, folder, 'node_modules');
    if (existsSync(from) && existsSync(join(checkout, folder)))
      cpSync(from, join(checkout, folder, 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => path === from || !basename(path).startsWith('.') || lstatSync(path).isSymbolicLink(),
      });
  }
};

/** Does something in a temporary checkout of a commit, with the packages that are installed in the working tree. */
export const inCheckout = async <Value>(
  root: string,
  commit: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-base-'));
  try {
    const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x'], { cwd: folder, input: archive });
    linkPackages(root, folder);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
