import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids, sendTo } from './testing/call.ts';

/** Whether the long tests import this, which have time for all of it. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

interface Event {
  readonly event?: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test that reads what is not there fails.
  readonly data?: any;
}

/** Reads events as they come. */
const follow = (body: ReadableStream<Uint8Array> | null) => {
  const reader = (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never).getReader();
  let text = '';
  const next = async (): Promise<Event | undefined> => {
    for (let end = text.indexOf('\n\n'); ; end = text.indexOf('\n\n')) {
      if (end < 0) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += value;
        continue;
      }
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const fields = Object.fromEntries(lines.map((line) => /^([a-z]+): (.*)$/.exec(line)?.slice(1) ?? []));
      if (fields.event) return { ...fields, data: JSON.parse(fields.data ?? '') };
    }
  };
  return { next, cancel: () => reader.cancel() };
};

const mock = await createMock();
const { url } = await mock.listen();
afterAll(() => mock.close());
const send = sendTo((input, init) => fetch(input, init), url);
const listen = async (headers: Record<string, string> = {}, at = url) => {
  const response = await fetch(`${at}/__amend/events`, { headers });
  return { response, ...follow(response.body) };
};
const user = `/machnet/users/${ids.verified}`;

test('what was logged comes first, and then each request, status and reset', async () => {
  await send('GET', user);
  const { response, next, cancel } = await listen();
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(await next()).toMatchObject({ event: 'request', data: { number: 1, status: 200, operation: 'getUser' } });
  const { body, value } = exampleOf(machnetIndividual.update, false);
  await send('PATCH', user, body);
  const refused = await next();
  expect(refused).toMatchObject({
    event: 'request',
    data: {
      number: 2,
      status: 400,
      refusal: 'rejected',
      problems: [{ field: `/${Object.keys(body)[0]}`, rule: 'locked' }],
    },
  });
  expect(JSON.stringify(refused)).not.toContain(value);
  await send('PUT', `/__amend/users/machnet/${ids.verified}/status`, { status: 'SUSPENDED' });
  expect(await next()).toEqual({
    event: 'status',
    data: { provider: 'machnet', id: ids.verified, status: 'SUSPENDED' },
  });
  await send('POST', '/__amend/reset');
  expect(await next()).toMatchObject({ event: 'cleared', data: {} });
  await cancel();
});

test('who comes back is sent what is missing, and of another log all', async () => {
  await send('GET', user);
  const first = await listen();
  const { id = '' } = (await first.next()) ?? {};
  await first.cancel();
  await send('GET', user);
  const second = await listen({ 'Last-Event-ID': id });
  expect(await second.next()).toMatchObject({ data: { number: 2 } });
  await second.cancel();
  await send('DELETE', '/__amend/requests');
  await send('GET', user);
  for (const old of [id, 'x', `${id.split('.')[0]}.0`, '\u00ff'.repeat(5000)]) {
    const third = await listen({ 'Last-Event-ID': old });
    expect(await third.next()).toMatchObject({ event: 'cleared' });
    expect(await third.next()).toMatchObject({ event: 'request', data: { number: 1 } });
    await third.cancel();
  }
});

test.each(['x', '-1', '1e9', '', '1.5.2'])(
  'a number of this log that is none (%j) loses nothing that comes',
  async (end) => {
    const first = await listen();
    await send('GET', user);
    const { id = '' } = (await first.next()) ?? {};
    await first.cancel();
    const again = await listen({ 'Last-Event-ID': `${id.split('.')[0]}.${end}` });
    await send('PUT', `/__amend/users/machnet/${ids.verified}/status`, { status: 'SUSPENDED' });
    await send('PUT', `/__amend/users/machnet/${ids.verified}/status`, { status: 'VERIFIED' });
    let event = await again.next();
    while (event?.event === 'request') event = await again.next();
    expect(event).toMatchObject({ event: 'status' });
    await again.cancel();
  },
);

test('each session has its own', async () => {
  const named = await listen({ 'X-Amend-Session': 'one' });
  await send('GET', user);
  await send('GET', `/machnet/users/${ids.unverified}`, undefined, { 'X-Amend-Session': 'one' });
  expect(await named.next()).toMatchObject({ data: { number: 1, path: '/machnet/users/{user_id}' } });
  await send('GET', user, undefined, { 'X-Amend-Session': 'one' });
  expect(await named.next()).toMatchObject({ data: { number: 2 } });
  await named.cancel();
});

describe('they end', () => {
  test('with the mock', async () => {
    const other = await createMock({ only: ['machnet'] });
    const server = await other.listen();
    const served = await listen({}, server.url);
    const own = follow((await other.fetch('http://localhost/__amend/events')).body);
    const named = follow((await other.session('one').fetch('http://localhost/__amend/events')).body);
    await other.close();
    expect(await own.next()).toBe(undefined);
    expect(await named.next()).toBe(undefined);
    expect(await served.next().catch(() => undefined)).toBe(undefined);
  });

  test('when their caller gives them up', async () => {
    const giveUp = new AbortController();
    const { body } = await mock.fetch('http://localhost/__amend/events', { signal: giveUp.signal });
    const { next } = follow(body);
    giveUp.abort(new Error('enough'));
    const read = async () => {
      while (await next());
    };
    await expect(read()).rejects.toThrow('enough');
  });

  if (isLong)
    test('when nobody reads them, and not before a thousand wait', async () => {
      const { body } = await mock.fetch('http://localhost/__amend/events');
      const other = sendTo(mock.fetch);
      for (let call = 0; call < 600; call += 1) {
        await other('PUT', `/__amend/users/machnet/${ids.verified}/status`, { status: 'SUSPENDED' });
        await other('PUT', `/__amend/users/machnet/${ids.verified}/status`, { status: 'VERIFIED' });
      }
      const { next } = follow(body);
      let count = 0;
      while (await next()) count += 1;
      expect(count).toBeGreaterThan(900);
      expect(count).toBeLessThan(1500);
    });
});

describe('there are not more than a hundred', () => {
  test('and who goes away makes room', async () => {
    const few = await createMock({ only: ['machnet'] });
    const at = (await few.listen()).url;
    const gone = new AbortController();
    const open = Array.from({ length: 99 }, () => few.fetch('http://localhost/__amend/events'));
    await Promise.all(open);
    const last = await fetch(`${at}/__amend/events`, { signal: gone.signal });
    const refused = await few.fetch('http://localhost/__amend/events');
    expect([last.status, refused.status]).toEqual([200, 429]);
    expect((await refused.json()).message).toBe('The mock has 100 streams of events open, and no more; close one.');
    gone.abort();
    let status = 429;
    // The server hears a moment later that the connection is closed.
    while (status === 429) {
      const again = await few.fetch('http://localhost/__amend/events', { method: 'GET' });
      status = again.status;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(status).toBe(200);
    await few.close();
  });

  test('and a HEAD is none', async () => {
    for (let call = 0; call < 101; call += 1) {
      const head = await fetch(`${url}/__amend/events`, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
      expect((await mock.fetch('http://localhost/__amend/events', { method: 'HEAD' })).body).toBe(null);
    }
  });
});

test.each([
  [{ Accept: 'application/json' }, 406],
  [{ Origin: 'http://localhost:5173' }, 403],
  [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
  [{ Accept: 'text/event-stream', 'Sec-Fetch-Site': 'same-origin' }, 200],
])('%j: %i', async (headers, status) => {
  const { response, cancel } = await listen(headers as Record<string, string>);
  expect(response.status).toBe(status);
  await cancel();
});
