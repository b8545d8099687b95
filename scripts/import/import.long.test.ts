import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, type InstalledClone, installedClone } from '../new-provider/test-data/installed-clone.ts';
import { decideAll } from './testing.ts';

// A provider that does not exist is made from its own document in a copy of this repository, by the command and by what
// a person decides.

const document = fileURLToPath(new URL('test-data/acme.yaml', import.meta.url));
const source = '--conditions=amend-source';
let clone: InstalledClone;
const command = (...args: string[]): Promise<Ended> =>
  clone.run('', process.execPath, source, 'scripts/import.ts', ...args);
const inClone = (path: string): string => join(clone.folder, path);

beforeAll(async () => {
  clone = await installedClone();
}, 120_000);
afterAll(() => clone.remove(), 240_000);

describe('bad input leaves everything as it was', () => {
  const given = [document, '--operation', 'customers.update'];
  test.each<[string, string[], RegExp]>([
    ['a name that is a word of the language', [...given, '--provider', 'class'], /^class is a word of the language/],
    ['a name that is taken', [...given, '--provider', 'specs'], /^specs is a folder/],
    [
      'a document that is not there',
      ['none.yaml', '--provider', 'acme', '--operation', 'a'],
      /^none\.yaml cannot be read/,
    ],
    ['no document', ['--provider', 'acme'], /^Give the provider's document/],
    ['no operation', [document, '--provider', 'acme'], /^Name the update with --operation/],
    ['nothing', [], /^Usage: import/],
  ])('%s', async (_, args, sentence) => {
    const { code, out } = await command(...args);
    expect(out).toMatch(sentence);
    expect(code).toBe(2);
    expect(clone.changes()).toEqual([]);
  });
});

describe('from a document to a provider', () => {
  test('the first import asks, and makes nothing that tools read', async () => {
    const { code, out } = await command(document, '--provider', 'acme', '--operation', 'customers.update');
    expect(out).toMatch(/\n19 of them are open\.\n$/);
    expect(code).toBe(0);
    expect(clone.changes()).toEqual(['?? specs/acme/']);
  });

  test('once all is decided, the provider is made', async () => {
    const decisions = inClone('specs/acme/v1.decisions.yaml');
    writeFileSync(decisions, decideAll(readFileSync(decisions, 'utf8')));
    const { code, out } = await command('--provider', 'acme');
    expect(code, out).toBe(0);
    expect(out).toMatch(/^ {2}first_name +firstName, as text$/m);
    expect(out).toMatch(/^ {2}address +address\.line1, address\.city, address\.postalCode$/m);
    expect(out).toMatch(/\n0 of them are open\.\n$/);
  }, 400_000);

  test.each([
    ['its client', 'packages/acme'],
    ['its mapping', 'packages/amend'],
  ])(
    '%s compiles',
    async (_, at) => {
      expect(await clone.run(at, 'tsc', '-p', '.')).toMatchObject({ code: 0 });
    },
    120_000,
  );

  test('the command plans a change of a name below an object, and refuses what is locked', async () => {
    const amend = (...args: string[]) => clone.run('', process.execPath, source, 'packages/cli/src/cli.ts', ...args);
    const set = ['--set', 'firstName=Joan', '--set', 'address.city=Dallas', '--json'];
    const plan = async (status: string) => JSON.parse((await amend('plan', 'acme:12', '--status', status, ...set)).out);
    const verdicts = async (status: string) =>
      Object.fromEntries(
        (await plan(status)).plans[0].fields.map((each: { field: string; verdict: string }) => [
          each.field,
          each.verdict,
        ]),
      );
    expect(await verdicts('unverified')).toMatchObject({ firstName: 'send', 'address.city': 'send' });
    expect(await verdicts('verified')).toMatchObject({ firstName: 'locked', 'address.city': 'send' });
  }, 60_000);

  test('an import of a provider that is made already takes its document anew', async () => {
    const before = clone.changes();
    const { code, out } = await command(document, '--provider', 'acme');
    expect(out).toMatch(/\n0 of them are open\.\n$/);
    expect(code, out).toBe(0);
    expect(clone.changes()).toEqual(before);
  }, 120_000);

  test('a contract that is broken by hand stays, and nothing else is changed', async () => {
    const before = clone.changes();
    const contract = readFileSync(inClone('specs/acme/v1.yaml'), 'utf8');
    writeFileSync(inClone('specs/acme/v1.yaml'), contract.replace('x-retry: never', 'x-retry: always'));
    const { code, out } = await command('--provider', 'acme');
    expect(out).toMatch(/x-retry/);
    expect(code).toBe(2);
    writeFileSync(inClone('specs/acme/v1.yaml'), contract);
    expect(clone.changes()).toEqual(before);
    rmSync(inClone('specs/acme'), { recursive: true });
  }, 120_000);
});
