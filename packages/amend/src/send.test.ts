import { inspect } from 'node:util';
import { ClientError, providerOf } from '@amend/client';
import { describe, expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { send } from './send.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const ready = make(goldenPerson.update, { id, status: 'verified', patch: { phone: '+12105550132' } });

const succeeds = { ok: true, status: 200, attempts: 1, requestId: undefined } as const;

/** A client that answers the same to every call, and remembers what it was called with. */
const fakeClient = (operation: string, result: object) => {
  const calls: unknown[] = [];
  const call = async (input: unknown) => {
    calls.push(input);
    return result;
  };
  return { calls, client: { [providerOf]: 'golden', [operation]: call } };
};

test('sends the request, and answers with the user as the provider now has it', async () => {
  const record = { id, status: 'DONE', given_name: 'Jane', mobile: '2105550132', shoe_size: 44 };
  const { calls, client } = fakeClient('updateUser', { ok: true, status: 200, data: record });
  expect(await send(ready, client)).toEqual({
    ok: true,
    status: 200,
    data: {
      provider: 'golden',
      id,
      kind: 'individual',
      verification: 'verified',
      firstName: 'Jane',
      phone: '+12105550132',
      native: { status: 'DONE', shoe_size: 44 },
    },
    notTaken: [],
  });
  expect(calls).toEqual([{ path: { user_id: id }, body: { mobile: '2105550132' } }]);
});

test('in a log, the user is redacted, and in the answer it is not', async () => {
  const record = { id, status: 'DONE', given_name: 'Jane', born_on: '1990-04-15' };
  const { client } = fakeClient('updateUser', { ok: true, status: 200, data: record });
  const sent = await send(ready, client);
  expect(sent).toMatchObject({ ok: true, data: { dateOfBirth: '1990-04-15' } });
  expect(structuredClone(sent)).toEqual(sent);
  for (const shown of [JSON.stringify({ sent }), inspect({ sent }, { depth: null })]) {
    expect(shown).toMatch(/Jane/);
    expect(shown).not.toMatch(/1990/);
  }
});

describe('a change that is answered with nothing', () => {
  const record = { id, status: 'DONE', given_name: 'Jane', mobile: '2105550132' };
  const nothing = { ok: true, status: 204, data: undefined };
  const operation = {
    ...goldenPerson.update,
    reader: {
      ...goldenPerson.update.reader,
      read: (user: { id?: string }) => ({ operation: 'getUser', input: { path: { user_id: user.id } } }),
    },
  };
  const plan = make(operation, { id, status: 'verified', patch: { phone: '+12105550132' } });

  test('is read', async () => {
    const calls: unknown[] = [];
    const getUser = async (input: unknown) => calls.push(input) && { ...succeeds, data: record };
    const sent = await send(plan, { [providerOf]: 'golden', updateUser: async () => nothing, getUser } as never);
    expect(sent).toMatchObject({ ok: true, status: 204, data: { id, firstName: 'Jane', phone: '+12105550132' } });
    expect(calls).toEqual([{ path: { user_id: id } }]);
  });

  test.each([
    ['no call reads it', {}],
    ['the call fails', { getUser: async () => ({ ok: false, error: {} }) }],
  ])('is told as it is where %s', async (_, methods) => {
    const sent = await send(plan, { [providerOf]: 'golden', updateUser: async () => nothing, ...methods } as never);
    expect(sent).toMatchObject({ ok: true, data: { provider: 'golden', kind: 'individual', id }, notTaken: [] });
  });

  test.each<[location: string | undefined, id: string | undefined]>([
    ['https://api.example.com/users/usr_1', 'usr_1'],
    ['/users/a%20b/?x=1', 'a b'],
    ['/users/%zz', undefined],
    [undefined, undefined],
  ])('has the id that its Location %s ends with', async (location, made) => {
    const patch = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
    const created = make(goldenMember.create, { patch });
    const answer = { ok: true, status: 201, data: undefined, location };
    const sent = await send(created, { [providerOf]: 'golden', createMember: async () => answer } as never);
    expect(sent.ok && sent.data.id).toBe(made);
  });
});

test('passes on what a call may set for itself', async () => {
  const given: unknown[] = [];
  const updateUser = async (...input: unknown[]) => given.push(input[1]) && { ok: true, status: 200, data: {} };
  const options = { signal: new AbortController().signal, timeout: 500 };
  await send(ready, { [providerOf]: 'golden', updateUser } as never, options);
  expect(given).toEqual([options]);
});

test('a provider whose identifier stands in the body has no path', async () => {
  const planned = make(goldenMember.update, { id, patch: { username: 'jane' } });
  const { calls, client } = fakeClient('updateMember', { ok: true, status: 200, data: { id } });
  expect(await send(planned, client)).toMatchObject({ ok: true, data: { id } });
  expect(calls).toEqual([{ body: { user_id: id, username: 'jane' } }]);
});

test('a failure is handed on as it is', async () => {
  const error = new ClientError(
    { provider: 'golden', operation: 'updateUser', kind: 'rejected', attempts: 1, status: 400 },
    {},
  );
  const failure = { ok: false, status: 400, error };
  const { client } = fakeClient('updateUser', failure);
  expect(await send(ready, client)).toBe(failure);
});

describe('reads again first', () => {
  const home = { line_1: '1 Main St', city: 'Austin', state: 'TX', zip: '78701', country: 'UNITED STATES' };
  const planned = make(goldenMember.update, {
    current: toUser(goldenMember.update, { id, address: home }),
    patch: { address: { city: 'Dallas' } },
  });
  const reading = (operation: string, record: object) => {
    const { calls, client } = fakeClient(operation, { ok: true, status: 200, data: record });
    return { calls, client, reread: async () => ({ ...succeeds, data: record }) };
  };

  test('two plans from one current do not send each other’s old parts back', async () => {
    const moved = { ...home, line_1: '2 Side St', zip: '78702' };
    const { calls, client, reread } = reading('updateMember', { id, address: moved });
    const result = await send(planned, client, { reread, timeout: 500 });
    expect(calls).toEqual([{ body: { user_id: id, address: { ...moved, city: 'Dallas' } } }]);
    expect(result).toMatchObject({ ok: true, notTaken: ['address.city'] });
  });

  test('what was verified in between is refused, and nothing is sent', async () => {
    const early = make(goldenPerson.update, {
      id,
      status: 'unverified',
      patch: { email: 'new@example.com', phone: '+12105550132' },
    });
    const { calls, client, reread } = reading('updateUser', { id, status: 'DONE', email: 'old@example.com' });
    const result = await send(early, client, { reread });
    expect(calls).toEqual([]);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', attempts: 0, isUncertain: false } });
    const issues = result.ok ? undefined : result.error.issues;
    expect(issues).toEqual([
      {
        path: 'email',
        message: 'cannot change once the user is verified (Golden, Update, persons); leave it out',
      },
    ]);
  });

  test('where the provider tells no status, the one that was given counts', async () => {
    const { reader, ...update } = goldenPerson.update;
    const silent = { ...update, reader: { ...reader, verification: undefined } };
    const early = make(silent, { id, status: 'unverified', patch: { email: 'new@example.com' } });
    const { calls, client, reread } = reading('updateUser', { id, email: 'old@example.com' });
    await send(early, client, { reread });
    expect(calls).toEqual([{ path: { user_id: id }, body: { email: 'new@example.com' } }]);
  });

  test.each([
    ['of another user', { id: 'another', address: home }, 'id is not the one of current'],
    ['of nobody', {}, 'address.line1 is needed'],
  ])('%s is refused', async (_, record, message) => {
    const { calls, client, reread } = reading('updateMember', record);
    const result = await send(planned, client, { reread });
    expect(calls).toEqual([]);
    expect(result.ok || result.error.message).toContain(message);
  });

  test('what is so already is not sent', async () => {
    const record = { id, born_on: '1990-04-15', address: { ...home, city: 'Dallas' } };
    const { calls, client, reread } = reading('updateMember', record);
    const result = await send(planned, client, { reread });
    expect(calls).toEqual([]);
    expect(result).toMatchObject({ ok: true, status: 200, data: { id, address: { city: 'Dallas' } }, notTaken: [] });
    expect(result).toMatchObject({ data: { dateOfBirth: '1990-04-15' } });
    expect(JSON.stringify(result)).not.toContain('1990');
  });

  test('a user who cannot be read is a failure like others', async () => {
    const { calls, client } = reading('updateMember', {});
    const error = new ClientError({ provider: 'golden', operation: 'getUser', kind: 'network', attempts: 1 }, {});
    const failure = { ok: false, status: undefined, error, attempts: 0, requestId: undefined } as const;
    expect(await send(planned, client, { reread: async () => failure })).toBe(failure);
    expect(calls).toEqual([]);
  });
});

describe('misuse', () => {
  const { calls, client } = fakeClient('updateUser', { ok: true, status: 200, data: {} });
  const blocked = make(goldenPerson.update, { id, status: 'verified', patch: { email: 'jane@example.com' } });
  const empty = make(goldenPerson.update, { id, patch: {} });
  const patching = make(goldenMember.update, { id, patch: { phone: '+12105550132' } });

  test.each([
    [
      'a plan that is blocked',
      blocked,
      client,
      'This plan for golden is blocked: it has nothing to send; see its fields.',
    ],
    ['a plan that is empty', empty, client, 'This plan for golden is empty: it has nothing to send; see its fields.'],
    ['a client without the operation', patching, client, 'This is no client for golden with a method updateMember.'],
    [
      'a client that inherits it',
      ready,
      Object.create(client),
      'This is no client for golden with a method updateUser.',
    ],
    [
      'the client of another provider',
      ready,
      { ...client, [providerOf]: 'silver' },
      'This is no client for golden with a method updateUser.',
    ],
    [
      'no function',
      ready,
      { [providerOf]: 'golden', updateUser: true },
      'This is no client for golden with a method updateUser.',
    ],
  ])('%s', async (_, planned, given, message) => {
    await expect(send(planned, given)).rejects.toThrow(new TypeError(message));
    expect(calls).toEqual([]);
  });
});
