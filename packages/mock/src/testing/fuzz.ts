import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect } from 'vitest';
import { createMock } from '../index.ts';
import { outputProblems } from '../output-problems.ts';
import { bodiesLike } from './bodies.ts';
import { anyCredentials, ids } from './call.ts';
import { type RequestExamples, requestExamples } from './examples.ts';

/** What a call created is forgotten after so many requests: it would be no leak, and hide one. */
const perReset = 500;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const heapInUse = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const mock = await createMock({ seed: 'fuzz' });
const idsOf = (provider: string) => mock.fixtures.flatMap((user) => (user.provider === provider ? [user.id] : []));

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
  'code=000',
  'code=100',
  'code=204',
  '__proto__=1, constructor=2',
  'example=sample',
  'dynamic=true',
  'dynamic=x',
  ',;="',
];

/** One time in so many. */
const rarely = <Value>(times: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

// fast-check's own paths and queries keep a map of all signs that there are, which takes two seconds.
const anySign = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));
const inAddress = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(..."abcxyzABCXYZ0189-._~!$&'()*+,;=:@") },
  { weight: 1, arbitrary: anySign.map(encodeURIComponent) },
);
const paths = fc
  .array(fc.string({ unit: inAddress, maxLength: 10 }), { maxLength: 3 })
  .map((parts) => parts.map((part) => `/${part}`).join(''));
const queries = fc.string({ unit: fc.oneof({ weight: 9, arbitrary: inAddress }, fc.constantFrom('/', '?')) });

// A target is named by its number, so that a failing case can be read.
const requests = requestExamples.map((target, index) =>
  fc.record({
    target: fc.constant(index),
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constant(target.method) },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'HEAD') },
    ),
    id: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...idsOf(target.provider)) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.values(ids)) },
      { weight: 1, arbitrary: paths },
    ),
    query: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: queries },
      { weight: 1, arbitrary: fc.constantFrom('limit=2&offset=1', 'is_active=true', 'limit=', '__code=404') },
    ),
    body:
      target.bodies.length > 0 ? bodiesLike(target.bodies).map((body) => JSON.stringify(body) ?? '') : fc.constant(''),
    raw: rarely(12, rawBodies),
    prefer: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...prefers) }),
    type: fc.oneof(
      { weight: 20, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json;charset=x', '/', '') },
    ),
    dropped: rarely(30, fc.constantFrom(...Object.keys(anyCredentials))),
    encoding: rarely(60, fc.constantFrom('gzip', 'identity', 'x')),
  }),
);

/** What the mock server itself may say, in no contract's name. */
const ownStatuses = [404, 405, 406, 422];
const undocumented = [413, 415];

/**
 * Every answer fits its contract, in time, and none is an unasked 5xx.
 *
 * @returns The heap in use after each third, in MiB.
 */
export const fuzz = async (runs: number, seed?: number): Promise<readonly number[]> => {
  const statuses: Record<number, number> = {};
  const third = Math.floor(runs / 3);
  const heaps: number[] = [];
  let asked = 0;
  const property = fc.asyncProperty(
    fc.oneof(...requests),
    async ({ target: number, method, id, query, body, raw, prefer, type, dropped, encoding }) => {
      if (asked++ % perReset === 0) mock.reset();
      if (asked % third === 0) heaps.push(heapInUse());
      const target = requestExamples[number] as RequestExamples;
      const { contract, path } = target;
      const text = raw ?? body;
      const hasBody = text !== '' && method !== 'GET' && method !== 'HEAD';
      const headers: Record<string, string> = {
        ...anyCredentials,
        'Content-MD5': hasBody ? 'any' : '',
        ...(prefer && { Prefer: prefer }),
        ...((hasBody || type !== 'application/json') && { 'Content-Type': type }),
        ...(encoding && { 'Content-Encoding': encoding }),
      };
      if (dropped) delete headers[dropped];
      const start = process.cpuUsage();
      const response = await mock.fetch(
        `http://mock.example${contract.prefix}${path.replace('{user_id}', id)}${query && `?${query}`}`,
        {
          method,
          headers,
          ...(hasBody && { body: text }),
        },
      );
      const answer = await response.text();
      const { user, system } = process.cpuUsage(start);
      // Time at work, in microseconds: another process that takes its share is no fault of the mock.
      expect(user + system).toBeLessThan(1_000_000);
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
      expect(operation?.answers[status], `${target.id} documents no ${status}: ${answer}`).toBeDefined();
      expect(operation && outputProblems(operation, status, JSON.parse(answer)), answer).toEqual([]);
    },
  );
  // The first such request loads what makes up answers.
  await mock.fetch('http://mock.example/stilt/users', { headers: { ...anyCredentials, Prefer: 'dynamic=true' } });
  await fc.assert(property, { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }) });
  expect(statuses[200]).toBeGreaterThan(runs / 4);
  expect(statuses[400]).toBeGreaterThan(runs / 10);
  if (process.env.AMEND_FUZZ) console.log({ statuses, heaps });
  return heaps;
};
