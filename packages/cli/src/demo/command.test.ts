import { stripVTControlCharacters } from 'node:util';
import { planAll } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';
import { describe, expect, test, vi } from 'vitest';
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

/** What a changed rule takes from the demo is told by the page that it is on. */
const rests =
  'The demo shows an e-mail address that is locked once verified; scripts/across/cells.test.ts names the page that says so.';

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
    const [wrong = '', right = ''] = out.split(/^(?:Meanwhile all goes|The worker is started).*$/m).slice(1);
    const kept = (text: string) =>
      text
        .split('\n')
        .slice(1, 5)
        .map((line) => line.trim().split(/ {2,}/).slice(1));
    expect(kept(wrong).toSorted(), rests).toEqual([
      ['held', 'has the e-mail address locked'],
      ['kept'],
      ['pending', 'is down'],
      ['pending', 'its worker was killed while the request was on the way'],
    ]);
    expect(kept(right).map(([state]) => state)).toEqual(['kept', 'kept', 'kept', 'kept']);
    // A machine that is too busy to answer within a second is asked again.
    expect(right).toMatch(/: sent (once|[0-9]+ times)/);
    for (const { fields } of plans) {
      const locked = fields.find(({ verdict }) => verdict === 'locked');
      const [name = '', ...reason] = locked?.message?.split(' ') ?? [];
      if (locked) expect(out).toContain(`${name}: ${reason.slice(0, 4).join(' ')}`);
    }
  });

  test('a webhook tells that the person is verified, and only what is otherwise then is planned again', async () => {
    const { out } = await amend(['demo', '--once', '--short']);
    const [first = '', heard = '', again = ''] = out
      .split(/^(?:One plan for each|Meanwhile|The same change).*$/m)
      .slice(1);
    const earlier = plansFor('unverified');
    const rowOf = (text: string, name: string) =>
      text
        .match(new RegExp(`^ +${name} .*$`, 'm'))?.[0]
        .trim()
        .split(/ {2,}/);
    expect(rowOf(first, 'so the plan is')).toEqual(['so the plan is', ...earlier.map(({ state }) => state)]);
    expect(heard).toMatch(/^.* verified +its signature is right$/m);
    const changed = plans.flatMap(({ fields }, index) =>
      fields.flatMap(({ field, verdict }) =>
        earlier[index]?.fields.find((other) => other.field === field)?.verdict === verdict ? [] : [field],
      ),
    );
    expect(changed.length, rests).toBeGreaterThan(0);
    const [table = ''] = again.split(/^ *so the plan is/m);
    expect(table.trimEnd().split('\n').slice(2)).toHaveLength(new Set(changed).size);
    for (const name of changed) expect(rowOf(table, name)).toEqual([name, ...verdictsOf(name)]);
  });

  test('no birth date and no SSN is printed, and a wide terminal gets colours that a pipe does not', async () => {
    const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
    const terminal = { isTTY: true, columns: 100 };
    const { out: piped } = await amend(['demo', '--once', '--short']);
    const { out: shown } = await amend(['demo', '--once', '--short'], terminal);
    const { out: asked } = await amend(['demo', '--once', '--short'], { ...terminal, env: { NO_COLOR: '1' } });
    for (const text of [piped, shown]) expect(withoutIds(text)).not.toMatch(/111111112|111-11-1112|1990|YOUR_|CLIENT_/);
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
      plans.flatMap(({ provider, fields }) =>
        fields.flatMap(({ field, verdict }) =>
          provider === 'stilt' && verdict === 'send' ? [`stilt does not have the new ${field}.`] : [],
        ),
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
  const { code, err } = await amend(['demo', '--once', '--short', '--host', host]);
  expect({ code, errors: complaints(err.split('\n')) }).toEqual({ code: 0, errors: [] });
});

test('to a public address no client speaks plain http, and that is said', async () => {
  await expect(openAccounts('http://mock.example.com:4010', { stderr: () => {} })).rejects.toThrow(
    new UsageError('--host is public, and no client speaks plain http to it; choose 127.0.0.1 or 0.0.0.0.'),
  );
});
