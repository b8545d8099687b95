import { ClientError, providerOf } from '@amend/client';
import { describe, expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { hpayUser } from './providers/hpay.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetIndividual } from './providers/machnet.ts';
import { send } from './send.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const ready = make(machnetIndividual.update, { id, status: 'verified', patch: { phone: '+12105550132' } });

/** A client that answers the same to every call, and remembers what it was called with. */
const fakeClient = (provider: string, operation: string, result: object) => {
  const calls: unknown[] = [];
  const call = async (input: unknown) => {
    calls.push(input);
    return result;
  };
  return { calls, client: { [providerOf]: provider, [operation]: call } };
};

test('sends the request, and answers with the user as the provider now has it', async () => {
  const record = { id, status: 'VERIFIED', first_name: 'Jane', mobile_phone: '2105550132', shoe_size: 44 };
  const { calls, client } = fakeClient('machnet', 'updateUser', { ok: true, status: 200, data: record });
  expect(await send(ready, client)).toEqual({
    ok: true,
    status: 200,
    data: {
      provider: 'machnet',
      id,
      kind: 'individual',
      verification: 'verified',
      firstName: 'Jane',
      phone: '+12105550132',
      native: { status: 'VERIFIED', shoe_size: 44 },
    },
    notTaken: [],
  });
  expect(calls).toEqual([{ path: { user_id: id }, body: { mobile_phone: '2105550132' } }]);
});

test('passes on what a call may set for itself', async () => {
  const given: unknown[] = [];
  const updateUser = async (...input: unknown[]) => given.push(input[1]) && { ok: true, status: 200, data: {} };
  const options = { signal: new AbortController().signal, timeout: 500 };
  await send(ready, { [providerOf]: 'machnet', updateUser } as never, options);
  expect(given).toEqual([options]);
});

test('a provider whose identifier stands in the body has no path', async () => {
  const planned = make(ingoUser.update, { id, patch: { firstName: 'Jane' } });
  const { calls, client } = fakeClient('ingo', 'updateUser', {
    ok: true,
    status: 200,
    data: { data: { items: [{ id }] } },
  });
  expect(await send(planned, client)).toMatchObject({ ok: true, data: { id } });
  expect(calls).toEqual([{ body: { user_id: id, first_name: 'Jane' } }]);
});

test('a failure is handed on as it is', async () => {
  const error = new ClientError(
    { provider: 'machnet', operation: 'updateUser', kind: 'rejected', attempts: 1, status: 400 },
    {},
  );
  const failure = { ok: false, status: 400, error };
  const { client } = fakeClient('machnet', 'updateUser', failure);
  expect(await send(ready, client)).toBe(failure);
});

describe('misuse', () => {
  const { calls, client } = fakeClient('machnet', 'updateUser', { ok: true, status: 200, data: {} });
  const blocked = make(machnetIndividual.update, { id, status: 'verified', patch: { email: 'jane@example.com' } });
  const empty = make(machnetIndividual.update, { id, patch: {} });
  const patching = make(hpayUser.patch, { id, patch: { phone: '+12105550132' } });

  test.each([
    [
      'a plan that is blocked',
      blocked,
      client,
      'This plan for machnet is blocked: it has nothing to send; see its fields.',
    ],
    ['a plan that is empty', empty, client, 'This plan for machnet is empty: it has nothing to send; see its fields.'],
    ['a client without the operation', patching, client, 'This is no client for hpay with a method patchUser.'],
    [
      'a client that inherits it',
      ready,
      Object.create(client),
      'This is no client for machnet with a method updateUser.',
    ],
    [
      'the client of another provider',
      ready,
      { ...client, [providerOf]: 'stilt' },
      'This is no client for machnet with a method updateUser.',
    ],
    [
      'no function',
      ready,
      { [providerOf]: 'machnet', updateUser: true },
      'This is no client for machnet with a method updateUser.',
    ],
  ])('%s', async (_, planned, given, message) => {
    await expect(send(planned, given)).rejects.toThrow(new TypeError(message));
    expect(calls).toEqual([]);
  });
});
