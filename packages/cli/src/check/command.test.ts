import type { Checked } from '@amend/check';
import { describe, expect, test } from 'vitest';
import { amend, type World } from '../testing/fake-io.ts';
import { mockedWorld } from '../testing/mocked.ts';

const json = (out: string): Checked & { counts: Record<string, number> } => JSON.parse(out);

/** A world with files that are kept, in which a mock stands for the sandbox. */
const sandbox = async (files: Record<string, string> = {}) => {
  const world = await mockedWorld();
  const writeFile: World['writeFile'] = async (path, text) => {
    files[path] = text;
  };
  return { files, world: { ...world, files, writeFile } };
};

const fast = ['--sandbox', '--yes', '--rate', '999999', '--wait', '0'];

describe('on a mock', () => {
  test('every cell agrees', async () => {
    const { code, out, err } = await amend(['check', 'stilt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[0-9]+ agrees, 0 differs, 0 undecided, 0 not-tried, in [0-9]+ writes\.$/m);
  });

  test('as JSON, for JUnit and as a picture', async () => {
    const { counts, cells, answers } = json((await amend(['check', 'hpay', '--json'])).out);
    expect([counts, answers]).toEqual([{ agrees: cells.length, differs: 0, undecided: 0, 'not-tried': 0 }, []]);
    const junit = (await amend(['check', 'hpay', '--format', 'junit'])).out;
    expect(junit).toContain('<testcase classname="individual patch" name="email, unknown"/>');
    const svg = (await amend(['check', 'hpay', '--format', 'svg'])).out;
    expect(svg).toMatch(/^<svg .*<use href="#amend-mark-agrees"/s);
    expect(svg).not.toContain('href="#amend-mark-differs" x="4');
  });
});

describe('at a sandbox', () => {
  test('nothing is written before it is wanted', async () => {
    const { world } = await sandbox();
    const { code, err } = await amend(['check', 'machnet', '--sandbox'], world);
    expect(code).toBe(2);
    expect(err).toMatch(/up to [0-9]+ writes would go to http:\/\/localhost\/machnet, .*; add --yes to make them\./);
    expect(world.mock.fixtures.length).toBeGreaterThan(0);
  });

  test('users are made, verified by the provider, and left where no call deletes them', async () => {
    const { world } = await sandbox();
    const { code, out } = await amend(['check', 'machnet', ...fast, '--json'], world);
    const { cells, left } = json(out);
    expect(code).toBe(0);
    expect(left).toHaveLength(2);
    const verdicts = (status: string) =>
      new Set(cells.filter((cell) => cell.status === status).map(({ verdict, provider }) => `${verdict}: ${provider}`));
    expect(verdicts('neither')).toEqual(new Set(['not-tried: no user is in SUSPENDED; name one with --user']));
    for (const status of ['unverified', 'verified'])
      for (const verdict of verdicts(status)) expect(verdict).toMatch(/^(agrees|undecided): /);
  });

  test('where nothing could be tried, nothing is as it was', async () => {
    const { world } = await sandbox();
    const fetch: World['fetch'] = () => Promise.reject(new TypeError('fetch failed'));
    const { code, out } = await amend(['check', 'machnet', ...fast], { ...world, fetch });
    expect(out).toMatch(/^0 agrees, 0 differs, 0 undecided, [0-9]+ not-tried, in 2 writes\.$/m);
    expect(code).toBe(1);
  });

  test('a user that is there stands for a status', async () => {
    const { world } = await sandbox();
    const suspended = world.mock.fixtures.find((user) => user.provider === 'machnet' && user.status === 'SUSPENDED');
    const given = ['--user', `individual:SUSPENDED=${suspended?.id}`, '--user', `business:neither=${suspended?.id}x`];
    const { cells } = json((await amend(['check', 'machnet', ...fast, ...given, '--json'], world)).out);
    const neither = (type: string) => cells.filter((cell) => cell.status === 'neither' && cell.type === type);
    expect(neither('individual').filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
    expect(new Set(neither('business').map(({ provider }) => provider))).toEqual(
      new Set(['the user that was named cannot be read']),
    );
  });

  test('and each word of a status names one', async () => {
    const { world } = await sandbox();
    const { cells } = json((await amend(['check', 'machnet', ...fast, '--user', 'RETRY=absent', '--json'], world)).out);
    const whys = cells.filter(({ type, status }) => type === 'individual' && status === 'unverified');
    expect(new Set(whys.map(({ provider }) => provider))).toEqual(new Set(['the user that was named cannot be read']));
  });

  test('it goes on where it ended, and begins anew when all was done', async () => {
    const { world, files } = await sandbox();
    const resumed = ['check', 'hpay', ...fast, '--resume', 'state.json', '--json'];
    const first = await amend([...resumed, '--max-writes', '3'], world);
    expect([first.code, json(first.out).stopped]).toEqual([1, 'the 3 writes that it may make are made']);
    expect(JSON.parse(files['state.json'] ?? '')).toMatchObject({ provider: 'hpay', writes: 3 });
    const second = await amend(resumed, world);
    expect([second.code, json(second.out).counts['not-tried']]).toEqual([0, 0]);
    expect(JSON.parse(files['state.json'] ?? '')).toMatchObject({ writes: 0, cells: {}, users: {} });
  });

  test('what differs is told, and proposed as a change of the contract', async () => {
    const { world, files } = await sandbox();
    const stubborn: World['fetch'] = async (input, init) => {
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
      if (init?.method !== 'PATCH' || !('email' in body)) return world.mock.fetch(input as string, init);
      return Response.json({ detail: 'no' }, { status: 400 });
    };
    const { code, out } = await amend(['check', 'hpay', ...fast, '--propose', 'change.json'], {
      ...world,
      fetch: stubborn,
    });
    expect(code).toBe(1);
    expect(out).toContain(
      'email (individual, patch, unknown): the contract says that it may change; the provider refused it with 400; then a read shows email as before.',
    );
    const { actions } = JSON.parse(files['change.json'] ?? '');
    const target = '$.components.schemas.UserPatch.properties.email';
    expect(actions).toMatchObject([
      { target: `${target}['x-updatable']`, remove: true },
      { target, update: { 'x-updatable': [] } },
    ]);
    expect(Object.keys(actions[1].update['x-conflict'])[0]).toBe(
      `CHECK-${new Date().toISOString().slice(0, 10)}-email`,
    );
  });
});

test('no value that was sent or read is told or kept', async () => {
  const { world, files } = await sandbox();
  const values = new Set<string>();
  const note = (value: unknown, name = ''): void => {
    if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) note(part, key);
    // Ids, kinds of documents and status words are told, and two letters stand in any text.
    else if (String(value).length > 4 && !/id$|type$|status$/.test(name)) values.add(String(value));
  };
  const fetch: World['fetch'] = async (input, init) => {
    if (typeof init?.body === 'string') note(JSON.parse(init.body));
    const response = await world.mock.fetch(input as string, init);
    const body = await response.clone().json();
    note(body);
    // A provider that refuses everything is told of most.
    return init?.method === 'PATCH'
      ? Response.json({ message: 'Jane Doe says no', [String(body.email)]: 1 }, { status: 409 })
      : response;
  };
  const told: string[] = [];
  for (const format of ['table', 'json', 'junit', 'svg']) {
    const args = [
      'check',
      'machnet',
      ...fast,
      '--format',
      format,
      '--resume',
      `${format}.json`,
      '--propose',
      'change.json',
    ];
    told.push((await amend([...args, '--max-writes', '60'], { ...world, fetch })).out);
  }
  expect(values.size).toBeGreaterThan(100);
  const all = [...told, ...Object.values(files)].join('\n');
  expect(all.length).toBeGreaterThan(10_000);
  expect([...values].filter((value) => !/^(?:true|false)$/.test(value) && all.includes(value))).toEqual([]);
  expect(all).not.toContain('Jane Doe says no');
});

const wrong: readonly (readonly [args: readonly string[], why: string])[] = [
  [[], 'name one provider.'],
  [['machnet', '--mock', '--sandbox'], '--mock and --sandbox exclude each other.'],
  [['machnet', '--yes'], '--yes goes with --sandbox.'],
  [['machnet', '--format', 'xml'], 'xml'],
  [['machnet', '--json', '--format', 'svg'], '--json and --format svg exclude each other.'],
  [['machnet', '--user', 'verified'], '--user must be STATUS=ID, or TYPE:STATUS=ID.'],
  [['machnet', '--user', 'VERIFYED=1'], 'unknown status VERIFYED; did you mean verified?'],
  [['machnet', '--user', 'persn:VERIFIED=1'], 'unknown type at machnet persn; there are individual, business.'],
  [['hpay', '--user', 'verified=1'], 'unknown status verified; there is only unknown.'],
  [['machnet', '--user', 'RETRY=1', '--user', 'RETRY=2'], '--user names two users of one kind and status.'],
  [['machnet', '--propose', 'src'], 'src is a folder; name a file in it.'],
  [['machnet', '--resume', 'src'], 'src is a folder; name a file in it.'],
  [['machnet', '--propose', 'absent/change.json'], 'absent/change.json cannot be written (ENOENT)'],
  [['machnet', '--rate', '0'], '--rate must be a number above 0.'],
  [['machnet', '--max-writes', '1.5'], '--max-writes must be a whole number.'],
  [['machnet', '--resume', 'other.json'], 'other.json holds no check of machnet; name another file.'],
  [['machnet', '--sandbox'], 'machnet needs credentials: set AMEND_MACHNET_CLIENT_ID and AMEND_MACHNET_CLIENT_SECRET.'],
];

test.each(wrong)('%j is refused', async (args, why) => {
  const { code, err } = await amend(['check', ...args], { files: { 'other.json': '{"version": 1}' } });
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test.each(['https://api.machpay.com/v4', 'https://API.machpay.com', 'https://api.machpay.com:443/other'])(
  'the production server %s is refused, however it is named',
  async (url) => {
    const { world } = await sandbox();
    const env = { ...world.env, AMEND_MACHNET_BASE_URL: url };
    for (const args of [[], ['--base-url', url]]) {
      const { code, err } = await amend(['check', 'machnet', '--sandbox', '--yes', ...args], { ...world, env });
      expect(code).toBe(2);
      expect(err).toContain('is a server of the contract that is not its sandbox');
    }
  },
);
