import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSecrets } from './read-secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'secrets.json');
const read = (text: string) => {
  writeFileSync(file, text);
  return readSecrets(file);
};

const hpay = { apiKey: 'planted', secretKey: 'planted' };

test.each([[{}], [{ hpay }], [{ hpay, machnet: { clientId: 'a', clientSecret: 'b' } }]])('%j', (secrets) => {
  expect(read(JSON.stringify(secrets))).toEqual(secrets);
});

test.each([
  ['no JSON', '{"hpay": planted', 'cannot be read as JSON.'],
  ['no object', '["planted"]', "must hold an object with a provider's secrets under its name."],
  ['null', 'null', "must hold an object with a provider's secrets under its name."],
  ['a misspelt provider', '{"hapy": "planted"}', 'may name ingo, machnet, stilt, hpay and nothing else.'],
  ['a name of every object', '{"__proto__": {}}', 'may name ingo, machnet, stilt, hpay and nothing else.'],
  ['no secrets', '{"hpay": "planted"}', 'must hold the text hpay.apiKey.'],
  ['a missing secret', '{"hpay": {"apiKey": "planted"}}', 'must hold the text hpay.secretKey.'],
  ['a number', '{"hpay": {"apiKey": "planted", "secretKey": 4711}}', 'must hold the text hpay.secretKey.'],
])('%s', (_, text, says) => {
  expect(() => read(text)).toThrow(`${file} ${says}`);
});
