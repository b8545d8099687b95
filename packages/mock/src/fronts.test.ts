import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { bodiesLike } from './testing/bodies.ts';
import { anyCredentials, ids } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';

// One mock asked in process and its twin asked on a port, with the same requests in the same order.

const now = () => Date.UTC(2026, 10, 22);
const [inProcess, onPort] = await Promise.all([createMock({ seed: 'twins', now }), createMock({ seed: 'twins', now })]);
const { url } = await onPort.listen();
afterAll(() => onPort.close());

/** What the connection adds. */
const ofTheConnection = ['connection', 'date', 'keep-alive', 'content-length', 'transfer-encoding'];

const read = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers].filter(([name]) => !ofTheConnection.includes(name)),
  body: await response.text(),
});

const known = [...Object.values(ids), 'nobody', '%2F', 'a b'];

const requests = fc.oneof(
  ...requestExamples.map(({ contract, provider, method, path, bodies }) =>
    fc.record({
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom('PUT', 'HEAD', 'OPTIONS') },
      ),
      path: fc.constantFrom(...known).map((id) => contract.prefix + path.replace('{user_id}', id)),
      provider: fc.constant(provider),
      body: bodies.length > 0 ? bodiesLike(bodies) : fc.constant(undefined),
      headers: fc.constantFrom<Record<string, string>[]>(
        {},
        { Prefer: 'rules=off' },
        { Prefer: 'code=400' },
        { Origin: 'http://localhost:3000' },
        { Origin: 'http://x', 'Access-Control-Request-Method': 'PUT' },
        { 'api-key': '', api_key: '', EPOCH: '' },
        { Accept: 'text/html' },
        { 'Content-Type': 'text/plain' },
      ),
    }),
  ),
);

test('both fronts give the same answers', async () => {
  const statuses = new Set<number>();
  const property = fc.asyncProperty(requests, async ({ method, path, provider, body, headers }) => {
    const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
    const init = {
      method,
      headers: {
        ...anyCredentials,
        ...(provider === 'stilt' && { 'Content-MD5': hasBody ? 'any' : '' }),
        ...(hasBody && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(hasBody && { body: JSON.stringify(body) }),
    };
    const [ours, theirs] = await Promise.all([
      inProcess.fetch(url + path, init).then(read),
      fetch(url + path, init).then(read),
    ]);
    statuses.add(theirs.status);
    expect(ours).toEqual(theirs);
  });
  await fc.assert(property, { numRuns: 1500 });
  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 204, 400, 401, 404, 405, 406, 415, 422]));
});

test('a signal ends a call in process as it does on a port', async () => {
  for (const ask of [inProcess.fetch, fetch]) {
    await ask(`${url}/__amend/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"latency":500}',
    });
    const signal = AbortSignal.timeout(20);
    await expect(ask(`${url}/stilt/users`, { headers: anyCredentials, signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  }
  await expect(inProcess.fetch(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});
