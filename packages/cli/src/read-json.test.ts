import { expect, test } from 'vitest';
import { readBytes } from './read-bytes.ts';
import { readText } from './read-json.ts';
import { amend } from './testing/fake-io.ts';
import { spawnAmend, stopAll } from './testing/spawn-amend.ts';

// Whatever JSON a person hands over: what JSON.parse would lose or change in silence is refused.

const id = '4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const user = `machnet:${id}`;
const change = ['--set', 'phone=+12105550132'];

/** Every flag that takes JSON, and the command that it is given to. */
const places: Readonly<Record<string, (file: string) => string[]>> = {
  '--patch': (file) => ['plan', user, '--patch', file],
  '--patch of update': (file) => ['update', user, '--patch', file],
  '--current': (file) => ['plan', user, ...change, '--current', file],
  '--answer': (file) => ['plan', user, ...change, '--answer', file],
  '--answer of one of several': (file) => ['plan', user, 'hpay:1', ...change, '--answer', `machnet:${file}`],
  '--native': (file) => ['plan', user, ...change, '--native', file],
  '--secrets': (file) => ['mock', '--port', '0', '--secrets', file],
};

const texts: readonly [name: string, text: string, problem: string][] = [
  [
    'a key twice',
    '{"phone": "+12105554711",\n "phone": "+12105554712"}',
    'holds a key twice (line 2, column 2); keep one of them',
  ],
  [
    'a key twice, further down',
    '{"a": [{"4711": 1, "4711": 2}]}',
    'holds a key twice (line 1, column 20); keep one of them',
  ],
  ['__proto__', '{"__proto__": {"phone": "4711"}}', 'holds the key __proto__ (line 1, column 2); leave it out'],
  [
    'a number out of range',
    '{"a": 90071992547409934711}',
    'holds a number out of range (line 1, column 7); write fewer digits, or a text',
  ],
  [
    'too many levels',
    `{"a": ${'['.repeat(99)}4711${']'.repeat(99)}}`,
    'is nested more than 64 levels deep (line 1, column 70)',
  ],
  ['no JSON', '{"ssn": 4711-x}', 'is not JSON (line 1, column 13)'],
];

const rows = Object.entries(places).flatMap(([place, args]) =>
  texts.map(([name, ...row]) => [place, name, args, ...row] as const),
);

test.each(rows)('%s: %s', async (_place, _name, args, text, problem) => {
  for (const [file, world] of [
    ['change.json', { files: { 'change.json': text } }],
    ['-', { stdin: text }],
  ] as const) {
    const { code, out, err } = await amend(args(file), world);
    const name = file === '-' ? 'standard input' : file;
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^amend: /) });
    expect(err.split('\n')[0]).toBe(`amend: ${name} ${problem}.`);
    expect(err).not.toMatch(/47|phone/);
  }
});

test('secrets whose names are wrong would leave a provider unchecked', async () => {
  const run = (secrets: object) =>
    amend(['mock', '--port', '0', '--secrets', 's.json'], { files: { 's.json': JSON.stringify(secrets) } });
  expect(await run({ hapy: 'planted' })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^amend: secrets may name ingo, machnet, stilt, hpay and nothing else\.\n/),
  });
  expect((await run({ hpay: { apiKey: 'planted' } })).err).toMatch(
    /^amend: secrets must hold the text hpay\.secretKey\.\n/,
  );
});

test('a property of the prototype is none of the provider', async () => {
  const { err, out } = await amend(['plan', user, ...change, '--status', 'verified', '--native', '__proto__=x']);
  expect(out + err).toMatch(/__proto__ /);
});

test('what is in another encoding is not guessed', async () => {
  const latin = spawnAmend(['plan', user, '--patch', '-']);
  latin.child.stdin.end(Buffer.from('{"firstName": "J\u00f6rg"}', 'latin1'));
  const wide = spawnAmend(['plan', user, '--patch', '-']);
  wide.child.stdin.end(Buffer.from('\uFEFF{"firstName": "Jo"}', 'utf16le'));
  for (const { ended } of [latin, wide])
    expect(await ended).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^amend: standard input is not in UTF-8; write it in that encoding\.\n/),
    });
  stopAll();
});

test.each([
  ['change.json', 'change.json'],
  ['-', 'standard input'],
])('what has no end is left: %s', async (path, name) => {
  let pieces = 0;
  const endless = async function* () {
    for (;;) {
      pieces += 1;
      yield new Uint8Array(4);
    }
  };
  const read = async () => String(await readBytes(endless(), 10));
  await expect(readText(path, { readFile: read, stdin: read })).rejects.toThrow(
    `${name} holds more than a text can, half a gigabyte; hand over less.`,
  );
  expect(pieces).toBe(3);
});

test('a file and a device are read whole', async () => {
  for (const file of ['/dev/null', '.'].map((path) => spawnAmend(['plan', user, '--patch', path])))
    expect((await file.ended).err.split('\n')[0]).toMatch(
      /^amend: (\/dev\/null is not JSON|\. cannot be read \(EISDIR\))\.$/,
    );
});
