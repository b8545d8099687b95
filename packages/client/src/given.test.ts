import type { Validate } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { createClient } from './create-client.ts';

// What a caller hands in is read once: what is checked, sealed and judged is the very value that is sent.

interface Operations {
  updateUser: {
    parameters: { path: { id: string }; query?: { page?: number } };
    requestBody: { content: { 'application/json': { name: string } } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

const closed = (...names: string[]): Validate => {
  const validate: Validate = (value) => {
    const surplus = Object.keys(value as object).filter((name) => !names.includes(name));
    validate.errors = surplus.map((additionalProperty) => ({
      instancePath: '',
      keyword: 'additionalProperties',
      params: { additionalProperty },
    }));
    if (!Object.hasOwn(value as object, 'name'))
      validate.errors = [{ instancePath: '', keyword: 'required', params: { missingProperty: 'name' } }];
    return validate.errors.length === 0;
  };
  return validate;
};

const setUp = (status = 200) => {
  const sent: { url: string; body: unknown }[] = [];
  const prepared: unknown[] = [];
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: {
        updateUser: {
          method: 'PATCH',
          path: '/users/{id}',
          query: ['page'],
          retry: { idempotentUnless: ['documents'] },
        },
      },
      validators: { updateUser: { request: [closed('name', 'born', 'documents')], response: [], error: [] } },
      sign: () => ({}),
      ownFields: ['api_key'],
      prepare: async (body) => {
        prepared.push(body);
        return { body };
      },
    },
    {
      random: () => 0,
      fetch: async (url, { body }) => {
        sent.push({ url, body });
        return new Response(status === 204 ? null : '{}', { status });
      },
    },
  );
  // The types forbid most of what is handed in here.
  const update = client.updateUser as (input: unknown, options?: unknown) => ReturnType<typeof client.updateUser>;
  return { update: (body: unknown) => update({ path: { id: '7' }, body }), call: update, sent, prepared };
};

class Model {
  get name() {
    return 'Jane';
  }
}

/** A property that is read as one thing at first and as another ever after. */
const changing = (name: string, first: unknown, later: unknown): object => {
  let reads = 0;
  return Object.defineProperty({}, name, { enumerable: true, get: () => (reads++ === 0 ? first : later) });
};

class Id {
  toJSON() {
    return 'Jane';
  }
}

const cycle: { name: string; self?: unknown } = { name: 'Jane' };
cycle.self = cycle;

const throwing = (name: string): object =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get: () => {
      throw new Error('s3cret');
    },
  });

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe('a body is sent as it is checked', () => {
  test.each<[string, object, string]>([
    ['a toJSON', { name: 7, toJSON: () => ({ name: 'Jane' }) }, '{"name":"Jane"}'],
    ['a toJSON of a value', { name: new Id() }, '{"name":"Jane"}'],
    [
      'a toJSON of a class',
      Object.assign(new (class extends Id {})(), { name: 'x', toJSON: () => ({ name: 'y' }) }),
      '{"name":"y"}',
    ],
    ['a date', { name: 'Jane', born: new Date(0) }, '{"name":"Jane","born":"1970-01-01T00:00:00.000Z"}'],
    ['a map', { name: 'Jane', born: new Map([['day', 1]]) }, '{"name":"Jane","born":{}}'],
    ['a list with more properties', { name: Object.assign(['Jane'], { api_key: 'k' }) }, '{"name":["Jane"]}'],
    ['a getter that changes', changing('name', 'Jane', 'Joan'), '{"name":"Jane"}'],
    ['a proxy', new Proxy({ name: 'Jane' }, { has: () => true }), '{"name":"Jane"}'],
    ['what JSON leaves out', { name: 'Jane', api_key: undefined, [Symbol('x')]: 1 }, '{"name":"Jane"}'],
    [
      'own fields that are not enumerable',
      Object.defineProperty({ name: 'Jane' }, 'api_key', { value: 'k' }),
      '{"name":"Jane"}',
    ],
  ])('%s', async (_, body, want) => {
    const { update, sent, prepared } = setUp(204);
    expect(await update(body)).toMatchObject({ ok: true });
    expect(sent).toEqual([{ url: 'https://api.example.com/users/7', body: want }]);
    expect(prepared).toEqual([JSON.parse(want)]);
  });

  test.each<[string, unknown, string]>([
    ['a getter of a class', new Model(), ' must have name'],
    ['an inherited field', Object.create({ name: 'Jane' }), ' must have name'],
    ['a toJSON that leaves a field out', { name: 'Jane', toJSON: () => ({}) }, ' must have name'],
    ['a map of fields', new Map([['name', 'Jane']]), ' must have name'],
    [
      'a toJSON that adds a field',
      { name: 'Jane', toJSON: () => ({ name: 'x', age: 7 }) },
      ' must not have age: there is no such field',
    ],
    [
      'a field of a prototype',
      JSON.parse('{"name":"x","__proto__":{"a":1}}'),
      ' must not have __proto__: there is no such field',
    ],
    [
      'a field that the client sends itself',
      { toJSON: () => ({ name: 'x', api_key: 'k' }) },
      '/api_key must be left out: the client sends it itself',
    ],
    [
      'such a field at the second look',
      changing('api_key', 'k', undefined),
      '/api_key must be left out: the client sends it itself',
    ],
    ['a big integer', { name: 7n }, ' cannot be written as JSON'],
    ['a cycle', cycle, ' cannot be written as JSON'],
    ['a getter that throws', throwing('name'), ' cannot be written as JSON'],
    ['a toJSON that throws', { toJSON: () => throwing('x') && cycle }, ' cannot be written as JSON'],
    ['a revoked proxy', revoked(), ' cannot be written as JSON'],
    ['a function', () => 'Jane', ' cannot be written as JSON'],
    ['a toJSON that gives nothing', { name: 'Jane', toJSON: () => undefined }, ' cannot be written as JSON'],
  ])('%s is not sent', async (_, body, want) => {
    const { update, sent } = setUp(204);
    const result = await update(body);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', attempts: 0, isUncertain: false } });
    expect(result.ok || result.error.issues.map(({ path, message }) => `${path} ${message}`)).toEqual([want]);
    expect(sent).toEqual([]);
  });

  test('a change after the call is none of the call', async () => {
    const { update, sent } = setUp(204);
    const body = { name: 'Jane' };
    const promise = update(body);
    Object.assign(body, { name: 'Joan', api_key: 'k' });
    await promise;
    expect(sent).toMatchObject([{ body: '{"name":"Jane"}' }]);
  });

  test.each<[string, object]>([
    ['a toJSON', { name: 'Jane', toJSON: () => ({ name: 'Jane', documents: [] }) }],
    ['a getter that changes', Object.assign(changing('documents', [], undefined), { name: 'Jane' })],
  ])('is repeated by what is sent, not by what was handed in: %s', async (_, body) => {
    const { update, sent } = setUp(503);
    expect(await update(body)).toMatchObject({ error: { kind: 'unavailable', attempts: 1 } });
    expect(sent).toHaveLength(1);
  });
});

describe('path and query', () => {
  const body = { name: 'Jane' };
  const id = '7';

  test.each<[string, object, string]>([
    ['a path that changes', { path: changing('id', '7', '../8') }, 'https://api.example.com/users/7'],
    [
      'a query that changes',
      { path: { id }, query: changing('page', 1, { a: 1 }) },
      'https://api.example.com/users/7?page=1',
    ],
    ['no query', { path: { id }, query: null }, 'https://api.example.com/users/7'],
    ['an input that changes', changing('path', { id }, { id: '..' }), 'https://api.example.com/users/7'],
  ])('%s is read once', async (_, input, want) => {
    const { call, sent } = setUp(204);
    const given = Object.defineProperty(input, 'body', { value: body });
    expect(await call(given)).toMatchObject({ ok: true });
    expect(sent).toMatchObject([{ url: want }]);
  });

  test.each<[string, object, string]>([
    ['a path that throws', { path: throwing('id') }, '/path cannot be read'],
    ['a path that is inherited', { path: Object.create({ id }) }, '/path/id must be a text that is not empty'],
    ['a path of a class', { path: { id: new String('7') } }, '/path/id must be a text that is not empty'],
    ['an input that throws', throwing('path'), '/path cannot be read'],
    [
      'a query that throws',
      { path: { id }, query: throwing('page') },
      '/query must be a plain object that can be read',
    ],
    [
      'a query that is a map',
      { path: { id }, query: new Map([['page', 1]]) },
      '/query must be a plain object that can be read',
    ],
    [
      'search parameters',
      { path: { id }, query: new URLSearchParams('page=1') },
      '/query must be a plain object that can be read',
    ],
    ['a query that is a text', { path: { id }, query: 'page=1' }, '/query must be a plain object that can be read'],
    ['a query of half a sign', { path: { id }, query: { page: '\ud800' } }, '/query/page must be well-formed text'],
    [
      'a query of no number',
      { path: { id }, query: { page: Number.NaN } },
      '/query/page must be text, a number or a boolean',
    ],
  ])('%s is not sent', async (_, input, want) => {
    const { call, sent } = setUp(204);
    const result = await call(Object.defineProperty(input, 'body', { value: body }));
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', attempts: 0 } });
    expect(result.ok || result.error.issues.map(({ path, message }) => `${path} ${message}`)).toEqual([want]);
    expect(sent).toEqual([]);
  });
});

describe('the options of a call', () => {
  const input = { path: { id: '7' }, body: { name: 'Jane' } };

  test.each<[string, unknown, string]>([
    ['a controller for its signal', { signal: new AbortController() }, '/options/signal must be an AbortSignal'],
    ['no signal at all', { signal: {} }, '/options/signal must be an AbortSignal'],
    ['a signal for the options', new AbortController().signal, '/options must be an object'],
    ['a number for the options', 5000, '/options must be an object'],
    ['a time-out of 0', { timeout: 0 }, '/options/timeout must be a positive number'],
    ['a time-out that is negative', { timeout: -1 }, '/options/timeout must be a positive number'],
    ['a time-out that is no number', { timeout: Number.NaN }, '/options/timeout must be a positive number'],
    ['a time-out that is a text', { timeout: '5000' }, '/options/timeout must be a positive number'],
    ['a size that is negative', { maxResponseBytes: -1 }, '/options/maxResponseBytes must be a number from 0'],
    ['a getter that throws', throwing('signal'), '/options cannot be read'],
    ['a revoked proxy', revoked(), '/options cannot be read'],
  ])('%s is invalid, and nothing throws', async (_, options, want) => {
    const { call, sent } = setUp(204);
    const result = await call(input, options);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', attempts: 0 } });
    expect(result.ok || result.error.issues.map(({ path, message }) => `${path} ${message}`)).toEqual([want]);
    expect(sent).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['none', undefined],
    ['null', null],
    ['undefined ones', { signal: undefined, timeout: undefined, maxResponseBytes: undefined }],
    ['no signal', { signal: null }],
    ['no limit', { timeout: Number.POSITIVE_INFINITY }],
    ['a signal of another realm', { signal: { aborted: false, addEventListener() {}, removeEventListener() {} } }],
  ])('%s are taken', async (_, options) => {
    const { call } = setUp(204);
    expect(await call(input, options)).toMatchObject({ ok: true });
  });

  test('the most bytes of an answer can be set for a call', async () => {
    const { call } = setUp(200);
    expect(await call(input, { maxResponseBytes: 1 })).toMatchObject({ error: { reason: 'too large' } });
    expect(await call(input, { maxResponseBytes: 2 })).not.toMatchObject({ error: { reason: 'too large' } });
  });
});
