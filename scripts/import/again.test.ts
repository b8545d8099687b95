import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { acme, decideAll, importText } from './testing.ts';
import { pathsOf, writeImported } from './write.ts';

// A newer document of the provider is imported over a contract that people have decided about, and worked on.

const root = `${mkdtempSync(join(tmpdir(), 'amend-again-'))}/`;
afterAll(() => rmSync(root, { recursive: true }));
const contract = { name: 'acme@v1', provider: 'acme', version: 'v1', path: 'specs/acme/v1.yaml' };
const paths = pathsOf(contract);
const read = (path: string): string => readFileSync(root + path, 'utf8');
const edit = (path: string, wanted: string, by: string): void => {
  expect(read(path)).toContain(wanted);
  writeFileSync(root + path, read(path).replace(wanted, by));
};

const newer = acme
  .replace(/^ {8}email: .*\n/m, '')
  .replace('required: [first_name, email]', 'required: [first_name]')
  .replace(', email: jane@example.com, phone', ', phone')
  .replace('ssn: {', 'nickname: { type: string, description: What friends say. }\n        ssn: {')
  .replace('enum: [pending, active, closed]', 'enum: [pending, active, closed, frozen]');

const first = await importText(acme);
await writeImported(root, contract, first);
const decided = await importText(acme, [], decideAll(first.decisions));
const byDecisions = await writeImported(root, contract, decided);

test('what is decided is no change of the provider', () => {
  expect(byDecisions).toBe('');
});

describe('a newer document', async () => {
  edit(
    paths.contract,
    'description: First name. It cannot be changed',
    'description: Given name. It cannot be changed',
  );
  const again = await importText(newer, [], read(paths.decisions));
  const told = await writeImported(root, contract, again);
  const { CustomerUpdate, User } = parse(read(paths.contract)).components.schemas;

  test('leaves decisions as they are', () => {
    expect(CustomerUpdate.properties.first_name['x-updatable']).toEqual(['unverified']);
    expect(CustomerUpdate.properties.last_name['x-updatable']).toEqual(['unverified', 'verified']);
    expect(read(paths.decisions)).toContain('status: status #');
  });

  test('leaves what was done by hand', () => {
    expect(User.properties.first_name.description).toMatch(/^Given name/);
  });

  test('asks what is new, and covers it by no earlier answer', () => {
    expect(again.open.map(({ key }) => key.join('.'))).toEqual(['words.frozen', 'properties.nickname']);
    expect(CustomerUpdate.properties.nickname['x-undecided']).toEqual(['properties.nickname']);
  });

  test('says what is not asked any more', () => {
    expect(again.gone).toEqual(['properties.email']);
    expect(CustomerUpdate.properties.email).toBeUndefined();
  });

  test('tells what the provider has changed, as contracts:diff does', () => {
    expect(told).toMatch(/^ {2}major .*email/m);
    expect(told).toMatch(/nickname/);
    expect(told).not.toMatch(/first_name.*can now|x-undecided/);
  });
});

test('where the provider and people have changed the same, nothing is written', async () => {
  edit(paths.contract, 'maxLength: 50', 'maxLength: 60');
  const before = Object.values(paths).map(read);
  const other = await importText(newer.replace('maxLength: 50', 'maxLength: 70'), [], read(paths.decisions));
  await expect(writeImported(root, contract, other)).rejects.toThrow(/v1\.yaml:[0-9]+: The provider has changed this/);
  expect(Object.values(paths).map(read)).toEqual(before);
});

test('what an import leaves out stays so in the next, which may leave out more', async () => {
  const [tier = '', phone = ''] = ['tier', 'phone'].map((name) => `#/components/schemas/Customer/properties/${name}`);
  const { decisions } = await importText(acme, ['--drop', tier]);
  const again = await importText(acme, ['--drop', phone], decisions);
  expect(parse(again.decisions).drop).toEqual([tier, phone]);
  expect(again.contract).not.toMatch(/ (tier|phone):/);
  expect((await importText(acme, [], again.decisions)).contract).toBe(again.contract);
});

test('a contract that was not imported stays as it is', async () => {
  mkdirSync(`${root}specs/other`);
  writeFileSync(`${root}specs/other/v1.yaml`, 'by: hand');
  const other = { name: 'other@v1', provider: 'other', version: 'v1', path: 'specs/other/v1.yaml' };
  await expect(writeImported(root, other, first)).rejects.toThrow(/specs\/other\/v1\.yaml was not imported/);
});
