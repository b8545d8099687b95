import type { Row } from 'amend/matrix';
import { expect, test } from 'vitest';
import type { Io } from '../command.ts';
import { run } from '../run.ts';

const call = async (args: readonly string[], io: Partial<Io> = {}) => {
  const out: string[] = [];
  const err: string[] = [];
  const files = new Map<string, string>();
  const code = await run(['matrix', ...args], {
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    stdin: async () => '',
    env: {},
    isTTY: false,
    readFile: async () => '',
    writeFile: async (path, text) => void files.set(path, text),
    writeFolder: async () => {},
    signal: new AbortController().signal,
    ...io,
  });
  return { code, out: out.join('\n'), err: err.join('\n'), files };
};

/** What stands for each state. */
const words = {
  editable: 'yes',
  undocumented: 'yes*',
  'by-kind': 'kind',
  locked: 'lock',
  never: 'never',
  echo: 'echo',
  absent: '-',
};

interface Json {
  readonly columns: readonly object[];
  readonly fields: readonly Pick<Row, 'field' | 'label' | 'group' | 'cells'>[];
}

const readJson = async (): Promise<Json> => JSON.parse((await call(['--json'])).out);

const cellsFor = async (field: string): Promise<Row['cells']> =>
  (await readJson()).fields.find((each) => each.field === field)?.cells ?? [];

/** What a field's line says, cell by cell. */
const wordsFor = async (field: string): Promise<string[]> => (await cellsFor(field)).map(({ state }) => words[state]);

/** How many columns there are: with each further provider, more. */
const countColumns = async (): Promise<number> => (await readJson()).columns.length;

const lineOf = (text: string, start: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(start));

// The columns of these four come first.
test('the table, in words that can be searched', async () => {
  const { code, out } = await call([]);
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^ +ingo +machnet +stilt +hpay( |$)/),
    expect.stringMatching(/^ +individual +business +replace +patch( |$)/),
    expect.stringMatching(/^ +unv\. ver\. +unv\. +ver\. +unv\. +ver\.( |$)/),
  ]);
  // Names are as wide as they are shown, without `native.`.
  const names = out.match(/^[a-z][\w.]+(?= +(-|yes|lock|kind|never|echo))/gm) ?? [];
  const width = Math.max(...names.map((name) => name.length));
  expect(names).toContain('stripe_connect_account_id');
  expect(lineOf(out, 'stripe_connect_account_id ')).toMatch(new RegExp(`^.{${width}} -`));
  for (const field of ['email', 'externalId', 'documents.virtual', 'ssn'])
    expect(lineOf(out, `${field} `)?.split(/ +/).slice(1)).toEqual(await wordsFor(field));
  expect(lineOf(out, 'machnet  verified')).toBe('machnet  verified    user_kyc_verified (VERIFIED)');
  expect(out).toContain('user.kyc.failed (rejected), unverified origin, no user id');
  for (const { provider, variant, status, lockedKinds = {} } of await cellsFor('documents.virtual'))
    expect(out.includes(`${provider} ${variant} ${status}, documents.virtual: locked for`)).toBe(
      Object.keys(lockedKinds).length > 0,
    );
});

test.each([80, 68, 50])('the table fits a terminal of %i columns, and no name is cut', async (columns) => {
  const { out } = await call([], { isTTY: true, columns, env: { NO_COLOR: '1' } });
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  expect(out).toContain('yes* yes*');
  expect(out).not.toContain('…');
  // Not even where a band has neither variants nor statuses.
  expect(out).not.toMatch(/\n\n\n/);
});

test('where one provider alone is too wide, names are cut', async () => {
  const { out } = await call([], { isTTY: true, columns: 40, env: { NO_COLOR: '1' } });
  expect(out).toMatch(/^mailingAddress\.… +- +- +yes +yes$/m);
});

test.each<[name: string, io: Partial<Io>, isColoured: boolean]>([
  ['a terminal', { isTTY: true }, true],
  ['a terminal, NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
  ['a pipe', {}, false],
])('colours: %s', async (_, io, isColoured) => {
  const { out } = await call([], io);
  expect(out.includes('\u001b[31mlock')).toBe(isColoured);
  expect(out.includes('\u001b[')).toBe(isColoured);
});

test('Markdown: every line of the table has as many cells', async () => {
  const { out } = await call(['--format', 'markdown']);
  const [lines = [], told = []] = out.split('\n\n').map((block) => block.split('\n'));
  expect(new Set(lines.map((line) => line.split(/(?<!\\)\|/).length))).toEqual(
    new Set([1 + 1 + (await countColumns()) + 1]),
  );
  expect(lineOf(out, `| \`ssn\` | ${(await wordsFor('ssn')).join(' | ').replaceAll('*', '\\*')} |`)).toBeDefined();
  expect(out).toContain('CERTIFICATION\\_OF\\_INCORPORATION');
  expect(new Set(told.map((line) => line.split('|').length))).toEqual(new Set([6]));
  expect(told).toContain('| machnet | verified | `user_kyc_verified`, `VERIFIED` |  |');
});

test('JSON: its shape, which stays', async () => {
  const { out } = await call(['--format', 'json']);
  const { states, columns, fields, told } = JSON.parse(out);
  expect(told).toContainEqual({
    provider: 'machnet',
    status: 'verified',
    event: 'user_kyc_verified',
    word: 'VERIFIED',
    reason: 'user_kyc_verified of machnet tells VERIFIED, which is verified.',
  });
  expect(Object.keys(states)).toEqual(['editable', 'undocumented', 'by-kind', 'locked', 'never', 'echo', 'absent']);
  expect(columns.slice(1, 3)).toEqual([
    { provider: 'ingo', status: 'verified' },
    { provider: 'machnet', variant: 'individual', status: 'unverified' },
  ]);
  const email = fields.find(({ field }: { field: string }) => field === 'email');
  expect(email).toMatchObject({ label: 'E-mail address', group: 'Contact' });
  const locked = (await readJson()).fields.flatMap(({ field, cells }) =>
    cells.flatMap((cell) => (cell.status === 'verified' && cell.state === 'locked' ? [{ field, ...cell }] : [])),
  );
  expect(locked.length).toBeGreaterThan(0);
  for (const { field, reason } of locked) expect(reason).toMatch(`${field} cannot change once the user is verified (`);
  expect((await call(['--json'])).out).toBe(out);
});

test('--output writes the file, and nothing else', async () => {
  const { code, out, err, files } = await call(['--format', 'svg', '--output', 'matrix.svg'], { isTTY: true });
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
  expect(files.get('matrix.svg')).toMatch(/^<svg [\s\S]+<\/svg>\n$/);
  expect((await call(['--output', 'matrix.txt'], { isTTY: true })).files.get('matrix.txt')).not.toContain('\u001b[');
});

test.each<[name: string, args: readonly string[], sentence: RegExp]>([
  ['an unknown format', ['--format', 'svgg'], /unknown format svgg; did you mean svg\?/],
  ['no format', ['--format'], /--format needs a value\./],
  ['an unknown flag', ['--formt', 'svg'], /unknown flag --formt; did you mean --format\?/],
  ['a provider', ['machnet'], /takes flags only; the matrix is that of all providers\./],
  ['two formats', ['--json', '--format', 'svg'], /--json and --format svg exclude each other\./],
])('wrong usage: %s', async (_, args, sentence) => {
  const { code, out, err } = await call(args);
  expect(code).toBe(2);
  expect(out).not.toMatch(/<svg|columns/);
  expect(err).toMatch(sentence);
});

test('a file that cannot be written', async () => {
  const writeFile = () => Promise.reject(new Error('ENOENT'));
  const { code, err } = await call(['--output', 'nowhere/matrix.svg'], { writeFile });
  expect(code).toBe(2);
  expect(err).toContain('nowhere/matrix.svg cannot be written; name a file in a folder that exists.');
});
