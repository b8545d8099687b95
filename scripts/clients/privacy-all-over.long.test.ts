import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '@amend/client';
import { variableOf } from '@amend/client/provider';
import { createMock } from '@amend/mock';
import { type AnyUserOperation, explain, fieldsFor, patchSchema, planAll, send } from 'amend';
import { providers as listed } from 'amend/providers';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { amend } from '../../packages/cli/src/testing/fake-io.ts';
import { cli, spawnAmend, stopAll } from '../../packages/cli/src/testing/spawn-amend.ts';
import { type Call, calls, createAny } from './calls.ts';
import { canaries, findCanaries, plant, planted, plantedCredentials } from './canaries.ts';
import { endings } from './endings.ts';
import { readable, unreadable } from './handed-in.ts';
import { renderAll } from './renderings.ts';

// A number, a birth date, a secret and a scan are handed in by every way; each call ends in every way; all that comes out
// is searched.

/** Whatever is written beside what is handed out. */
const noise: unknown[] = [];
const onNoise = (...heard: unknown[]): void => void noise.push(heard);
const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
const ownConsole = { ...console };
const events = ['warning', 'unhandledRejection'] as const;

beforeAll(() => {
  for (const event of events) process.on(event, onNoise);
  for (const name of methods) console[name] = onNoise;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  for (const event of events) process.off(event, onNoise);
  Object.assign(console, ownConsole);
  expect(noise).toEqual([]);
});

const providers = [...new Set(calls.map(({ provider }) => provider))];

/** The calls that hand something over, and of the others one for each client. */
const plantedCalls = calls
  .filter(({ id, input }) => input.body || id === 'getUser')
  .map((call): Call => ({ ...call, input: { ...call.input, body: plant(call.input.body) } }));

interface Sent {
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

/** What a provider may be told where: of the credentials its own, and never a secret that signs. */
const forbiddenIn = ({ provider }: Pick<Call, 'provider'>) => {
  const signing = [plantedCredentials.ingo.secret, plantedCredentials.stilt.secret];
  const own = Object.values(plantedCredentials[provider]).filter((value) => !signing.includes(value));
  const personal = canaries.filter((canary) => !planted.credentials.includes(canary));
  return {
    url: canaries,
    headers: canaries.filter((canary) => !own.includes(canary)),
    // All but Stilt take a plain number.
    body: [...planted.credentials, ...(provider === 'stilt' ? planted.ssn : [])],
    personal,
  };
};

const sentLeaks = (call: Pick<Call, 'provider'>, sent: readonly Sent[]): string[] =>
  sent.flatMap((request) =>
    (['url', 'headers', 'body'] as const).flatMap((place) => {
      const forbidden: readonly string[] = forbiddenIn(call)[place];
      // A signature is chance, which may hold six signs of anything: whole values are looked for.
      return forbidden
        .filter((canary) =>
          place === 'url' ? findCanaries(request.url).includes(canary) : request[place].includes(canary),
        )
        .map((canary) => `${place} as sent: ${canary}`);
    }),
  );

/** Makes a call that ends in this way, and tells what was sent and what came out. */
const runCall = async (call: Call, body: unknown, ending: string, validate: 'on' | 'off' = 'on') => {
  const { fetch, options = {}, isAborted } = endings[ending] ?? expect.fail(`There is no ending ${ending}.`);
  const sent: Sent[] = [];
  const told: unknown[] = [];
  const stop = new AbortController();
  const answer = fetch(call);
  const client = createAny(
    call.provider,
    'http://127.0.0.1',
    {
      ...options,
      validate,
      retries: 1,
      random: () => 0,
      observe: (begun) => {
        told.push(begun);
        return { attempt: (attempt) => told.push(attempt), end: (end) => told.push(end) };
      },
      fetch: (url, init) => {
        sent.push({ url, headers: JSON.stringify(init.headers), body: String(init.body ?? '') });
        const answered = answer(url, init);
        if (isAborted) stop.abort(Object.assign(new Error(canaries.join()), { canaries }));
        return answered;
      },
    },
    plantedCredentials,
  );
  const promise = client[call.id]?.({ ...call.input, body }, isAborted && { signal: stop.signal });
  const result = await promise;
  return { client, sent, told, result };
};

/** What may be logged of a result: all but the data of a success. */
const shownOf = (result: Result<unknown> | undefined): unknown[] =>
  result?.ok ? [{ ...result, data: undefined }] : [result, result?.error];

const leaksOf = (call: Call, { client, sent, told, result }: Awaited<ReturnType<typeof runCall>>): string[] => [
  ...findCanaries([client, ...told, ...shownOf(result)].map(renderAll).join('\n')).map(
    (canary) => `${call.name}: ${canary}`,
  ),
  ...sentLeaks(call, sent).map((leak) => `${call.name}: ${leak}`),
];

const kinds = new Set<string>();
const kindOf = (result: Result<unknown> | undefined): string => (result?.ok ? 'ok' : (result?.error.kind ?? 'none'));

describe('a client', () => {
  test.each(Object.keys(endings))('%s', async (ending) => {
    for (const call of plantedCalls)
      for (const validate of ['on', 'off'] as const) {
        const ran = await runCall(call, call.input.body, ending, validate);
        expect(leaksOf(call, ran)).toEqual([]);
        kinds.add(kindOf(ran.result));
        const { kind } = endings[ending] ?? {};
        if (kind !== undefined && validate === 'on') expect(kindOf(ran.result), call.name).toBe(kind);
      }
  });

  const withBodies = plantedCalls.filter(({ input }) => input.body !== undefined);

  test.each(Object.entries(readable))('handed %s', async (name, hand) => {
    for (const call of withBodies)
      for (const ending of ['a success that repeats it', 'a 400', 'an error that repeats it'])
        for (const validate of ['on', 'off'] as const) {
          const ran = await runCall(call, hand(call.input.body as object), ending, validate);
          expect(leaksOf(call, ran)).toEqual([]);
          kinds.add(kindOf(ran.result));
          if (name === 'getters of a class') continue;
          expect(ran.sent.length).toBeGreaterThan(0);
          const { ssn, ...others } = JSON.parse(ran.sent[0]?.body ?? '');
          const { ssn: handed, ...wanted } = call.input.body as Record<string, unknown>;
          expect(others).toEqual(wanted);
          if (call.provider !== 'stilt') expect(ssn).toEqual(handed);
          else if (handed) expect(ssn).toMatch(/^[A-Za-z0-9+/]{43,}=*$/);
        }
  });

  test.each(Object.entries(unreadable))('handed %s', async (_, hand) => {
    for (const call of withBodies)
      for (const validate of ['on', 'off'] as const) {
        const ran = await runCall(call, hand(call.input.body as object), 'a 400', validate);
        expect(leaksOf(call, ran)).toEqual([]);
        kinds.add(kindOf(ran.result));
      }
  });

  test('whose signing fails, in words of its own', async () => {
    const words = Object.assign(new Error(canaries.join()), { canaries });
    for (const name of ['importKey', 'sign', 'digest', 'encrypt'] as const) {
      vi.spyOn(crypto.subtle, name).mockRejectedValue(words);
      for (const call of plantedCalls) {
        const ran = await runCall(call, call.input.body, 'a 400');
        expect(leaksOf(call, ran)).toEqual([]);
        if (call.provider === 'ingo' && name !== 'encrypt') expect(kindOf(ran.result)).toBe('invalid');
      }
      vi.restoreAllMocks();
    }
  });

  test('misled by path, query and options', async () => {
    const words = canaries.join();
    const inputs = [planted.ssn, planted.birthDate, planted.document, planted.credentials].flatMap(([canary = '']) => [
      { path: { user_id: canary } },
      { path: { user_id: `../${canary}` } },
      { path: canary },
      { query: { [canary]: canary } },
      { query: new Map([[canary, canary]]) },
      unreadable['a proxy that throws']?.({}),
    ]);
    const options = [undefined, { timeout: words }, { signal: words }, { maxResponseBytes: words }, words];
    const given = { fetch: async () => new Response('{}', { status: 404 }), retries: 0 };
    for (const call of plantedCalls.filter(({ id }) => id === 'getUser' || id === 'updateUser'))
      for (const [index, input] of inputs.entries()) {
        const client = createAny(call.provider, 'http://127.0.0.1', given, plantedCredentials);
        const result = await client[call.id]?.(input, options[index % options.length] as never);
        expect(findCanaries(shownOf(result).map(renderAll).join('\n'))).toEqual([]);
      }
  });

  test('and every kind of failure was among them', () =>
    expect([...kinds].sort()).toEqual([
      'aborted',
      'invalid',
      'malformed',
      'network',
      'not-found',
      'ok',
      'rate-limited',
      'rejected',
      'timeout',
      'unauthorized',
      'unavailable',
    ]));
});

const [ssn = '', digits = ''] = planted.ssn;
const [birthDate = ''] = planted.birthDate;
const scan = `data:image/png;base64,${planted.document[0]}`;

/** All that a plan may be told, as we write it. */
const person = {
  firstName: planted.name[0],
  lastName: planted.name[0],
  email: planted.email[0],
  phone: '+12105550132',
  dateOfBirth: birthDate,
  ssn,
  address: { line1: planted.street[0], city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' },
  documents: {
    physical: [{ type: 'STATE_ID', front: scan, back: scan }],
    virtual: [{ type: 'PASSPORT', number: digits }],
  },
};
const odd = { ...person, ssn: [ssn], dateOfBirth: { on: birthDate }, documents: ssn, [ssn]: ssn, phone: birthDate };

const operations: readonly (readonly [name: string, operation: AnyUserOperation])[] = (
  await Promise.all(
    providers.map(async (provider) =>
      Object.entries(await listed[provider].users()).flatMap(([type, operations]) =>
        Object.entries(operations).map(([name, operation]) => [`${provider} ${type} ${name}`, operation] as const),
      ),
    ),
  )
).flat();

const id = '50a59abe-e714-4416-a9f9-273a9b1dbe87';

describe.each(operations)('a plan: %s', (_, operation) => {
  const shapes = Object.entries({ ...readable, ...unreadable });
  const plansOf = (patch: unknown, current?: unknown, native?: unknown) =>
    (['verified', 'unverified', 'unknown', ssn] as const).flatMap((status) =>
      (['refuse', 'skip'] as const).flatMap((onLocked) =>
        planAll(patch as never, [{ operation, id, status, current, native } as never], { onLocked }),
      ),
    );

  test.each(shapes)('handed %s', (_name, hand) => {
    const rows = [
      [hand(person), undefined, undefined],
      [hand(odd), undefined, undefined],
      [{ email: planted.email[0] }, hand({ ...person, id, verification: 'verified' }), undefined],
      [
        person,
        hand({ ...odd, verification: ssn }),
        hand({ meta_data: { ssn }, [ssn]: ssn, api_key: planted.credentials[0] }),
      ],
    ] as const;
    const plans = rows.flatMap(([patch, current, native]) => plansOf(patch, current, native));
    expect(plans.length).toBeGreaterThan(0);
    expect(findCanaries(renderAll(plans))).toEqual([]);
    const schema = patchSchema(operation, { id } as never)['~standard'];
    for (const [patch] of rows) {
      const { issues = [] } = schema.validate(patch);
      // A field's own name in a path is that of the form, which the caller gave.
      expect(findCanaries(renderAll(issues.map(({ message }) => message)))).toEqual([]);
    }
  });

  test('its reasons hold no value', () => {
    for (const status of ['verified', 'unverified', 'unknown'] as const)
      for (const { field } of fieldsFor(operation, status))
        expect(findCanaries(explain(operation, field as never, status))).toEqual([]);
  });

  test('sent, whatever becomes of it', async () => {
    const { documents: _documents, ...fields } = person;
    const patch = { ...fields, businessName: planted.name[0], externalId: 'x' };
    const known = operation.rules && {
      id,
      status: 'unverified',
      current: { ...patch, id, phone: '+1', username: 'x', active: true },
    };
    const [plan] = planAll(patch as never, [{ operation, ...known } as never], { onLocked: 'skip' });
    expect(plan?.state).toBe('ready');
    const call = calls.find((each) => each.provider === operation.provider && each.id === operation.operationId);
    if (!plan || !call) return expect.fail('It is none of the calls.');
    const kinds = new Set<string>();
    for (const { fetch, options = {} } of Object.values(endings).filter(({ isAborted }) => !isAborted)) {
      const given = { ...options, retries: 0, fetch: fetch(call) };
      const client = createAny(call.provider, 'http://127.0.0.1', given, plantedCredentials);
      const result = await send(plan, client as unknown as Parameters<typeof send>[1]);
      kinds.add(result.ok ? (result.notTaken.length > 0 ? 'not-taken' : 'ok') : result.error.kind);
      expect(findCanaries([plan, ...shownOf(result)].map(renderAll).join('\n'))).toEqual([]);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['malformed', 'network', 'rejected', 'timeout', 'unavailable']));
    for (const wrong of [
      structuredClone(plan),
      { ...plan, state: 'ready' as const },
      JSON.parse(JSON.stringify(plan)),
    ]) {
      const thrown = await send(wrong, {} as never).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(TypeError);
      expect(findCanaries(renderAll(thrown))).toEqual([]);
    }
  });
});

/** What the command may show of nobody; names and addresses of the user it shows on purpose. */
const neverShown = [...planted.ssn, ...planted.birthDate, ...planted.document, ...planted.credentials];
const expectHidden = (text: string): void => {
  expect(text.trim()).not.toBe('');
  expect(findCanaries(text).filter((canary) => neverShown.includes(canary))).toEqual([]);
};

describe('the command', () => {
  const env = Object.fromEntries(
    providers.flatMap((provider) =>
      Object.entries(plantedCredentials[provider]).map(([name, value]) => [variableOf(provider, name), value]),
    ),
  );
  const files = {
    'person.json': JSON.stringify(person),
    'odd.json': JSON.stringify(odd),
    'twice.json': `{"ssn": "${ssn}", "ssn": "${digits}"}`,
    'text.json': `${ssn}, ${planted.credentials.join()}`,
    'answer.json': JSON.stringify({ ...(plant(calls[5]?.success) as object), ssn }),
    'current.json': JSON.stringify({ ...person, id, verification: 'unverified' }),
  };
  const phone = ['--set', 'phone=+12105550132'];
  /** What reaches a provider. */
  const sendable = [
    ['--patch', 'person.json', '--on-locked', 'skip'],
    ['--patch', 'person.json', '--current', 'current.json', '--on-locked', 'skip'],
    [...phone, '--current', 'current.json'],
  ];
  /** What the command itself refuses, or explains. */
  const refused = [
    ...Object.keys(files).flatMap((file) =>
      ['--patch', '--current', '--answer', '--native'].flatMap((flag) => [
        [...phone, flag, file, '--hlep'],
        [...phone, flag, file, '--help'],
        [flag, file],
      ]),
    ),
    ['--patch', '-', '--native', `ssn=${ssn}`],
    ['--set', `ssn=${ssn}`],
    ['--set', `${ssn}=x`],
    ['--clear', ssn],
    [`--ssn=${ssn}`],
    [...phone, '--status', ssn],
    [...phone, '--base-url', `https://${planted.credentials[0]}@example.com`],
    [...phone, ssn],
  ];
  const modes = [
    { format: [], world: {} },
    { format: ['--json'], world: {} },
    { format: [], world: { isTTY: true, columns: 60 } },
  ];
  const runs = providers.flatMap((provider) => modes.map((mode) => ({ provider, ...mode })));

  test.each(Object.entries(endings))('%s', async (name, { fetch, isAborted }) => {
    const left = runs.flatMap(({ provider, format, world }) => {
      const own = calls.filter((call) => call.provider === provider);
      const read = own.find((each) => each.id === 'getUser') ?? own[0];
      if (!read) return expect.fail('A provider without calls.');
      // What a provider may show of a person, it shows plainly here.
      const shown = { ssn: digits, dob: birthDate, date_of_birth: birthDate };
      const call = { ...read, success: { ...(plant(read.success) as object), ...shown } };
      return sendable.map((change) => {
        const stop = new AbortController();
        const answer = fetch(call);
        return amend(['update', `${provider}:${id}`, ...change, ...format], {
          ...world,
          env,
          files,
          signal: stop.signal,
          fetch: (url, init) => {
            const answered = answer(url, init);
            // Nobody waits here for what never comes.
            if (isAborted || name === 'no answer in time') stop.abort(new Error(canaries.join()));
            return answered;
          },
        });
      });
    });
    for (const { out, err } of await Promise.all(left)) expectHidden(out + err);
  });

  test.each(refused.map((change) => [change.join(' '), change] as const))('%s', async (_, change) => {
    for (const command of ['plan', 'update'])
      for (const { provider, format, world } of runs) {
        const { out, err } = await amend([command, `${provider}:${id}`, ...change, ...format], {
          ...world,
          env,
          files,
          stdin: files['person.json'],
          fetch: async () => new Response('{}', { status: 404 }),
        });
        expectHidden(out + err);
      }
  });
});

describe('a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-privacy-'));
  afterAll(() => {
    stopAll();
    rmSync(folder, { recursive: true });
  });

  /** Node lets it write no file anywhere. */
  const [node = '', ...rest] = cli;
  const confined = [node, '--permission', '--allow-fs-read=*', ...rest];

  test('the mock writes nothing to a disk, and nothing private anywhere', async () => {
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(plantedCredentials));
    const { child, ended } = spawnAmend(
      ['mock', '--port', '0', '--secrets', join(folder, 'secrets.json')],
      { TMPDIR: folder, HOME: folder },
      confined,
    );
    let out = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        out += chunk;
        if (out.includes('Ready.')) resolve();
      });
      child.on('close', () => reject(new Error('The mock has ended.')));
    });
    const mounts = Object.fromEntries(
      [...out.matchAll(/^ +(\S+@\S+) +http:\/\/[^/]+(\S+)$/gm)].map(([, name, path]) => [name, path]),
    );
    const origin = /http:\/\/[^/\s]+/.exec(out)?.[0] ?? '';
    for (const call of plantedCalls) {
      const client = createAny(
        call.provider,
        origin,
        { validate: 'off', retries: 0 },
        plantedCredentials,
        mounts as never,
      );
      await client[call.id]?.(call.input);
      const body = call.input.body as object | undefined;
      if (body) await client[call.id]?.({ ...call.input, body: { ...body, [ssn]: ssn, surplus: canaries } });
    }
    for (const body of [files['text.json'], '{', `{"ssn":"${ssn}","ssn":"${ssn}"}`])
      await fetch(`${origin}/machnet/v4/users/${ssn}?ssn=${ssn}`, {
        method: 'PATCH',
        body,
        headers: { 'X-Client-Id': ssn },
      });
    for (const path of ['requests', 'routes', 'faults', `users/${ssn}`, ssn]) {
      const answer = await fetch(`${origin}/__amend/${path}`);
      expect(findCanaries(await answer.text())).toEqual([]);
    }
    const users = await (await fetch(`${origin}/__amend/users`)).text();
    expect(findCanaries(users).filter((canary) => planted.credentials.includes(canary))).toEqual([]);
    child.kill('SIGTERM');
    const { code, out: all, err } = await ended;
    expect(code).toBe(0);
    expect(findCanaries(all + err)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  const files = { 'text.json': `${ssn}, ${planted.credentials.join()}` };

  test('an update writes nothing to a disk', async () => {
    const mock = await createMock();
    const { url } = await mock.listen();
    const { id: user = '' } = mock.fixtures.find(({ provider }) => provider === 'machnet') ?? {};
    const { child, ended } = spawnAmend(
      ['update', `machnet:${user}`, '--patch', '-', '--on-locked', 'skip', '--json'],
      {
        AMEND_MACHNET_BASE_URL: `${url}/machnet`,
        AMEND_MACHNET_CLIENT_ID: plantedCredentials.machnet.clientId,
        AMEND_MACHNET_CLIENT_SECRET: plantedCredentials.machnet.clientSecret,
        TMPDIR: folder,
        HOME: folder,
      },
      confined,
    );
    child.stdin.end(JSON.stringify(person));
    const { out, err } = await ended;
    await mock.close();
    expect(JSON.parse(out).users).toHaveLength(1);
    expectHidden(out + err);
    expect(readdirSync(folder).filter((name) => name !== 'secrets.json')).toEqual([]);
  });
});
