import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchemaReport } from './compare-schemas.ts';

const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

const isReport = (value: unknown): value is SchemaReport =>
  typeof value === 'object' && value !== null && 'reportVersion' in value && value.reportVersion === '1';

const ask = async (before: string, after: string): Promise<SchemaReport | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'amend-diff-'));
  try {
    // Redocly calls every change a patch unless its configuration extends this set of rules.
    await writeFile(join(folder, 'redocly.yaml'), 'extends: [diff-recommended]\ntelemetry: off\n');
    await writeFile(join(folder, 'base.yaml'), before);
    await writeFile(join(folder, 'revision.yaml'), after);
    const args = [redocly, 'diff', 'base.yaml', 'revision.yaml', '--format=json', '--fail-on=none'];
    const output = await new Promise<string>((done) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) =>
        done(error ? '' : stdout),
      );
    });
    const report: unknown = output === '' ? undefined : JSON.parse(output);
    return isReport(report) ? report : undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
};

const reports = new Map<string, Promise<SchemaReport | undefined>>();

/** What Redocly says about two texts of a contract, asked once; nothing if it cannot read one of them. */
export const compareWithRedocly = (before: string, after: string): Promise<SchemaReport | undefined> => {
  const key = JSON.stringify([before, after]);
  const report = reports.get(key) ?? ask(before, after);
  reports.set(key, report);
  return report;
};
