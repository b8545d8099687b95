import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** A contract as it is, as it was last imported, and as it is imported now. */
export interface Versions {
  readonly mine: string;
  readonly base: string;
  readonly theirs: string;
}

/**
 * What both have changed since the last import. @throws {UsageError} in one line, with the line of `path`, where both have
 * changed the same.
 */
export const mergeVersions = (path: string, versions: Versions): string => {
  if (versions.mine === versions.base) return versions.theirs;
  const folder = mkdtempSync(join(tmpdir(), 'amend-import-'));
  try {
    for (const [name, text] of Object.entries(versions)) writeFileSync(join(folder, name), text);
    const { status, stdout } = spawnSync('git', ['merge-file', '-p', 'mine', 'base', 'theirs'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status === 0) return stdout;
    const [before = ''] = stdout.split(/^<<<<<<< mine$/m);
    const line = before.split('\n').length;
    throw new UsageError(
      `${path}:${line}: The provider has changed this, and so have you; undo one of the two, and import again.`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};
