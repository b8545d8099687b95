import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createMock } from './create-mock.ts';
import { readSecrets } from './read-secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'secrets.json');
const read = (text: string) => {
  writeFileSync(file, text);
  return readSecrets(file);
};

test('a byte order mark is no mistake', async () => expect(await read('\uFEFF{}')).toEqual({}));

const hpay = { apiKey: 'planted', secretKey: 'planted' };

test.each([[{}], [{ hpay }], [{ hpay, machnet: { clientId: 'a', clientSecret: 'b' } }]])('%j', async (secrets) => {
  expect(await read(JSON.stringify(secrets))).toEqual(secrets);
});

test('what is no UTF-8 is not guessed', async () => {
  writeFileSync(file, Buffer.from('{"hpay": {"apiKey": "\u00e9", "secretKey": "planted"}}', 'latin1'));
  await expect(readSecrets(file)).rejects.toThrow(`${file} cannot be read as JSON.`);
});

test.skipIf(process.platform === 'win32')('what has no end is left', async () => {
  await expect(readSecrets('/dev/zero')).rejects.toThrow(/^\/dev\/zero cannot be read as JSON\./);
});

test.each([
  ['no JSON', '{"hpay": planted', 'cannot be read as JSON.'],
  ['no JSON, with its place', '{"hpay": planted', 'cannot be read as JSON. It is not JSON (line 1, column 10).'],
  [
    'a key twice',
    '{"hpay": {"apiKey": "planted", "secretKey": "planted",\n"apiKey": "planted"}}',
    'cannot be read as JSON. It holds a key twice (line 2, column 1); keep one of them.',
  ],
  [
    'a key that reaches for a prototype',
    '{"hpay": {"apiKey": "a", "secretKey": "b", "__proto__": {}}}',
    'cannot be read as JSON. It holds the key __proto__ (line 1, column 44); leave it out.',
  ],
  ['no object', '["planted"]', "must hold an object with a provider's secrets under its name."],
  ['null', 'null', "must hold an object with a provider's secrets under its name."],
  ['a misspelt provider', '{"hapy": "planted"}', 'may name ingo, machnet, stilt, hpay and nothing else.'],
  ['a name of every object', '{"__proto__": {}}', 'may name ingo, machnet, stilt, hpay and nothing else.'],
  ['no secrets', '{"hpay": "planted"}', 'must hold the text hpay.apiKey.'],
  ['a missing secret', '{"hpay": {"apiKey": "planted"}}', 'must hold the text hpay.secretKey.'],
  ['a number', '{"hpay": {"apiKey": "planted", "secretKey": 4711}}', 'must hold the text hpay.secretKey.'],
])('%s', async (_, text, says) => {
  await expect(read(text)).rejects.toThrow(`${file} ${says}`);
});

test('the mock itself takes no secrets that would leave a provider unchecked', async () => {
  const createWith = (secrets: object) => createMock({ only: ['hpay'], secrets });
  await expect(createWith({ hapy: hpay })).rejects.toThrow(
    new TypeError('secrets may name ingo, machnet, stilt, hpay and nothing else.'),
  );
  await expect(createWith({ hpay: { apiKey: 'planted' } })).rejects.toThrow(
    new TypeError('secrets must hold the text hpay.secretKey.'),
  );
});
