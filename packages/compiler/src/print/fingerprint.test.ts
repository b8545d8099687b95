import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint, fingerprintName } from './fingerprint.ts';
import { type Files, readFolder, writeFolder } from './folder.ts';

const printed: Files = { 'v2/types.ts': 'a', 'v2/rules.ts': 'b', 'v1/types.ts': 'c' };

test('a folder that was written is known again, and a changed one is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-'));
  try {
    writeFolder(folder, { ...printed, [fingerprintName]: fingerprint([], printed) });
    const found = readFolder(folder);
    expect(fingerprint([], found)).toBe(found[fingerprintName]);
    expect(fingerprint([], { ...found, 'v1/types.ts': 'C' })).not.toBe(found[fingerprintName]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
