import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstalledClone, installedClone } from '../new-provider/test-data/installed-clone.ts';

// What vendors publish is theirs and stands in no repository of ours: AMEND_VENDORS names a folder that has their documents,
// `adyenlem.yaml` and so on. What was decided about each stands in `vendors/`.

const { AMEND_VENDORS: vendors } = process.env;
const decisions = join(import.meta.dirname, 'vendors');
const names = readdirSync(decisions).flatMap((file) => (file.endsWith('.yaml') ? [file.replace('.yaml', '')] : []));

const name = 'address';
const whole = ['firstName', 'lastName', 'email', name];

/** What a plan carries, of these four; a vendor that has no e-mail or address of a person has none to carry. */
const carried: Record<string, string[]> = {
  checkout: ['firstName', 'lastName', name],
  paystack: ['firstName', 'lastName'],
  unit: ['email', name],
};

const told = vendors ? 'what is made of the document of' : 'skipped, since AMEND_VENDORS names no folder:';

describe.skipIf(!vendors)(told, () => {
  let clone: InstalledClone;
  const source = '--conditions=amend-source';
  const run = (...args: string[]) => clone.run('', process.execPath, source, ...args);
  const document = (vendor: string): string => resolve(vendors ?? '', `${vendor}.yaml`);

  beforeAll(async () => {
    clone = await installedClone();
  });
  afterAll(() => clone.remove());

  describe.each(names)('%s', (vendor) => {
    test('is imported with what is decided, linted, generated, and made', async () => {
      const decided = join(clone.folder, `specs/${vendor}/v1.decisions.yaml`);
      mkdirSync(dirname(decided), { recursive: true });
      copyFileSync(join(decisions, `${vendor}.yaml`), decided);
      const { code, out } = await run('scripts/import.ts', document(vendor), '--provider', vendor);
      expect(code, out).toBe(0);
      expect(out).toMatch(/\n0 of them are open\.\n$/);
    });

    test('compiles', async () => {
      expect(await clone.run(`packages/${vendor}`, 'tsc', '-p', '.')).toMatchObject({ code: 0 });
      expect(await clone.run('packages/amend', 'tsc', '-p', '.')).toMatchObject({ code: 0 });
    });

    test("is mocked: each of its own requests passes, what changes is kept, and each answer fits the vendor's own schema", async () => {
      const { code, out } = await run('scripts/import/vendors/try-vendor.ts', vendor, document(vendor));
      expect(code, out).toBe(0);
      const found = JSON.parse(out);
      expect(found).toMatchObject({ unfit: [], refused: [], lost: [] });
      expect(found.answers).toBeGreaterThan(8);
      expect(found.shown).toBeGreaterThan(0);
      expect(found.tried).toBeGreaterThan(0);
      expect(found.kept).toBe(found.tried);
      expect(found.carried).toEqual(expect.arrayContaining(carried[vendor] ?? whole));
    });
  });
});
