import { createMachnet } from '@amend/machnet';
import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids, type Send, sendTo } from './testing/call.ts';

/** Whether the long tests import this, which have time for all of it. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

// Over real sockets: what a caller sees of a call whose answer is lost, and what the provider then has.

const mock = await createMock({ seed: 'lost' });
const { url } = await mock.listen();
afterAll(() => mock.close());
beforeEach(() => mock.reset());

const send: Send = sendTo(fetch, url);
const add = async (fault: object) => expect((await send('POST', '/__amend/faults', fault)).status).toBe(204);
const turn = (by: number) => send('POST', '/__amend/faults/clock', { by });

const client = (timeout: number) =>
  createMachnet({ clientId: 'any', clientSecret: 'any', baseUrl: `${url}/machnet`, retries: 0, timeout });
const machnet = client(60_000);

/** What a verified user may not change, and another value of it. */
const { body: locked } = exampleOf(machnetIndividual.update, false);
const [property = ''] = Object.keys(locked);
const other = async () => ({ [property]: (await send('GET', `/machnet/users/${ids.verified}`)).body[property] });

const path = { user_id: ids.unverified };
const rename = (by = machnet) => by.updateUser({ path, body: { first_name: 'Lost' } });
const userNow = async () => (await send('GET', `/machnet/users/${ids.unverified}`)).body;
const nameNow = async () => (await userNow()).first_name;
const outcomes = async () =>
  (await send('GET', '/__amend/requests')).body.map(({ status }: { status: unknown }) => status);

describe('an answer that is lost', () => {
  test.each([
    [{ lost: true }, { kind: 'network', isUncertain: true }, 'reset'],
    [{ lost: true, status: 500 }, { kind: 'unavailable', status: 500, isUncertain: true }, 500],
    [{ lost: true, latency: 1 }, { kind: 'network', isUncertain: true }, 'reset'],
  ])('%j: the caller cannot know, and the user has changed', async (fault, error, told) => {
    await add({ operation: 'updateUser', ...fault });
    expect(await rename()).toMatchObject({ ok: false, error });
    expect(await outcomes()).toEqual([told]);
    expect(await nameNow()).toBe('Lost');
  });

  test('a caller who gives up while it is held back has changed the user all the same', async () => {
    await add({ operation: 'updateUser', latency: 600_000, lost: true });
    expect(await rename(client(50))).toMatchObject({ error: { kind: 'timeout', isUncertain: true } });
    expect(await nameNow()).not.toBe('Lost');
    await turn(600_000);
    await expect.poll(nameNow).toBe('Lost');
  });

  test('what the rules refuse changes nothing, and nobody hears of it', async () => {
    await add({ operation: 'updateUser', lost: true });
    const before = await other();
    expect(await machnet.updateUser({ path: { user_id: ids.verified }, body: locked })).toMatchObject({
      error: { kind: 'network' },
    });
    expect(await other()).toEqual(before);
  });

  test('documents are doubled by whoever sends them again', async () => {
    const passport = { document_type: 'PASSPORT' as const, document_value: 'A1234567', country: 'US' };
    const body = { virtual_documents: [passport] };
    const passports = async () =>
      (await userNow()).virtual_documents.filter(
        ({ document_type: type }: { document_type: string }) => type === 'PASSPORT',
      ).length;
    const before = await passports();
    await add({ operation: 'updateUser', lost: true });
    const lost = await machnet.updateUser({ path, body });
    expect(lost).toMatchObject({ ok: false, error: { isUncertain: true } });
    expect(await passports()).toBe(before + 1);
    expect(await machnet.updateUser({ path, body })).toMatchObject({ ok: true });
    expect(await passports()).toBe(before + 2);
  });

  test('it hits as many requests as it is for, and a read as well', async () => {
    await add({ lost: true, times: 2 });
    expect(await machnet.getUser({ path })).toMatchObject({ error: { kind: 'network', isUncertain: false } });
    expect(await rename()).toMatchObject({ error: { isUncertain: true } });
    expect(await rename()).toMatchObject({ ok: true });
  });
});

describe('what is done late', () => {
  test.each([
    [{ late: 600_000 }, { kind: 'network', isUncertain: true }],
    [
      { late: 600_000, lost: false, status: 500 },
      { kind: 'unavailable', isUncertain: true },
    ],
  ])('%j: a read sees nothing of it yet', async (fault, error) => {
    await add({ operation: 'updateUser', ...fault });
    expect(await rename()).toMatchObject({ ok: false, error });
    expect(await nameNow()).not.toBe('Lost');
    await turn(599_000);
    expect(await nameNow()).not.toBe('Lost');
    await turn(200_000);
    expect(await nameNow()).toBe('Lost');
  });

  test('by its own clock too', async () => {
    await add({ operation: 'updateUser', late: 20 });
    await rename();
    await expect.poll(nameNow).toBe('Lost');
  });

  test('an older value that comes after a newer one wins', async () => {
    await add({ operation: 'updateUser', late: 200_000 });
    await rename();
    await machnet.updateUser({ path, body: { first_name: 'Newer' } });
    expect(await nameNow()).toBe('Newer');
    await turn(200_000);
    expect(await nameNow()).toBe('Lost');
  });

  test('is judged by the status of that moment', async () => {
    await add({ operation: 'updateUser', late: 200_000 });
    await machnet.updateUser({ path, body: locked });
    await send('PUT', `/__amend/users/machnet/${ids.unverified}/status`, { status: 'VERIFIED' });
    await turn(200_000);
    expect(await userNow()).not.toMatchObject(locked);
  });

  test('two happen in the order of their times, and statuses that were to be set later among them', async () => {
    await add({ operation: 'updateUser', late: 600_000 });
    await add({ operation: 'updateUser', late: 200_000 });
    await send('PUT', `/__amend/users/machnet/${ids.unverified}/status`, { status: 'VERIFIED', after: 400_000 });
    await machnet.updateUser({ path, body: await other() });
    await machnet.updateUser({ path, body: locked });
    await turn(600_000);
    expect(await userNow()).toMatchObject({ ...locked, status: 'VERIFIED' });
  });

  test.each([
    ['DELETE', '/__amend/faults'],
    ['POST', '/__amend/reset'],
  ])('%s %s drops it', async (method, at) => {
    await add({ operation: 'updateUser', late: 200_000 });
    await rename();
    expect((await send(method, at)).status).toBe(204);
    await turn(200_000);
    expect(await nameNow()).not.toBe('Lost');
  });

  if (isLong)
    test('no more bytes of it are held than there is room for', async () => {
      await add({ provider: 'machnet', late: 200_000, times: 6 });
      const body = { physical_documents: [{ document_type: 'PASSPORT', document_value: 'A'.repeat(7 * 2 ** 20) }] };
      const codes: unknown[] = [];
      for (let call = 0; call < 6; call += 1)
        codes.push(
          await send('PATCH', `/machnet/users/${ids.unverified}`, body).then(
            ({ status }) => status,
            () => 'reset',
          ),
        );
      expect(codes).toEqual(['reset', 'reset', 'reset', 'reset', 429, 429]);
    });
});
