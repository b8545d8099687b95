import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { planAll } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type RunningCli, startCli } from '../../test-data/start-cli.ts';
import { amend } from '../testing/fake-io.ts';
import { UsageError } from '../usage-error.ts';
import { openAccounts } from './accounts.ts';
import { change, person } from './person.ts';

/** What was said beside progress, which a slow machine shows. */
const complaints = (lines: readonly string[]): string[] => lines.filter((line) => line !== '' && !line.endsWith('…'));

const { ssn: _, ...shown } = person;
const plansFor = (verification: 'verified' | 'unverified') =>
  planAll(
    change,
    [ingoUser.update, machnetIndividual.update, stiltUser.update, hpayUser.replace].map((operation) => ({
      operation,
      current: { ...shown, id: 'x', kind: 'individual', active: true, verification },
    })),
  );
/** What the demo has to tell, whatever the rules are. */
const plans = plansFor('verified');
const verdictsOf = (name: string): string[] =>
  plans.map(({ fields }) => fields.find(({ field }) => field === name)?.verdict ?? '·');

const running = new Set<RunningCli>();
const start = (...args: string[]): RunningCli => {
  const cli = startCli(['demo', ...args]);
  running.add(cli);
  return cli;
};

afterEach(() => {
  for (const { child } of running) child.kill('SIGKILL');
  running.clear();
});

describe('the job', () => {
  test('every verdict in its place, and what each provider has then', async () => {
    const { code, out, err } = await amend(['demo', '--once']);
    expect({ code, errors: complaints(err.split('\n')) }).toEqual({ code: 0, errors: [] });
    const rows = out.split('\n').map((line) => line.trim().split(/ {2,}/));
    const names = ['email', 'phone', 'address.city', 'address.country', 'username'];
    const expected = [
      plans.map(({ provider }) => provider),
      ...names.map((name) => [name, ...verdictsOf(name)]),
      ['so the plan is', ...plans.map(({ state }) => state)],
      ...plans.flatMap(({ provider }, index) => {
        const now = { send: `${person.email} → ${change.email}`, locked: person.email }[
          `${verdictsOf('email')[index]}`
        ];
        return now === undefined ? [] : [[provider, 'email', now]];
      }),
      ['ssn', '*****1112'],
    ];
    expect(new Set(names.flatMap(verdictsOf)).size).toBeGreaterThan(3);
    for (const row of expected) expect(rows).toContainEqual(row);
    expect(rows.filter(([field]) => field === 'phone').map((row) => row.at(-1))).toContain(
      '+16166723456 → +12125551234',
    );
    for (const { provider, fields } of plans) {
      const locked = fields.find(({ verdict }) => verdict === 'locked');
      if (locked) expect(out).toContain(`${provider}  ${locked.message?.replace(' ', ': ').slice(0, 40)}`);
    }
  });

  test('no birth date and no SSN is printed, and a wide terminal gets colours that a pipe does not', async () => {
    const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
    const terminal = { isTTY: true, columns: 100 };
    const { out: piped } = await amend(['demo', '--once']);
    const { out: shown } = await amend(['demo', '--once'], terminal);
    const { out: asked } = await amend(['demo', '--once'], { ...terminal, env: { NO_COLOR: '1' } });
    for (const text of [piped, shown]) expect(text).not.toMatch(/111111112|111-11-1112|1990|YOUR_|CLIENT_/);
    expect(stripVTControlCharacters(piped)).toBe(piped);
    expect(stripVTControlCharacters(asked)).toBe(asked);
    expect(shown).not.toBe(asked);
    expect(withoutIds(stripVTControlCharacters(shown))).toBe(withoutIds(asked));
    expect(Math.max(...asked.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  /** Runs the job with a network that answers some calls otherwise. */
  const runWith = async (otherwise: (url: string, init: RequestInit) => RequestInit | Response): Promise<string[]> => {
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const changed = otherwise(url, init);
      return changed instanceof Response ? changed : await real(url, changed);
    });
    try {
      const { code, err } = await amend(['demo', '--once']);
      expect(code).toBe(1);
      return complaints(err.split('\n'));
    } finally {
      vi.unstubAllGlobals();
    }
  };

  test('a provider that says yes and changes nothing: a sentence for each field, and exit code 1', async () => {
    const err = await runWith((url, init) => {
      const headers = new Headers(init.headers);
      if (init.method === 'PUT' && url.includes('/stilt/')) headers.set('Prefer', 'example=sample');
      return { ...init, headers };
    });
    expect(err).toEqual(
      ['email', 'phone', 'address.line1', 'address.line2', 'address.city', 'address.state', 'address.postalCode'].map(
        (field) => `stilt does not have the new ${field}.`,
      ),
    );
  });

  test('a person whom Machnet does not verify', async () => {
    const err = await runWith((url, init) =>
      url.endsWith('/kyc') ? Response.json({ success: true, status: 'INITIATED' }) : init,
    );
    expect(err).toContain('machnet has not verified the person.');
    const others = plansFor('unverified').filter(({ state }, index) => state !== plans[index]?.state);
    expect(err.slice(1)).toEqual(
      others.map(({ provider, state }) => `The plan for ${provider} is ${state}, which it should not be.`),
    );
  });

  test('a provider that refuses', async () => {
    const err = await runWith((url, init) =>
      url.includes('/hpay/') ? Response.json({ detail: 'No' }, { status: 401 }) : init,
    );
    expect(err).toEqual([expect.stringMatching(/^hpay createUser .*401/)]);
  });
});

test.each([
  [['--port', 'x'], '--port must be from 0 to 65535'],
  [['--port', '65536'], '--port must be from 0 to 65535'],
  [['word'], 'demo takes flags only'],
  [['--onse'], 'did you mean --once?'],
])('%j is wrong usage', async (args, says) => {
  const { code, out, err } = await amend(['demo', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
});

test.each(['0.0.0.0', 'localhost', '127.0.0.2'])('--host %s works', async (host) => {
  const { code, err } = await amend(['demo', '--once', '--host', host]);
  expect({ code, errors: complaints(err.split('\n')) }).toEqual({ code: 0, errors: [] });
});

test('to a public address no client speaks plain http, and that is said', async () => {
  await expect(openAccounts('http://mock.example.com:4010', { stderr: () => {} })).rejects.toThrow(
    new UsageError('--host is public, and no client speaks plain http to it; choose 127.0.0.1 or 0.0.0.0.'),
  );
});

describe('the requests to paste', () => {
  const byBash = (line: string): { readonly message?: string; readonly [property: string]: unknown } =>
    JSON.parse(execFileSync('bash', ['-c', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

  test('as they are printed, do what they say', async () => {
    const cli = start('--port', '0');
    await cli.ready;
    const text = cli.lines.join('\n');
    const [allowed = '', refused = '', read = ''] = text.match(/^curl (?:.*\\\n)*.*$/gm) ?? [];
    // They survive a shell, whatever else is in them.
    for (const line of [allowed, refused, read]) expect(line.split("'").length % 2).toBe(1);
    const before = byBash(read);
    const changed = byBash(allowed);
    expect(changed).not.toEqual(before);
    const sent = JSON.parse(/-d '(.*)'/.exec(allowed)?.[1] ?? '');
    expect(changed).toMatchObject(sent);
    expect({ ...changed, ...sent }).toEqual({ ...before, ...sent });
    expect(byBash(refused).message).toMatch(/^\w+ cannot change once the user is verified\.$/);
    expect(byBash(read)).toEqual(changed);
    expect(text).toMatch(/^An? [a-z -]+, which stays:\ncurl/m);
  });
});

describe('as a process', () => {
  test('--once ends by itself, on any free port', async () => {
    const { code, errors, lines } = await start('--once').exit;
    expect({ code, errors: complaints(errors) }).toEqual({ code: 0, errors: [] });
    expect(lines).toContain('What each provider has now');
    expect(lines.join('\n')).not.toContain('http://');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('it stays up for a frontend, and %s stops it at once', async (signal) => {
    const { child, ready, exit, lines } = start('--port', '0');
    await ready;
    const [, url = ''] = /control +(\S+)/.exec(lines.join('\n')) ?? [];
    expect((await fetch(`${url}/users`)).status).toBe(200);
    child.kill(signal);
    const { code, errors } = await exit;
    expect({ code, errors: complaints(errors) }).toEqual({ code: 0, errors: [] });
    await expect(fetch(`${url}/users`)).rejects.toThrow();
  });

  test('a busy port is one line and exit code 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, lines, errors } = await start('--port', String(port)).exit;
    expect({ code, lines, errors: complaints(errors) }).toEqual({
      code: 1,
      lines: [],
      errors: [`The mock cannot listen on 127.0.0.1: port ${port} is in use; choose another with --port.`],
    });
    server.close();
  });
});
