import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids, type Send, sendTo } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';

const mock = await createMock({ seed: 'control' });
const send: Send = sendTo(mock.fetch);
const turn = (by: number) => send('POST', '/__amend/faults/clock', { by });
const path = `/hpay/api/v1/users/${ids.hpay}/`;
const { body: locked } = exampleOf(machnetIndividual.update, false);

beforeEach(() => mock.reset());

describe('faults', () => {
  const add = (fault: object) => send('POST', '/__amend/faults', fault);

  test('429 with Retry-After, as often as asked', async () => {
    expect((await add({ provider: 'hpay', status: 429, retryAfter: 2, times: 2 })).status).toBe(204);
    expect((await send('GET', '/stilt/users')).status).toBe(200);
    for (let call = 0; call < 2; call += 1) {
      const { status, body, headers } = await send('GET', path);
      expect({ status, body, wait: headers.get('retry-after') }).toEqual({
        status: 429,
        body: { detail: 'Rate limit exceeded' },
        wait: '2',
      });
    }
    expect((await send('GET', path)).status).toBe(200);
  });

  test('500, of one operation, which then does nothing', async () => {
    await add({ operation: 'patchUser', status: 500 });
    expect((await send('GET', path)).status).toBe(200);
    expect(await send('PATCH', path, { name: 'Other' })).toMatchObject({
      status: 500,
      body: { detail: 'Internal server error' },
    });
    expect((await send('GET', path)).body.name).toBe('John Updated Doe');
  });

  test('latency, and then the answer', async () => {
    await add({ latency: 60 });
    const start = performance.now();
    expect((await send('GET', path)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  test('a reset breaks off what still waits, which then does nothing', async () => {
    await add({ operation: 'patchUser', latency: 600_000 });
    const waiting = send('PATCH', path, { name: 'Too Late' });
    waiting.catch(() => {});
    // The fault is used up as soon as it holds the request back.
    await expect.poll(async () => (await send('GET', '/__amend/faults')).body).toEqual([]);
    mock.reset();
    await expect(waiting).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await send('GET', '/__amend/requests')).body).toEqual([]);
    await turn(600_000);
    expect((await send('GET', path)).body.name).toBe('John Updated Doe');
  });

  test('a broken connection', async () => {
    await add({ reset: true });
    await expect(send('GET', path)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await send('GET', path)).status).toBe(200);
  });

  test('they are listed, and dropped', async () => {
    await add({ latency: 1 });
    expect((await send('GET', '/__amend/faults')).body).toEqual([{ latency: 1, times: 1 }]);
    await send('DELETE', '/__amend/faults');
    expect((await send('GET', '/__amend/faults')).body).toEqual([]);
  });

  test.each([
    [{}],
    [{ status: 404 }],
    [{ latency: -1 }],
    [{ provider: 1 }],
    [{ what: 1 }],
    ['no json'],
    // These would wait for ever, or use up a request without effect.
    [{ provider: 'nobody', latency: 1 }],
    [{ operation: 'nothing', status: 500 }],
    [{ provider: 'stilt', operation: 'patchUser', status: 500 }],
    [{ provider: 'hpay', times: 2 }],
    [{ reset: false }],
    [{ latency: 1, retryAfter: 1 }],
    [{ lost: false }],
    [{ late: -1 }],
    [{ late: 600_001 }],
    [{ lost: true, reset: true }],
    [{ late: 1, reset: true }],
    [{ lost: true, status: 429 }],
    [{ late: 1, status: 429 }],
    [{ webhook: 'twice', lost: true }],
    [{ webhook: 'late', latency: 1, late: 1 }],
  ])('%j is refused', async (fault) => {
    expect((await send('POST', '/__amend/faults', fault)).status).toBe(400);
    expect((await send('GET', '/__amend/faults')).body).toEqual([]);
  });
});

describe('the status of a user', () => {
  const set = (provider: string, id: string, body: object) =>
    send('PUT', `/__amend/users/${provider}/${id}/status`, body);

  test.each([
    ['machnet', ids.unverified, { status: 'REVIEW_PENDING' }, 200],
    ['ingo', ids.ingo, { status: 'rejected' }, 200],
    ['ingo', ids.ingo, { status: 'VERIFIED' }, 400],
    ['hpay', ids.hpay, { status: 'verified' }, 400],
    ['machnet', 'nobody', { status: 'VERIFIED' }, 404],
    ['nobody', ids.ingo, { status: 'VERIFIED' }, 404],
    ['machnet', ids.unverified, {}, 400],
    ['machnet', ids.unverified, { status: 'VERIFIED', after: -1 }, 400],
  ])('%s %s %j: %i', async (provider, id, body, status) => {
    const answer = await set(provider, id, body);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body).toMatchObject({ provider, id, ...body });
  });

  test.each([
    ['machnet', ids.unverified, /^status must be one of UNVERIFIED, .*VERIFIED, SUSPENDED\.$/],
    ['hpay', ids.hpay, /^status cannot be set: this provider holds no status\.$/],
  ])('what %s has none of is refused with what there is', async (provider, id, message) => {
    expect((await set(provider, id, { status: 'verifed' })).body.message).toMatch(message);
  });

  const statusNow = async () => (await send('GET', `/machnet/users/${ids.unverified}`)).body.status;

  test('later, if asked, with what else has changed meanwhile', async () => {
    const { status, body } = await set('machnet', ids.unverified, { status: 'VERIFIED', after: 600_000 });
    expect({ status, word: body.status }).toEqual({ status: 200, word: 'UNVERIFIED' });
    await send('PATCH', `/machnet/users/${ids.unverified}`, { first_name: 'Meanwhile' });
    expect(await statusNow()).toBe('UNVERIFIED');
    await turn(600_000);
    expect((await send('GET', `/machnet/users/${ids.unverified}`)).body).toMatchObject({
      status: 'VERIFIED',
      first_name: 'Meanwhile',
    });
  });

  test('and not any more after a reset', async () => {
    await set('machnet', ids.unverified, { status: 'VERIFIED', after: 600_000 });
    mock.reset();
    await turn(600_000);
    expect(await statusNow()).toBe('UNVERIFIED');
  });
});

describe('the request log', () => {
  test('names operation, fields and outcome, and holds no value', async () => {
    const secret = 'planted-4711';
    await send(
      'POST',
      '/ingo/v4/user/update',
      { user_id: secret, ssn: secret, [secret]: secret, meta: { a: { b: [secret] } } },
      { api_key: secret },
    );
    await send('GET', `/machnet/users/${secret}?q=${secret}`);
    await send('GET', `/machnet/${secret}`);
    await send('PUT', `/stilt/users/${secret}`, `{"phone":"${secret}`);
    await send('GET', `/${secret}`);
    const { body } = await send('GET', '/__amend/requests');
    expect(body).toMatchObject([
      {
        number: 1,
        provider: 'ingo',
        operation: 'updateUser',
        path: '/ingo/v4/user/update',
        fields: ['/user_id', '/ssn', '/(unknown)', '/meta/a/b'],
        status: 400,
      },
      { number: 2, path: '/machnet/users/{user_id}', status: 400 },
      { number: 3, provider: 'machnet', fields: [], status: 404 },
      { number: 4, operation: 'updateUser', fields: [], status: 400 },
      { number: 5, time: expect.any(String), method: 'GET', fields: [], status: 404 },
    ]);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  const one = (document: object) => ({ virtual_documents: [{ document_type: 'SSN', ...document }] });

  test.each<[name: string, method: string, path: string, body: unknown, why: object]>([
    [
      'a rule',
      'PATCH',
      `/machnet/users/${ids.verified}`,
      { ...locked, city: 'Albany' },
      { refusal: 'rejected', problems: [{ field: `/${Object.keys(locked)[0]}`, rule: 'locked' }] },
    ],
    [
      'the contract',
      'PATCH',
      `/machnet/users/${ids.unverified}`,
      one({ document_value: 111223333 }),
      { refusal: 'invalid', problems: [{ field: '/virtual_documents/0/document_value', rule: 'type' }] },
    ],
    [
      'a key that could be a value',
      'PATCH',
      `/machnet/users/${ids.unverified}`,
      { ...one({ '111223333': 1 }), '111223333': 1 },
      { refusal: 'invalid', problems: expect.arrayContaining([{ field: '', rule: 'additionalProperties' }]) },
    ],
    ['a parameter', 'GET', '/stilt/users?limit=x', undefined, { problems: [{ field: 'query.limit', rule: 'type' }] }],
    ['who is not there', 'GET', '/stilt/users/nobody', undefined, { refusal: 'not-found', problems: [] }],
    ['what nobody can read', 'PATCH', path, '{"', { problems: [{ field: '', rule: 'json' }] }],
  ])('tells why: %s', async (_, method, at, body, why) => {
    await send(method, at, body);
    const [entry] = (await send('GET', '/__amend/requests')).body;
    expect(entry).toMatchObject(why);
    expect(JSON.stringify(entry)).not.toMatch(/111223333|new@/);
  });

  test('tells of a fault, and of nothing where nothing was refused', async () => {
    await send('POST', '/__amend/faults', { status: 429 });
    await send('GET', path);
    await send('GET', path);
    const [fault, answered] = (await send('GET', '/__amend/requests')).body;
    expect(fault).toMatchObject({ status: 429, refusal: 'rate-limited', problems: [] });
    expect(Object.keys(answered)).not.toContain('refusal');
  });

  test('names no more problems than a person reads', async () => {
    await send('PATCH', `/machnet/users/${ids.unverified}`, {
      virtual_documents: Array.from({ length: 90 }, () => ({ document_type: 'NONE' })),
    });
    expect((await send('GET', '/__amend/requests')).body[0].problems).toHaveLength(20);
  });

  test('names no more fields than a person reads', async () => {
    const wide = (levels: number): unknown =>
      levels === 0
        ? 1
        : Object.fromEntries(
            Array.from({ length: 28 }, (_, index) => [`a${index % 10}`.repeat(1 + index / 10), wide(levels - 1)]),
          );
    await send('POST', '/ingo/v4/user/get-all', wide(3));
    const { body } = await send('GET', '/__amend/requests');
    expect(body[0].fields).toHaveLength(100);
  });

  test('leaves the calls to the mock itself out, and can be emptied', async () => {
    await send('GET', path);
    await send('GET', '/__amend/routes');
    expect((await send('GET', '/__amend/requests')).body).toHaveLength(1);
    expect((await send('DELETE', '/__amend/requests')).status).toBe(204);
    expect((await send('GET', '/__amend/requests')).body).toEqual([]);
  });

  test('keeps the last requests only', async () => {
    for (let call = 0; call < 502; call += 1) await send('GET', path);
    const { body } = await send('GET', '/__amend/requests');
    expect(body.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: 500 }, (_, index) => index + 3),
    );
  });

  test('repeats no method that is none', async () => {
    await send('X'.repeat(10_000), path);
    expect((await send('GET', '/__amend/requests')).body).toMatchObject([{ method: '(unknown)', status: 405 }]);
  });
});

test('the routes are those of the contracts', async () => {
  const { body } = await send('GET', '/__amend/routes');
  expect(body).toHaveLength(requestExamples.length);
  expect(body).toContainEqual({
    provider: 'machnet',
    contract: 'machnet@v4',
    operation: 'updateUser',
    method: 'PATCH',
    path: '/machnet/users/{user_id}',
  });
});

test('only the wanted providers are served', async () => {
  const few = sendTo((await createMock({ only: ['stilt'] })).fetch);
  expect((await few('GET', '/stilt/users')).status).toBe(200);
  expect((await few('GET', path)).status).toBe(404);
});
