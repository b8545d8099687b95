import { describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { amend } from './testing/fake-io.ts';

test.each(commands.map((entry) => [entry.name, entry] as const))(
  '%s is what the list of commands says',
  async (_, entry) => {
    const { name, summary, help } = await entry.load();
    expect({ name, summary }).toEqual({ name: entry.name, summary: entry.summary });
    expect(help.form).toMatch(new RegExp(`^${name} `));
    expect(help.examples.join('\n')).toContain(`amend ${name}`);
  },
);

describe.each([undefined, 80, 60])('help fits %s columns, and has headings', (columns) => {
  const world = columns === undefined ? {} : { columns, isTTY: true };
  test.each([['amend'], ...commands.map(({ name }) => ['amend', name])])('%s %s', async (_, ...names) => {
    const plain = await amend([...names, '--help'], { ...world, env: { NO_COLOR: '1' } });
    const most = columns ?? 80;
    // A command line is one, however wide the terminal is.
    const text = plain.out.split('\n').filter((line) => !/^ .*amend /.test(line) || most >= 80);
    expect(text.filter((line) => line.length > most)).toEqual([]);
    for (const heading of names.length > 0 ? ['Usage', 'Flags', 'Examples'] : ['Usage', 'Commands', 'Examples', 'More'])
      expect(plain.out).toMatch(new RegExp(`^${heading}:`, 'm'));
    const painted = await amend([...names, '--help'], { ...world, isTTY: true });
    expect(painted.out).toContain('\u001b[1mExamples:\u001b[22m');
  });
});

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [['help', '--help']]])('%j lists the commands', async (args) => {
    const { code, out, err } = await amend(args);
    expect([code, err]).toEqual([0, '']);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });

  test.each([[['help', 'plan']], [['plan', '--help']], [['plan', 'nobody', '--wrong', '-h']]])(
    '%j explains a command',
    async (args) => {
      expect(await amend(args)).toEqual({ code: 0, out: expect.stringMatching(/^Usage: amend plan/), err: '' });
    },
  );

  test('without a command, it is wrong usage', async () => {
    expect(await amend([])).toEqual({ code: 2, out: '', err: expect.stringMatching(/^Usage: amend/) });
  });
});

test("--version is the package's", async () =>
  expect(await amend(['--version'])).toEqual({ code: 0, out: '1.2.3', err: '' }));

describe('a program gets an object, also where nothing could be done', () => {
  test.each<[args: string[], code: number, kind: string, message: RegExp]>([
    [['plan', 'machent', '--json'], 2, 'usage', /^unknown provider machent; did you mean machnet\?\n/],
    [['plna', '--json'], 2, 'usage', /^unknown command plna; did you mean plan\?$/],
    [['update', 'machnet:1', '--json', '--set', 'phone=x'], 2, 'usage', /^machnet needs credentials/],
    [['fields', '--json'], 2, 'usage', /^name one provider\./],
  ])('%j', async (args, code, kind, message) => {
    const left = await amend(args);
    const { error } = JSON.parse(left.out);
    expect({ code: left.code, error, err: left.err }).toEqual({
      code,
      error: { kind, message: expect.stringMatching(message) },
      err: `amend: ${error.message}`,
    });
  });
});

test('standard input is read once', async () => {
  const { code, err } = await amend(['plan', 'machnet:1', '--patch', '-', '--current', '-'], { stdin: '{}' });
  expect(code).toBe(2);
  expect(err).toMatch(/^amend: standard input is named twice; name a file for one of them\.\n/);
});

const wrong: [args: string[], err: RegExp][] = [
  [['plna'], /^amend: unknown command plna; did you mean plan\?$/],
  [['help', 'updaet'], /^amend: unknown command updaet; did you mean update\?$/],
  [['123-45-6789'], /^amend: unknown command; there are fields, plan, /],
  [['fields'], /^amend: name one provider\.\n`amend fields --help` shows how it is used\.$/],
  [['fields', 'machnet', 'hpay'], /name one provider/],
  [['fields', 'machent'], /unknown provider machent; did you mean machnet\?/],
  [['fields', 'toString'], /unknown provider toString; there are ingo, machnet, stilt, hpay\b/],
  [['fields', 'machnet', '--tpye', 'business'], /unknown flag --tpye; did you mean --type\?/],
  [['fields', 'machnet', '--type', 'busines'], /unknown type at machnet busines; did you mean business\?/],
  [['fields', 'hpay', '--operation', 'pacth'], /unknown operation at hpay pacth; did you mean patch\?/],
  [['fields', 'machnet', '--status', 'verifeid'], /unknown status verifeid; did you mean verified\?/],
  [['fields', 'machnet', '--status'], /--status needs a value/],
  [['fields', 'machnet', '--status='], /--status needs a value/],
  [['fields', 'machnet', '--status', '--type'], /--status needs a value/],
  [['fields', 'machnet', '--json=yes'], /--json takes no value/],
  [['fields', 'machnet', '--status', 'verified', '--status', 'unverified'], /--status may be given once only/],
  [['fields', 'machnet', '--__proto__', 'x'], /unknown flag/],
  [
    ['plan', 'machnet', '--set', 'address=x'],
    /field address has parts: address\.line1, address\.line2, address\.city, /,
  ],
  [['plan', 'machnet', '--set', '=x'], /unknown field; there are firstName, (?!.*native)/],
  [['mock', '--port', '65536'], /--port must be a number from 0 to 65535/],
  [['mock', '--only', 'sitlt'], /unknown provider sitlt; did you mean stilt\?/],
  [['mock', 'machnet'], /name providers with --only/],
  [['mock', '--secrets', 'nowhere.json'], /nowhere\.json cannot be read \(ENOENT\)/],
];

test.each(wrong)('%j is wrong usage', async (args, err) => {
  expect(await amend(args)).toEqual({ code: 2, out: '', err: expect.stringMatching(err) });
});
