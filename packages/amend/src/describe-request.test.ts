import { inspect } from 'node:util';
import { contracts, readModel } from '@amend/compiler/read';
import type { ResolvedSchema } from '@amend/contract';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { someFields } from '../test-data/arbitraries.ts';
import { make } from '../test-data/make.ts';
import { everyOperation } from '../test-data/operations.ts';
import { type DescribedRequest, describeRequest, maskRequest } from './describe-request.ts';
import { isRecord, own, userOf } from './fields.ts';
import type { Plan } from './plan-result.ts';
import { pointerTo, privateIn } from './private-in.ts';
import { type ProviderName, providerNames, providers } from './provider-list.ts';
import { type Client, send } from './send.ts';
import { showRequest } from './show-request.ts';
import { goldenPerson } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const today = '2026-11-22';
const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';

/** A client whose clock and dice stand still, and what its `fetch` is handed. */
const setUp = async (provider: string) => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
  const sent: unknown[] = [];
  const { connect, credentials: samples } = await providers[provider as ProviderName].describe();
  const credentials = Object.fromEntries(
    Object.entries(samples).map(([name, sample]) => [name, /^[A-Z_]+$/.test(sample) ? `Planted-${name}` : sample]),
  );
  const fetch = async (url: string, { method, headers, body }: RequestInit) => {
    sent.push({ url, method, headers: Object.entries(headers ?? {}), body });
    return new Response('{}', { status: 400 });
  };
  const client: Client = connect(credentials, { fetch, now: () => Date.parse('2026-11-22T10:00:00Z') });
  return { client, sent, credentials };
};

afterEach(() => {
  vi.restoreAllMocks();
});

const sentAs = ({ url, method, headers, body }: DescribedRequest) => ({
  url,
  method,
  headers: Object.entries(headers),
  body: JSON.stringify(body),
});

const modelsOf = (provider: string) =>
  contracts.filter((contract) => contract.provider === provider).map(({ name }) => readModel(name));

const bodiesOf = ({ provider, operationId }: AnyUserOperation): readonly ResolvedSchema[] =>
  modelsOf(provider)
    .flatMap(({ operations }) => operations)
    .flatMap(({ id, body }) => (id === operationId ? (body?.schemas.map(({ schema }) => schema) ?? []) : []));

/** What a contract calls private in a body, told without the code under test. */
const calledPrivate = (schema: ResolvedSchema | undefined, value: unknown, path = '/body'): string[] => {
  if (schema?.format === 'password' || schema?.writeOnly === true) return [path];
  if (Array.isArray(value)) return value.flatMap((one, at) => calledPrivate(schema?.items, one, `${path}/${at}`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => calledPrivate(schema?.properties?.[key], one, `${path}/${key}`));
};

/** Private values, which nothing else of a user may happen to be. */
const planted = {
  dateOfBirth: '1939-03-05',
  ssn: '987-65-4321',
  front: 'data:;base64,Q0Fu',
  back: 'Q0FuYXJ5',
  number: 'Z7654321',
};
const hidden = [...Object.values(planted), '1939/03/05', '987654321'];

/** The same user with those values wherever there is one. */
const plant = <Value>(value: Value): Value =>
  (Array.isArray(value)
    ? value.map(plant)
    : isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, own(planted, key) ?? plant(one)]))
      : value) as Value;

const user = someFields.map((fields) => plant(userOf(fields)));
const real = everyOperation.filter(([, { provider }]) => (providerNames as readonly string[]).includes(provider));

describe.each(real)('%s', (_, operation) => {
  test('is described as it is sent, without sending, and with all that is private', async () => {
    const { client, sent, credentials } = await setUp(operation.provider);
    const named = modelsOf(operation.provider).flatMap(({ headers }) => Object.values(headers));
    const birthDate = Object.entries(operation.rows).flatMap(([property, row]) =>
      row.is === 'fields' && row.fields.includes('dateOfBirth') ? [`/body/${property}`] : [],
    );
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(user, user, async (patch, current) => {
        const planned = make(operation, { id, today, patch, current, status: 'unverified', onLocked: 'skip' });
        fc.pre(planned.state === 'ready');
        const described = await describeRequest(planned, client);
        expect(sent).toEqual([]);
        expect(await send(planned, client)).toMatchObject({ ok: false, error: { kind: 'rejected' } });
        expect([sentAs(described)]).toEqual(sent.splice(0));

        const headers = Object.keys(described.headers).filter((name) => named.includes(name));
        const { body } = described;
        const called = bodiesOf(operation).flatMap((schema) => calledPrivate(schema, body));
        const born = birthDate.filter((pointer) => Object.hasOwn(body, pointer.slice('/body/'.length)));
        const wanted = new Set([...headers.map((name) => `/headers/${name}`), ...called, ...born]);
        expect(headers.length).toBeGreaterThan(0);
        expect(described.private.toSorted()).toEqual([...wanted].toSorted());

        const shown = [
          JSON.stringify(maskRequest(described)),
          JSON.stringify({ described }),
          inspect({ described }, { depth: null }),
          showRequest(described),
          showRequest(described, 'curl'),
        ];
        // A logger that copies what it is handed still has the headers themselves.
        const copied = { ...described };
        for (const form of [JSON.stringify(copied.headers), inspect(copied.headers)])
          for (const text of Object.values(credentials)) expect(form).not.toContain(text);
        seen += hidden.filter((text) => JSON.stringify(sentAs(described)).includes(text)).length;
        for (const text of [...hidden, ...Object.values(credentials)])
          for (const form of shown) expect(form).not.toContain(text);
      }),
      { numRuns: 30 },
    );
    if (birthDate.length > 0) expect(seen).toBeGreaterThan(0);
  });
});

const person = {
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane@example.com',
  phone: '+12105550132',
  dateOfBirth: '1990-04-15',
  ssn: '123-45-6789',
  address: { line1: '1 Main St', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' },
};

test('a number that the client seals is described sealed', async () => {
  const { client } = await setUp('stilt');
  const { stiltUser } = await import('./providers/stilt.ts');
  const planned = make(stiltUser.create, { today, patch: person });
  const { body } = await describeRequest(planned, client);
  expect(body).toMatchObject({ ssn: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) });
});

/** A value in which each property of a schema stands. */
const wholeOf = ({ properties, items }: ResolvedSchema): unknown => {
  if (items) return [wholeOf(items)];
  if (!properties) return 'x';
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, wholeOf(schema)]));
};

test.each(real)('%s: all that its contract calls private is, the provider’s own properties too', (_, operation) => {
  for (const schema of bodiesOf(operation)) {
    const body = wholeOf(schema) as object;
    const found = privateIn(operation, body).map((pointer) => `/body${pointer}`);
    expect(found).toEqual(expect.arrayContaining(calledPrivate(schema, body)));
  }
});

test('no contract has a private value in an address, which no pointer could name', () => {
  const parametersIn = (value: unknown): Record<string, unknown>[] => {
    if (Array.isArray(value)) return value.flatMap(parametersIn);
    if (!isRecord(value)) return [];
    const below = Object.values(value).flatMap(parametersIn);
    return value.in === 'path' || value.in === 'query' ? [value, ...below] : below;
  };
  const parameters = contracts.flatMap(({ name }) => parametersIn(readModel(name).document));
  expect(parameters.length).toBeGreaterThan(3);
  for (const parameter of parameters) expect(JSON.stringify(parameter)).not.toMatch(/password|writeOnly|apiKey/);
});

const machnetPlan = async () => {
  const { machnetIndividual } = await import('./providers/machnet.ts');
  return make(machnetIndividual.update, {
    id,
    today,
    status: 'unverified',
    patch: {
      email: "o'hara@example.com",
      dateOfBirth: '1990-04-15',
      documents: { virtual: [{ type: 'PASSPORT', number: 'P0000042' }] },
    },
  });
};

const address = `https://v4sandbox.machpay.com/v4/users/${id}`;
const shownHeaders = [
  'Content-Type: application/json',
  'User-Agent: amend-machnet',
  'X-Client-Id: *****',
  'X-Client-Secret: *****',
];
const shownBody =
  '{"email":"o\'hara@example.com","date_of_birth":"*****","virtual_documents":[{"document_type":"PASSPORT","document_value":"*****"}]}';

describe('is shown', () => {
  test('as HTTP', async () => {
    const { client } = await setUp('machnet');
    const described = await describeRequest(await machnetPlan(), client);
    expect(described.private).toEqual([
      '/headers/X-Client-Id',
      '/headers/X-Client-Secret',
      '/body/date_of_birth',
      '/body/virtual_documents/0/document_value',
    ]);
    const head = [`PATCH /v4/users/${id} HTTP/1.1`, 'Host: v4sandbox.machpay.com', ...shownHeaders];
    expect(showRequest(described)).toBe([...head, '', shownBody].join('\n'));
    expect(JSON.parse(JSON.stringify(described))).toEqual({ ...maskRequest(described) });
    expect(structuredClone({ ...described }).body).toMatchObject({ date_of_birth: '1990-04-15' });
  });

  test('as a command, whose words a shell reads as they are', async () => {
    const { execFileSync } = await import('node:child_process');
    const { client } = await setUp('machnet');
    const text = showRequest(await describeRequest(await machnetPlan(), client), 'curl');
    const words = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${text}`], { encoding: 'utf8' });
    const options = shownHeaders.flatMap((header) => ['--header', header]);
    expect(words).toBe(['--request', 'PATCH', address, ...options, '--data-raw', shownBody, ''].join('\n'));
  });
});

test('a key with the signs of a pointer is escaped', () => {
  expect(pointerTo(['body', 'a/b~c', 0])).toBe('/body/a~1b~0c/0');
  const request = { method: 'PATCH', url: address, headers: {}, body: { 'a/b': '1', c: [{ d: null }] } };
  expect(maskRequest({ ...request, private: ['/body/a~1b', '/body/c/0/d'] }).body).toEqual({
    'a/b': '*****',
    c: [{ d: '*****' }],
  });
});

describe('misuse', () => {
  const ready = make(goldenPerson.update, { id, status: 'verified', patch: { phone: '+12105550132' } });
  const blocked = make(goldenPerson.update, { id, status: 'verified', patch: { email: 'jane@example.com' } });

  test.each<[name: string, planned: Plan]>([
    ['a plan that is blocked', blocked],
    ['a copy', structuredClone(ready)],
    ['the client of another provider', ready],
  ])('%s throws as it does when it is sent', async (_, planned) => {
    const { client, sent } = await setUp('machnet');
    const thrown = await send(planned, client).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TypeError);
    await expect(describeRequest(planned, client)).rejects.toThrow(thrown as TypeError);
    expect(sent).toEqual([]);
  });

  test('a client that a test wrote cannot sign', async () => {
    const { client } = await setUp('machnet');
    const fake = { ...client, updateUser: async () => ({}) };
    await expect(describeRequest(await machnetPlan(), fake)).rejects.toThrow(TypeError);
  });

  test('what the client refuses is thrown, without a value', async () => {
    const { stiltUser } = await import('./providers/stilt.ts');
    const { connect, credentials } = await providers.stilt.describe();
    const client = connect({ ...credentials, secret: 'short' });
    const planned = make(stiltUser.create, { today, patch: person });
    const error = await describeRequest(planned, client).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ClientError', kind: 'invalid', attempts: 0 });
    expect(String(error)).not.toMatch(/6789|short/);
  });
});
