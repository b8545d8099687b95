import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, type InstalledClone, installedClone } from './test-data/installed-clone.ts';

// A provider that does not exist is added to a copy of this repository by the command, and by nothing else.

const contract = fileURLToPath(new URL('test-data/contract.yaml', import.meta.url));
const source = '--conditions=amend-source';
let clone: InstalledClone;
let made: Ended;
const make = (...args: string[]) => clone.run('', process.execPath, source, 'scripts/new-provider.ts', ...args);
const vitest = 'node_modules/vitest/vitest.mjs';
const inClone = (path: string): string => join(clone.folder, path);

beforeAll(async () => {
  clone = await installedClone();
  made = await make('acme', '--contract', contract);
}, 120_000);
afterAll(() => clone.remove(), 60_000);

test('it says what it guessed, and what it left', () => {
  expect(made.out).toMatch(/^ {2}given_name +firstName, as text$/m);
  expect(made.out).toMatch(/^ {2}tier +native: its name is no common one$/m);
  expect(made.code).toBe(0);
});

test('it changes the lists of providers that tools read and the picture, and no other file', () => {
  expect(clone.changes()).toEqual([
    ' M packages/amend/package.json',
    ' M packages/cli/matrix.svg',
    ' M pnpm-lock.yaml',
    ' M redocly.yaml',
    '?? packages/acme/',
    '?? packages/amend/src/providers/acme.ts',
    '?? specs/acme/',
  ]);
});

describe('what it makes passes', () => {
  test.each([
    ['the lint of all contracts', '', 'redocly', 'lint'],
    ['the lint of the code', '', 'biome', 'check', '--error-on-warnings', 'packages', 'redocly.yaml'],
    ['the test of what is received', 'scripts', process.execPath, vitest, 'run', 'clients/webhooks.test.ts'],
    ['the test of packages', 'scripts', process.execPath, vitest, 'run', 'manifests.test.ts'],
    ['a comparison of what is generated', '', process.execPath, 'scripts/generate.ts', '--check', 'acme', 'amend'],
    ['the type check of its client', 'packages/acme', 'tsc', '-p', '.'],
    ['the type check of the mapping', 'packages/amend', 'tsc', '-p', '.'],
    ['the tests of its client', 'packages/acme', process.execPath, vitest, 'run'],
  ])('%s', async (_, at, program, ...args) => {
    expect(await clone.run(at, program, ...args)).toMatchObject({ code: 0 });
  });

  test('the test that holds what its mapping does', async () => {
    const before = readFileSync(inClone('packages/acme/mapping.yaml'), 'utf8');
    expect(await clone.run('', 'pnpm', 'run', 'mapping', 'acme')).toMatchObject({ code: 0 });
    expect(readFileSync(inClone('packages/acme/mapping.yaml'), 'utf8')).toBe(before);
    expect(before).toContain('given_name: { is: fields, fields: [ firstName ], codec: text }');
  });
});

const amend = (...args: string[]) => clone.run('', process.execPath, source, 'packages/cli/src/cli.ts', ...args);

describe('the command knows it', () => {
  test.each([
    ['unverified', 'send', 0],
    ['verified', 'locked', 1],
    ['unknown', 'locked', 1],
  ])('a field that is locked once verified, of a user who is %s: %s', async (status, verdict, code) => {
    const ended = await amend('plan', 'acme:usr_1', '--status', status, '--set', 'firstName=Jane', '--json');
    expect(JSON.parse(ended.out).plans).toMatchObject([{ fields: [{ field: 'firstName', verdict }] }]);
    expect(ended.code).toBe(code);
  });

  test('its fields, and its column of the matrix', async () => {
    expect((await amend('fields', 'acme')).out).toMatch(/^firstName +yes +no /m);
    expect((await amend('matrix')).out).toMatch(/^acme +verified +user\.verified \(approved\), unverified origin$/m);
  });
});

test('the page shows it', async () => {
  expect(await clone.run('', process.execPath, source, 'packages/explorer/build.ts')).toMatchObject({ code: 0 });
  const read = (file: string) => readFileSync(inClone(`packages/explorer/dist/${file}`), 'utf8');
  const { contracts, code } = JSON.parse(read('pages/data.json'));
  const shown = { name: 'acme@v1', provider: 'acme', title: expect.stringMatching(/./) };
  expect(contracts).toContainEqual({ ...shown, operations: expect.arrayContaining(['updateUser']) });
  expect(code.acme).toMatchObject({ package: '@amend/acme', create: 'createAcme', users: { individual: 'acmeUser' } });
  expect(read('pages/clients/acme.js')).toContain('acme');
  expect(read('explorer.html')).toContain('given_name');
});

test('the mock serves it by its contract alone', async () => {
  copyFileSync(new URL('test-data/live-at-acme.ts.txt', import.meta.url), inClone('scripts/live-at-acme.ts'));
  const ended = await clone.run('scripts', process.execPath, source, 'live-at-acme.ts');
  expect(ended.code, ended.out).toBe(0);
  const life = JSON.parse(ended.out);
  const user = { given_name: 'Jane', surname: 'Doe', phone: '+12105550132', tier: 'basic', state: 'open' };
  expect(life).toMatchObject({
    withoutCredentials: 401,
    created: { status: 201, data: { ...user, id: expect.stringMatching(/^usr_[0-9a-f]{6}$/) } },
    isRead: true,
    sent: { first: 'Joan', last: 'Roe', is: 'unverified' },
    refused: { status: 400, kind: 'rejected' },
    answer: { error: { message: 'given_name cannot change once the user is verified.', field: 'given_name' } },
    afterRefusal: { given_name: 'Joan', tier: 'basic', state: 'approved' },
    allowed: { given_name: 'Joan', tier: 'gold' },
    list: { shown: 2, total: 4 },
    unknown: 'not-found',
    fixtures: ['approved', 'closed', 'open'],
  });
  expect(Object.keys(life.created.data)).not.toContain('ssn');
});

const mapping = 'packages/amend/src/providers/acme.ts';

test.each(['tier', 'given_name'])('without its row, %s is a type error that names it', async (property) => {
  const text = readFileSync(inClone(mapping), 'utf8');
  writeFileSync(inClone(mapping), text.replace(new RegExp(`^ +${property}: .*\\n`, 'm'), ''));
  const { code, out } = await clone.run('packages/amend', 'tsc', '-p', '.');
  writeFileSync(inClone(mapping), text);
  expect(code).not.toBe(0);
  expect(out).toMatch(new RegExp(`providers/acme\\.ts.*\\n.*Property '${property}' is missing`));
});

test('the contract to begin with is taken, too', async () => {
  expect(await make('beta')).toMatchObject({ code: 0 });
  expect(await clone.run('packages/beta', 'tsc', '-p', '.')).toMatchObject({ code: 0 });
  expect(await clone.run('packages/amend', 'tsc', '-p', '.')).toMatchObject({ code: 0 });
});

test('of a contract that does not lint nothing is left', async () => {
  const before = clone.changes();
  const text = readFileSync(contract, 'utf8').replace(/^ +x-source: \*made\n(?= +x-retry: never)/m, '');
  writeFileSync(inClone('node_modules/broken.yaml'), text);
  const { code, out } = await make('other', '--contract', 'node_modules/broken.yaml');
  expect(out).toMatch(/Linting the contract failed; everything is as it was before\.$/m);
  expect(out).toContain('validating node_modules/broken.yaml');
  expect(out).not.toMatch(/^ +at /m);
  expect(code).toBe(2);
  expect(clone.changes()).toEqual(before);
});
