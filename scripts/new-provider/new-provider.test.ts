import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderFiles } from '@amend/compiler/print';
import { contracts, parseContract, readFile } from '@amend/compiler/read';
import { afterAll, describe, expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { ownFiles, planFiles } from './plan-files.ts';

const contract = fileURLToPath(new URL('test-data/contract.yaml', import.meta.url));
const acme = planFiles({ name: 'acme', version: 'v1', contract });

test('it makes the folders and the mapping of a provider, and its entry in each list that a tool reads', () => {
  expect(Object.keys(acme.files).toSorted()).toEqual([
    'packages/acme/README.md',
    'packages/acme/package.json',
    'packages/acme/src/index.ts',
    'packages/acme/src/provider.ts',
    'packages/acme/src/types.test.ts',
    'packages/acme/src/webhook.ts',
    'packages/acme/tsconfig.build.json',
    'packages/acme/tsconfig.json',
    'packages/acme/turbo.json',
    'packages/acme/vitest.config.ts',
    'packages/amend/package.json',
    'packages/amend/src/providers/acme.ts',
    'pnpm-lock.yaml',
    'redocly.yaml',
    'specs/acme/v1.yaml',
  ]);
});

test('of a contract without webhooks nothing speaks of them', () => {
  const { files } = ownFiles({ name: 'beta', version: 'v1', contract: undefined });
  expect(Object.keys(files)).toContain('packages/beta/package.json');
  expect(Object.keys(files)).not.toContain('packages/beta/src/webhook.ts');
  for (const [path, text] of Object.entries(files))
    if (path.startsWith('packages/beta/')) expect(text.replaceAll('v1/webhooks', '')).not.toMatch(/webhook/i);
});

test.each([
  ['redocly.yaml', ['  acme@v1: { root: specs/acme/v1.yaml }']],
  ['packages/amend/package.json', ['    "@amend/acme": "workspace:^",']],
])('%s has one line more', (path, want) => {
  const lines = (text = ''): string[] => text.split('\n');
  const [before, after] = [lines(readFile(path)), lines(acme.files[path])];
  expect(after.filter((line) => !before.includes(line))).toEqual(want);
  expect(after.filter((line) => before.includes(line))).toEqual(before);
});

test('paths that end in a slash stay as they are, which the list of contracts says', () => {
  const text = original.replaceAll(/^( {2}\/users.*):$/gm, '$1/:');
  const { files } = planFiles({ name: 'other', version: 'v1', contract: contractOf(text) });
  expect(files['redocly.yaml']).toContain('specs/other/v1.yaml, rules: { no-path-trailing-slash: off } }');
});

test.each(['tsconfig.json', 'tsconfig.build.json', 'vitest.config.ts'])('%s is that of all providers', (file) => {
  for (const { provider } of contracts)
    expect(acme.files[`packages/acme/${file}`]).toBe(readFile(`packages/${provider}/${file}`));
});

test.each([
  ['given_name', 'firstName, as text'],
  ['birth_date', 'dateOfBirth, as pastDate'],
  ['phone', 'phone, as e164'],
  ['state', 'x-verification'],
  ['tier', 'its name is no common one'],
])('how it maps %s: %s', (property, because) => {
  expect(acme.rows.get(property)).toMatchObject({ because });
});

const original = readFileSync(contract, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'amend-new-provider-'));
afterAll(() => rmSync(folder, { recursive: true }));

const contractOf = (text: string): string => {
  writeFileSync(join(folder, 'contract.yaml'), text);
  return join(folder, 'contract.yaml');
};
const planOf = (text: string) => ownFiles({ name: 'other', version: 'v1', contract: contractOf(text) });

const changed = (wanted: string, by: string): string => {
  expect(original).toContain(wanted);
  return original.replaceAll(wanted, by);
};

test.each<[string, string, string, object]>([
  ['one of the plan', "'+12105550132'", "'2105550132'", { because: 'phone, as e164ToUs10' }],
  ['in no form that is known', "'+12105550132'", "'210-555-0132'", { code: 'native', because: /does not|do not say/ }],
  ['that may be null', 'phone: { type: string,', "phone: { type: [string, 'null'],", { because: 'phone, as e164' }],
])('a phone number %s', (_, wanted, by, want) => {
  const { because, ...rest } = want as { because: string | RegExp };
  expect(planOf(changed(wanted, by)).rows.get('phone')).toMatchObject({
    ...rest,
    because: expect.stringMatching(because),
  });
});

test('what an update has of a property is told, also where it stands before the create', () => {
  const phone = 'phone: { type: string, description: Phone number., x-updatable';
  const text = changed(phone, phone.replace('string', 'integer')).replace(
    /( {2}\/users:\n[\s\S]*?\n)( {2}\/users\/\{[\s\S]*?\n)(?=[a-z]+:\n)/,
    '$2$1',
  );
  expect(text.indexOf('operationId: updateUser')).toBeLessThan(text.indexOf('operationId: createUser'));
  expect(planOf(text).rows.get('phone')).toMatchObject({ code: 'native' });
});

const servers = "servers:\n  - { url: 'https://sandbox.acme.example/v1', description: Sandbox., x-source: *made }\n";

test('the webhooks of a contract come along', async () => {
  const read = parseContract(
    { name: 'acme@v1', provider: 'acme', version: 'v1', path: 'specs/acme/v1.yaml' },
    original,
  );
  expect((await renderFiles(read))['webhooks.ts']).toContain('"word": "approved"');
  const exported = { 'amend-source': './src/generated/v1/webhooks.ts' };
  expect(JSON.parse(acme.files['packages/acme/package.json'] ?? '').exports['./v1/webhooks']).toMatchObject(exported);
});

test('where no server has a host, its tests give one', () => {
  const { files } = planOf(changed("'https://sandbox.acme.example/v1'", '/v1'));
  expect(files['packages/other/src/types.test.ts']).toContain('createOther(given)');
  expect(acme.files['packages/acme/src/types.test.ts']).not.toContain('given = {');
});

describe('how callers are known follows from the contract', () => {
  const key = 'apiKey: { type: apiKey, in: header, name: X-Acme-Key,';
  test.each<[name: string, scheme: string, security: string, type: string]>([
    [
      'a bearer token',
      'apiKey: { type: http, scheme: bearer,',
      '',
      '| { readonly apiKey: string; readonly ClientID: string }',
    ],
    [
      'either of two',
      'apiKey: { type: http, scheme: basic,',
      '- { ClientID: [] }',
      '| { readonly username: string; readonly password?: string }\n  | { readonly clientID: string }',
    ],
    [
      'client credentials',
      'apiKey: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } },',
      '',
      '| { readonly clientId: string; readonly clientSecret: string; readonly clientID: string }',
    ],
  ])('%s', (_, scheme, security, type) => {
    const text = changed(key, scheme).replace(
      '  - { apiKey: [], ClientID: [] }',
      security ? `  - { apiKey: [] }\n  ${security}` : '$&',
    );
    const { files } = planOf(text);
    const index = files['packages/other/src/index.ts'] ?? '';
    expect(index).toContain(`export type OtherCredentials =\n  ${type.replaceAll('ClientID', 'clientID')}`);
    expect(index).toContain('securedBy(definition, security, { ...options })');
    expect(files['packages/other/src/provider.ts']).toContain('...bySecurity(security)');
    expect(index.includes('TokenAddress')).toBe(scheme.includes('oauth2'));
  });

  test('what is code is said', () => {
    const { notes } = planOf(changed(key, 'apiKey: { type: mutualTLS,'));
    expect(notes).toEqual(["apiKey is left to code: a certificate is the `fetch`'s, a signature the client's `sign`."]);
    expect(acme.notes).toEqual([]);
  });
});

describe('a contract is refused in a sentence', () => {
  test.each<[string, text: () => string, sentence: RegExp]>([
    ['a field without a rule', () => changed(', x-updatable: [unverified]', ''), /given_name has neither x-updatable/],
    ['an update that does not say so', () => changed('      x-update: partial\n', ''), /needs an operation with x-upd/],
    ['no schema of a user', () => changed('User:', 'Person:').replaceAll('/User ', '/Person '), /User/],
    ['a key that means nothing', () => changed('x-retry: safe', 'x-retri: safe'), /contract\.yaml:\d+: .*x-retri/],
    ['no server', () => changed(servers, ''), /needs a server/],
    ['no YAML', () => ':', /contract\.yaml:\d/],
  ])('%s', (_, text, sentence) => expect(() => planOf(text())).toThrow(sentence));
});

describe('the contract to begin with', () => {
  const options = { name: 'beta', version: 'v1', contract: undefined };
  const { files, rows } = ownFiles(options);
  const text = files['specs/beta/v1.yaml'] ?? '';

  test('is generated from, and mapped', async () => {
    const read = parseContract({ name: 'beta@v1', provider: 'beta', version: 'v1', path: 'specs/beta/v1.yaml' }, text);
    expect((await renderFiles(read))['rules.ts']).toContain('userUpdate');
    expect([...rows.values()].map(({ code }) => code)).not.toContain('native');
    expect(text).not.toMatch(/<%|undefined/);
  });
});

test.each([
  [['beta', '--version', 'v2'], 'beta is taken'],
  [['Acme2'], 'one lower-case word'],
  [['other', '--version', '1'], '--version must be'],
  [['other', '--contract', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
  [['other', '--force'], 'There is no option --force; did you mean --'],
  [[], 'Usage: new-provider'],
])('%j is refused: %s', (args, sentence) => {
  expect(() => planFiles(readOptions(['beta'], args))).toThrow(sentence);
});

test.skipIf(process.platform === 'win32')('a contract that has no end is refused', () => {
  const planned = () => planFiles(readOptions([], ['acme', '--contract', '/dev/zero']));
  expect(planned).toThrow('/dev/zero:1: This is longer than 9000000 bytes; cut it to what is called.');
});
