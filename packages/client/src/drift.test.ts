import type { AnswerTable } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { createClient } from './create-client.ts';
import { type Answer, type DriftReport, judgeAnswer, watchDrift } from './drift.ts';

const user = '#/components/schemas/User';
const error = '#/components/schemas/Error';
const table: AnswerTable = {
  contract: 'acme@v1',
  provider: 'acme',
  servers: ['https://acme.example/v1'],
  operations: {
    getUser: {
      method: 'GET',
      path: '/users/{id}',
      answers: { 200: { 'application/json': user }, 404: { 'application/json': error }, 204: {} },
    },
  },
  schemas: {
    [user]: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string' },
        status: { type: 'string', enum: ['NEW', 'VERIFIED'] },
        address: { $ref: '#/components/schemas/Address' },
        documents: { type: 'array', items: { type: 'object', properties: { kind: { type: 'string' } } } },
        tags: { type: 'object', additionalProperties: { type: 'string', enum: ['a'] } },
        free: { type: 'object' },
        count: { type: ['integer', 'null'] },
      },
    },
    '#/components/schemas/Address': {
      type: 'object',
      properties: { city: { type: 'string' } },
      besides: [{ properties: { county: { type: 'string' } } }],
    },
    [error]: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
  },
};

const got = (body: unknown, status = 200, type: string | null = 'application/json'): Answer => ({
  operation: 'getUser',
  status,
  type,
  body,
});

const names = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`name${String.fromCharCode(97 + index)}`, 1]),
);
const inPath = '#/paths/~1users~1{id}/get/responses';

const cases: readonly (readonly [name: string, answer: Answer, told: readonly string[]])[] = [
  ['all that is known', got({ id: '1', status: 'NEW', address: { city: 'X', county: 'Y' }, free: { any: 1 } }), []],
  ['what may be left out is null', got({ id: '1', status: null, address: null }), []],
  ['a new property', got({ id: '1', nick_name: 'Joe' }), [`property ${user}/properties/nick_name`]],
  ['one below', got({ id: '1', address: { zip: '1' } }), ['property #/components/schemas/Address/properties/zip']],
  [
    'one of an element',
    got({ id: '1', documents: [{ x: 1 }] }),
    [`property ${user}/properties/documents/items/properties/x`],
  ],
  ['a key that is data', got({ id: '1', 'joe@example.com': 1 }), [`property ${user}/properties/*`]],
  ['a table of names', got({ id: '1', ...names }), [`property ${user}/properties/*`]],
  ['a new word', got({ id: '1', status: 'FROZEN' }), [`word ${user}/properties/status`]],
  ['one in a table', got({ id: '1', tags: { joe: 'b' } }), [`word ${user}/properties/tags/additionalProperties`]],
  ['another type', got({ id: 1 }), [`type ${user}/properties/id`]],
  ['no whole number', got({ id: '1', count: 0.5 }), [`type ${user}/properties/count`]],
  ['a property that is gone', got({}), [`missing ${user}/properties/id`]],
  ['another status', got({}, 500), [`status ${inPath}/500`]],
  ['another content type', got('<p>', 200, 'text/html'), [`media-type ${inPath}/200/content`]],
  ['another kind of JSON', got({ id: '1' }, 200, 'application/hal+json'), [`media-type ${inPath}/200/content`]],
  ['parameters of a type', got({ id: '1' }, 200, 'Application/JSON; charset=utf-8'), []],
  ['another error', got({ fault: 'x' }, 404), [`error ${error}`]],
  ['an error with more to it', got({ message: 'x', code: 1 }, 404), [`property ${error}/properties/code`]],
  ['a refusal under a success', got({ message: 'x' }), []],
  ['nothing where nothing is due', got(undefined, 204, null), []],
  ['no operation of this contract', { ...got({}), operation: 'other' }, []],
];

test.each(cases)('%s', (_, answer, told) => {
  expect(judgeAnswer(table, answer).map(({ kind, at }) => `${kind} ${at}`)).toEqual(told);
});

describe('a watch', () => {
  test('tells each thing when it is seen first, and then ever more rarely, with how often', () => {
    const lines: DriftReport[] = [];
    const drift = watchDrift([table], { report: (line) => lines.push(line) });
    for (let count = 0; count < 150; count += 1) drift(got({ id: '1', nick_name: `Joe ${count}` }));
    const at = `${user}/properties/nick_name`;
    const facts = { provider: 'acme', contract: 'acme@v1', operation: 'getUser', status: 200, kind: 'property', at };
    expect(drift.seen()).toEqual([{ ...facts, times: 150 }]);
    expect(lines).toEqual([1, 9, 90].map((times) => ({ ...facts, times })));
    expect(JSON.stringify(lines)).not.toContain('Joe');
  });

  test('tells of a property that all had for long, once it is gone, and not of one that comes and goes', () => {
    const drift = watchDrift([table], { always: 20 });
    for (let count = 0; count < 25; count += 1)
      drift(got({ id: '1', status: 'NEW', ...(count % 5 > 0 && { count: 1 }) }));
    expect(drift.seen()).toEqual([]);
    drift(got({ id: '1' }));
    expect(drift.seen()).toMatchObject([{ kind: 'missing', at: `${user}/properties/status`, times: 1 }]);
    drift(got({ id: '1' }));
    expect(drift.seen()).toHaveLength(1);
  });

  test('holds no more than it is told to', () => {
    const drift = watchDrift([table], { most: 3 });
    for (let count = 0; count < 10; count += 1) drift(got({ id: '1', [`p_${'x'.repeat(count)}`]: 1 }));
    expect(drift.seen()).toHaveLength(3);
  });

  test('is what a client takes, and what it throws is no part of the call', async () => {
    const drift = watchDrift([table], {
      report: () => {
        throw new Error('log');
      },
    });
    const client = createClient<{ getUser: { responses: { 200: { content: { 'application/json': object } } } } }>(
      {
        provider: 'acme',
        baseUrl: 'https://acme.example/v1',
        operations: { getUser: { method: 'GET', path: '/users/1', query: [], retry: 'safe' } },
        validators: { getUser: { response: [() => true], error: [] } },
        sign: () => ({}),
      },
      { drift, fetch: async () => Response.json({ id: '1', status: 'FROZEN' }) },
    );
    expect(await client.getUser()).toMatchObject({ ok: true });
    expect(drift.seen()).toMatchObject([{ kind: 'word', at: `${user}/properties/status` }]);
  });
});
