import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMock } from './index.ts';
import { outputProblems } from './output-problems.ts';
import { bodiesLike } from './testing/bodies.ts';
import { anyCredentials, ids } from './testing/call.ts';
import { type RequestExamples, requestExamples } from './testing/examples.ts';

/** `AMEND_FUZZ=20000 pnpm test fuzz` for a long run. */
const runs = Number(process.env.AMEND_FUZZ ?? 3000);

const mock = await createMock({ seed: 'fuzz' });
const pathSegments = [...Object.values(ids), ...mock.fixtures.map(({ id }) => id)];

const rawBodies = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '{',
    '[',
    '"',
    'null',
    '{"a":1,"a":2}',
    '\u0000',
    '\ufeff{}',
    '{"__proto__":{"a":1}}',
    '['.repeat(200),
  ),
);

const prefers = [
  '',
  'rules=off',
  'code=200',
  'code=404',
  'code=999',
  'example=sample',
  'dynamic=true',
  'dynamic=x',
  ',;="',
];

// A target is named by its number, so that a failing case can be read.
const requests = requestExamples.map((target, index) =>
  fc.record({
    target: fc.constant(index),
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constant(target.method) },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'HEAD') },
    ),
    id: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pathSegments) },
      { weight: 1, arbitrary: fc.webPath({ size: 'small' }) },
    ),
    query: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.webQueryParameters() },
      { weight: 1, arbitrary: fc.constantFrom('limit=2&offset=1', 'is_active=true', 'limit=', '__code=404') },
    ),
    body:
      target.bodies.length > 0 ? bodiesLike(target.bodies).map((body) => JSON.stringify(body) ?? '') : fc.constant(''),
    raw: fc.option(rawBodies, { freq: 12 }),
    prefer: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...prefers) }),
    type: fc.oneof(
      { weight: 20, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json;charset=x', '/', '') },
    ),
    dropped: fc.option(fc.constantFrom(...Object.keys(anyCredentials)), { freq: 30 }),
  }),
);

/** What the mock server itself may say, in no contract's name. */
const ownStatuses = [404, 405, 406, 422];
const undocumented = [413, 415];

test(`${runs} requests: every answer fits its contract, in time, and none is an unasked 5xx`, async () => {
  const statuses: Record<number, number> = {};
  const property = fc.asyncProperty(
    fc.oneof(...requests),
    async ({ target: number, method, id, query, body, raw, prefer, type, dropped }) => {
      const target = requestExamples[number] as RequestExamples;
      const { contract, path } = target;
      const text = raw ?? body;
      const hasBody = text !== '' && method !== 'GET' && method !== 'HEAD';
      const headers: Record<string, string> = {
        ...anyCredentials,
        'Content-MD5': hasBody ? 'any' : '',
        ...(prefer && { Prefer: prefer }),
        ...((hasBody || type !== 'application/json') && { 'Content-Type': type }),
      };
      if (dropped) delete headers[dropped];
      const start = performance.now();
      const response = await mock.fetch(
        `http://mock.example${contract.prefix}${path.replace('{user_id}', id)}${query && `?${query}`}`,
        {
          method,
          headers,
          ...(hasBody && { body: text }),
        },
      );
      const answer = await response.text();
      expect(performance.now() - start).toBeLessThan(1000);
      const { status } = response;
      statuses[status] = (statuses[status] ?? 0) + 1;
      expect(status, answer).toBeLessThan(500);
      if (response.headers.get('content-type') === 'application/problem+json') {
        expect(ownStatuses).toContain(status);
        return;
      }
      if (prefer === 'dynamic=true' || method !== target.method || undocumented.includes(status) || id.includes('/'))
        return;
      const operation = contract.operations.find((candidate) => candidate.id === target.id);
      expect(operation?.examples.has(status), `${target.id} documents no ${status}: ${answer}`).toBe(true);
      expect(operation && outputProblems(operation.prism, status, JSON.parse(answer)), answer).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
  expect(statuses[200]).toBeGreaterThan(runs / 10);
  expect(statuses[400]).toBeGreaterThan(runs / 20);
  if (process.env.AMEND_FUZZ) console.log(statuses, `${Math.round(process.memoryUsage().rss / 1e6)} MB`);
}, 600_000);
