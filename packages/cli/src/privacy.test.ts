import { expect, test } from 'vitest';
import { amend } from './testing/fake-io.ts';
import { mockedWorld } from './testing/mocked.ts';

// What is planted here must come out nowhere, whatever is done with it.

const ssn = '987-65-4321';
const birthDate = '1971-03-05';
const scan = 'data:image/png;base64,UExBTlRFRA==';
const secret = 'planted-s3cret-of-32-characters-x';
const planted = /98765|987-65|4321\d|1971-03-05|1971\/03\/05|UExBTlRFRA|planted/;

const world = await mockedWorld();
const env = Object.fromEntries(
  Object.entries(world.env ?? {}).map(([name, value]) => [name, name.endsWith('BASE_URL') ? value : secret]),
);

const files = {
  'good.json': JSON.stringify({
    ssn,
    dateOfBirth: birthDate,
    documents: { physical: [{ type: 'STATE_ID', front: scan }], virtual: [{ type: 'SSN', number: ssn }] },
  }),
  'plain.json': JSON.stringify({ dateOfBirth: birthDate, ssn }),
  'odd.json': JSON.stringify({
    firstName: { ssn },
    [ssn]: ssn,
    ssn: Number('987654321'),
    dateOfBirth: [birthDate],
    phone: ssn,
  }),
  'text.json': `${ssn}, ${secret}`,
  'list.json': JSON.stringify([ssn]),
  'answer.json': JSON.stringify({
    id: 'u1',
    status: ssn,
    first_name: ssn,
    virtual_documents: [ssn, { document_value: ssn }],
  }),
};

const users = [
  'machnet:550371f4-b6cc-4402-9382-ffecf487d4db',
  'machnet:4c955cca-3a6e-4d2b-b0c3-1c423440f541',
  'hpay:user_abc123',
  'stilt:u1',
  'ingo:user-25bb6558-f2f0-4f15-b7f3-9326fcb054b1',
];

const changes: string[][] = [
  ...Object.keys(files).map((file) => ['--patch', file]),
  ['--set', `ssn=${ssn}`],
  ['--set', `dateOfBirth=${birthDate}x`],
  ['--set', `documents.virtual=${ssn}`],
  ['--set', `${ssn}=x`],
  ['--set', `phone=${ssn}`],
  ['--clear', ssn],
  ['--set', 'phone=+12105550132', '--native', `ssn=${ssn}`],
  ['--set', 'phone=+12105550132', '--native', `api_key=${secret}`],
  ['--set', 'phone=+12105550132', '--native', 'list.json'],
  ['--set', 'phone=+12105550132', '--answer', 'answer.json'],
  ['--set', 'phone=+12105550132', '--current', 'good.json'],
  ['--set', 'phone=+12105550132', '--status', ssn],
  ['--set', 'phone=+12105550132', `--${ssn}`],
  ['--set', 'phone=+12105550132', '--base-url', `http://${secret}@example.com`],
  ['--set', 'phone=+12105550132', ssn],
];

test.each(changes)('%s %s %s %s', async (...change) => {
  for (const user of users)
    for (const command of ['plan', 'update'])
      for (const format of [[], ['--json']]) {
        const { out, err } = await amend([command, user, ...change, ...format], {
          ...world,
          env,
          files,
          stdin: files['text.json'],
        });
        expect(out + err).not.toBe('');
        expect(out + err).not.toMatch(planted);
      }
});
