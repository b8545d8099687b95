import { createInstance, type PrismHttpInstance } from '@stoplight/prism-http';
import stock from '@stoplight/prism-http/dist/validator/index.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestProblems } from './check-request.ts';
import type { Contract, Operation } from './contract.ts';
import { createFaults } from './faults.ts';
import { createHandler } from './handle.ts';
import { createFetch } from './in-process.ts';
import { createMock } from './index.ts';
import { isFields } from './json.ts';
import { type PrismOperation, silentLogger } from './prism.ts';
import { createProviderState } from './provider-state.ts';
import { createRequestLog } from './request-log.ts';
import { createRouter } from './route.ts';
import { bodiesLike } from './testing/bodies.ts';
import { anyCredentials, ids } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';
import { providers } from './testing/providers.ts';

// Stock Prism is the independent judge of what fits a contract: where neither memory nor rules count, the mock must say
// the same.

type PrismComponents = Parameters<typeof createInstance>[1];
type PrismRequest = Parameters<PrismHttpInstance['request']>[0];

const withBody = requestExamples.filter(({ bodies }) => bodies.length > 0);

describe.each(withBody)('$contract.name $id', ({ contract, id, path, method, bodies }) => {
  const operation = contract.operations.find((candidate) => candidate.id === id) as Operation;
  const user_id = ids.verified;
  const requestWith = (body: unknown): PrismRequest =>
    ({
      method: method.toLowerCase(),
      url: { path: path.replace('{user_id}', user_id), query: {} },
      headers: { 'content-type': 'application/json' },
      body,
    }) as PrismRequest;
  const verdicts = async (body: unknown) => {
    const ours = requestProblems(operation, { params: { user_id }, query: {}, headers: {}, body });
    const theirs = stock.validateInput({
      resource: (await contract.stock({ id })) as PrismOperation,
      element: requestWith(body),
    });
    return [ours.length > 0 ? 'Left' : 'Right', theirs._tag];
  };

  test('takes its examples, as stock Prism does', async () => {
    for (const body of bodies) expect(await verdicts(body)).toEqual(['Right', 'Right']);
  });

  test('takes and refuses the same bodies as stock Prism', async () => {
    const seen = new Set<string>();
    const property = fc.asyncProperty(bodiesLike(bodies), async (body) => {
      const [ours, theirs] = await verdicts(body);
      seen.add(String(theirs));
      expect(ours).toBe(theirs);
    });
    await fc.assert(property, { numRuns: 400 });
    expect(seen).toEqual(new Set(['Left', 'Right']));
  });
});

const config = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  isProxy: false as const,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

describe('requests that meet no memory', async () => {
  const mock = await createMock();
  const prism = createInstance(config, { logger: silentLogger } as PrismComponents);

  const askStock = async (
    contract: Contract,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
    query: Record<string, string | string[]> = {},
  ) => {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const request = { method: method.toLowerCase(), url: { path, query }, headers: lower, body } as PrismRequest;
    const outcome = await prism.request(
      request,
      (await Promise.all(contract.operations.map(contract.stock))) as PrismOperation[],
    )();
    return outcome._tag === 'Left'
      ? (outcome.left as Error & { status: number }).status
      : outcome.right.output.statusCode;
  };

  const headersFor = (provider: string, hasBody: boolean): Record<string, string> => ({
    ...anyCredentials,
    ...(provider === 'stilt' && { 'Content-MD5': hasBody ? 'any' : '' }),
    ...(hasBody && { 'Content-Type': 'application/json' }),
  });

  /** Ingo's key has to be in the header or in the body, and no contract can say "one of the two". */
  const isWithoutKey = (provider: string, headers: Record<string, string>, body: unknown): boolean =>
    provider === 'ingo' && !headers.api_key && !(isFields(body) && typeof body.api_key === 'string' && body.api_key);

  /** The users whom the first examples are about. */
  const users: Record<string, string> = {
    machnet: 'f45680e1-014d-42c7-be86-3b2899e911c3',
    stilt: ids.stilt,
    hpay: ids.hpay,
  };

  const requests = requestExamples.flatMap(({ contract, provider, method, path, bodies: [body] }) => {
    const headers = headersFor(provider, body !== undefined);
    const at = path.replace('{user_id}', users[provider] ?? '');
    const base = { contract, provider, method, headers, body };
    return [
      { ...base, name: `${method} ${at}`, path: at },
      ...Object.keys(headers).map((header) => {
        const { [header]: _, ...others } = headers;
        return { ...base, name: `${method} ${at} without ${header}`, path: at, headers: others };
      }),
      { ...base, name: `${method} ${at}x/y`, path: `${at}x/y` },
      ...(method === 'GET' ? [{ ...base, name: `HEAD ${at}`, method: 'HEAD', path: at, body: undefined }] : []),
    ];
  });

  // No contract documents a 415, so stock Prism takes the nearest code that one does.
  const isTyped = ({ headers, body }: (typeof requests)[number]) => body === undefined || 'Content-Type' in headers;

  test.each(requests.filter(isTyped))('$contract.name: $name', async (request) => {
    const { contract, provider, method, path, headers, body } = request;
    mock.reset();
    const { status } = await mock.fetch(`http://mock.example${contract.prefix}${path}`, {
      method,
      headers: { ...headers, Prefer: 'rules=off' },
      ...(body !== undefined && method !== 'GET' && { body: JSON.stringify(body) }),
    });
    const length: Record<string, string> = body === undefined ? {} : { 'Content-Length': '1' };
    // Prism has no HEAD; here it is a GET without a body.
    const asked = method === 'HEAD' ? 'GET' : method;
    const stock = await askStock(contract, asked, path, { ...headers, ...length }, body);
    expect(status).toBe(isWithoutKey(provider, headers, body) && stock === 200 ? 401 : stock);
  });

  /** The mock without users and rules: whatever fits the contract is answered with its first example. */
  const states = providers.map((provider) => createProviderState(provider, { now: Date.now }));
  const services = states
    .flatMap((state) => state.services)
    .map((service) => ({
      ...service,
      handle: ({ answers, success }: Operation) => ({
        status: success,
        body: Object.values(answers[success] ?? {})[0],
      }),
    }));
  const forgetful = createFetch(
    createHandler({
      route: createRouter(services),
      faults: createFaults(),
      log: createRequestLog(),
      now: Date.now,
    }),
  );

  const queries: Record<string, string | string[]>[] = [
    { limit: '1', offset: '0' },
    { limit: 'x' },
    { limit: '' },
    { limit: '1.5' },
    { limit: ['1', '2'] },
    { offset: '1e400' },
    { is_active: 'true' },
    { is_active: 'maybe' },
    { is_active: '' },
    { is_active: ['true', 'false'] },
    { no_such_parameter: '1' },
  ];

  /** HPay answers an empty PATCH with a 400 and all else that is wrong with a 422, which no schema can say. */
  const verdictOf = (status: number): number => (status === 422 ? 400 : status);

  /** What JavaScript would round, or an object would not hold, no client would hand on; Prism does. */
  const isFlawed = (text: string): boolean => {
    let isFound = false;
    JSON.parse(text, (key, value) => {
      isFound ||= key === '__proto__' || (Number.isInteger(value) && !Number.isSafeInteger(value));
      return value;
    });
    return isFound;
  };

  const oneIn = (times: number, part: Record<string, string>) =>
    fc.oneof(
      { weight: times - 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.subarray(Object.keys(part)) },
    );

  test.each(requestExamples)(
    '$contract.name: requests like those of $id',
    async ({ contract, provider, method, path, bodies }) => {
      const headers = headersFor(provider, bodies.length > 0);
      const credentials = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Type'));
      const request = fc.record({
        id: fc.constantFrom(...Object.values(ids), 'nobody', 'a b', "o'brien", '__proto__', '1', '%'),
        query: fc.oneof(fc.constant({}), fc.constantFrom(...queries)),
        body: bodies.length > 0 ? bodiesLike(bodies) : fc.constant(undefined),
        dropped: oneIn(4, credentials),
        emptied: oneIn(4, credentials),
      });
      const property = fc.asyncProperty(request, async ({ id, query, body, dropped = [], emptied = [] }) => {
        const sent = Object.fromEntries(
          Object.entries(headers)
            .filter(([name]) => !dropped.includes(name))
            .map(([name, value]) => [name, emptied.includes(name) ? '' : value]),
        );
        const at = path.replace('{user_id}', encodeURIComponent(id));
        const search = new URLSearchParams(
          Object.entries(query).flatMap(([name, value]) =>
            [value].flat().map((each): [string, string] => [name, each]),
          ),
        );
        const text = JSON.stringify(body);
        const { status } = await forgetful(`http://mock.example${contract.prefix}${at}?${search}`, {
          method,
          headers: sent,
          ...(text !== undefined && { body: text }),
        });
        const length: Record<string, string> = text === undefined ? {} : { 'Content-Length': String(text.length) };
        const asked = text === undefined ? undefined : JSON.parse(text);
        const stock = verdictOf(await askStock(contract, method, at, { ...sent, ...length }, asked, query));
        const isUnread = text !== undefined && isFlawed(text);
        // A key that stands in a body that cannot be read is none.
        const hasNoKey = isWithoutKey(provider, sent, isUnread ? undefined : asked);
        expect(verdictOf(status)).toBe(hasNoKey ? 401 : isUnread && stock < 300 ? 400 : stock);
      });
      await fc.assert(property, { numRuns: 100 });
    },
  );
});
