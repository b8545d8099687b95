import type { ClientOptions } from '@amend/client';
import { createMock } from '@amend/mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Call, calls, createAny } from './calls.ts';
import { canaries, findCanaries, plant, planted, plantedCredentials } from './canaries.ts';

// Every call of every client at the mock, which knows the clients' secrets: signing, faults and privacy from its side.

const mock = await createMock({ seed: 'clients', secrets: plantedCredentials });
const { url } = await mock.listen();
const mounts = Object.fromEntries(mock.mounts.map(({ contract, path }) => [contract, path]));
afterAll(() => mock.close());
beforeEach(() => mock.reset());

type Options = Omit<ClientOptions, 'baseUrl'>;

const clientOf = ({ provider }: Call, options: Options = {}, credentials = plantedCredentials) =>
  createAny(provider, url, { random: () => 0, ...options }, credentials, mounts);

/** The fixture that a call is about. */
const userOf = ({ provider, name }: Call): string => {
  const names = [name.endsWith('Business') ? 'verifiedBusiness' : 'verifiedIndividual', 'sample', 'active'];
  const known = mock.fixtures.filter((user) => user.provider === provider);
  const wanted = provider === 'hpay' ? known[0] : known.find((user) => names.includes(user.name));
  return wanted?.id ?? '';
};

const inputOf = (call: Call) => ({ ...call.input, path: { user_id: userOf(call) } });

const control = (path: string, body?: unknown) =>
  mock.fetch(`${url}/__amend/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });

describe('what is signed with the right secrets is taken, and with any other is not', () => {
  test.for(calls)('$name', async (call) => {
    expect(await clientOf(call)[call.id]?.(inputOf(call))).toMatchObject({ ok: true });
    const own = plantedCredentials[call.provider];
    for (const [name, value] of Object.entries(own)) {
      const others = { ...plantedCredentials, [call.provider]: { ...own, [name]: value.replace(/[a-z]/, 'Q') } };
      const result = await clientOf(call, {}, others)[call.id]?.(inputOf(call));
      expect(result, name).toMatchObject({ ok: false, status: 401, error: { kind: 'unauthorized' } });
    }
  });
});

describe.each<[fault: object, kind: string, options?: Options]>([
  [{ status: 429, retryAfter: 0 }, 'rate-limited'],
  [{ status: 500 }, 'unavailable'],
  [{ reset: true }, 'network'],
])('the fault %j', (fault, kind) => {
  test.for(calls)('$name', async (call) => {
    expect((await control('faults', { provider: call.provider, ...fault })).status).toBe(204);
    const result = await clientOf(call)[call.id]?.(inputOf(call));
    if (call.repeats === 'repeatable') expect(result).toMatchObject({ ok: true });
    else expect(result).toMatchObject({ ok: false, error: { kind, attempts: 1 } });
    const log = await (await control('requests')).json();
    expect(log).toHaveLength(call.repeats === 'repeatable' ? 2 : 1);
  });
});

test.for(calls)('$name ends when its time is up, however slow the mock', async (call) => {
  await control('faults', { latency: 400, times: 3 });
  const result = await clientOf(call, { timeout: 40 })[call.id]?.(inputOf(call));
  expect(result).toMatchObject({ ok: false, error: { kind: 'timeout' } });
});

/** What no answer shows, be it a success. */
const hidden = [...planted.ssn, ...planted.document, ...planted.credentials];

/** Machnet's own samples show the number of every virtual document but the SSN's. */
const withoutShownNumbers = (data: unknown): string =>
  JSON.stringify(data, (_, value) => ('SSN' === (value?.document_type ?? 'SSN') ? value : undefined));

describe('no answer and no log gives away what was planted', () => {
  const withBody = calls.filter(({ input }) => input.body);

  test.for(withBody)('$name', async (call) => {
    const client = clientOf(call, { validate: 'off' });
    const body = plant(call.input.body) as object;
    const results = [
      await client[call.id]?.({ ...inputOf(call), body }),
      await client[call.id]?.({ ...inputOf(call), body: { ...body, no_such_field: canaries } }),
      await client[call.id]?.({ ...inputOf(call), body: Object.values(body) }),
    ];
    expect(results.slice(1).map((result) => result?.ok)).toEqual([false, false]);
    for (const result of results) {
      const given = findCanaries(
        result?.ok ? withoutShownNumbers(result.data) : JSON.stringify(result?.error.body() ?? ''),
      );
      expect(result?.ok ? given.filter((canary) => hidden.includes(canary)) : given).toEqual([]);
    }
    const log = await (await control('requests')).text();
    expect(JSON.parse(log)).toHaveLength(3);
    expect(findCanaries(log)).toEqual([]);
  });
});
