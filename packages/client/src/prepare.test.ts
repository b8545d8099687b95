import type { Validate } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import type { ClientDefinition } from './client-definition.ts';
import { createClient } from './create-client.ts';
import { has } from './testing/has.ts';

// What a provider's client does to a body before it is sent, and what is made of the answer.

interface Operations {
  updateUser: {
    parameters: { query?: never; path?: never };
    requestBody: { content: { 'application/json': { name: string } } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

const setUp = (
  changes: Partial<ClientDefinition<Operations>> & { error?: readonly Validate[] },
  answer = new Response('{"id":"7"}'),
) => {
  const sent: unknown[] = [];
  const { error = [has('message')], ...definition } = changes;
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: { updateUser: { method: 'PATCH', path: '/user', query: [], retry: 'never' } },
      validators: { updateUser: { request: [has('name')], response: [has('id')], error } },
      sign: () => ({}),
      ...definition,
    },
    {
      fetch: async (_, { body }) => {
        sent.push(body);
        return answer;
      },
    },
  );
  const update = client.updateUser as (input?: unknown) => ReturnType<typeof client.updateUser>;
  return { update, sent };
};

describe('a body', () => {
  test('is sent as it was prepared', async () => {
    const { update, sent } = setUp({ prepare: async () => ({ body: { name: 'sealed' } }) });
    expect(await update({ body: { name: 'Jane' } })).toMatchObject({ ok: true });
    expect(sent).toEqual(['{"name":"sealed"}']);
  });

  test.each<[string, ClientDefinition<Operations>['prepare'], unknown, string[]]>([
    ['that cannot be prepared', () => Promise.reject(new Error('4711')), { name: 'Jane' }, [' cannot be prepared']],
    [
      'in which something is wrong',
      async () => ({ issues: [{ path: '/name', message: 'must be sealed' }] }),
      { name: 'Jane' },
      ['/name must be sealed'],
    ],
    [
      'that is prepared to what the contract does not take',
      async () => ({ body: {} }),
      { name: 'Jane' },
      [' must have name'],
    ],
    ['that is missing', undefined, undefined, [' must have name']],
    ['that is null', undefined, null, [' must have name']],
    ['that is a text', undefined, 'key', [' must have name']],
    [
      'with what the client sends itself',
      undefined,
      { name: 'Jane', key: '4711' },
      ['/key must be left out: the client sends it itself'],
    ],
  ])('%s is not sent', async (_, prepare, body, want) => {
    const { update, sent } = setUp({ ownFields: ['key'], ...(prepare && { prepare }) });
    const { error } = (await update({ body })) as { error?: { issues: { path: string; message: string }[] } };
    expect(error).toMatchObject({ kind: 'invalid', attempts: 0, isUncertain: false });
    expect(error?.issues.map(({ path, message }) => `${path} ${message}`)).toEqual(want);
    expect(sent).toEqual([]);
  });
});

describe('an answer', () => {
  const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
  const other = has('detail');

  test.each<[string, Response, readonly Validate[], object]>([
    ['under the last status of success', answer({ id: '7' }, 299), [], { ok: true, status: 299 }],
    [
      'in the shape of one of the errors',
      answer({ message: 'no' }),
      [other, has('message')],
      { error: { kind: 'rejected', issues: [] } },
    ],
    [
      'in no known shape',
      answer({ colour: 'red' }),
      [other],
      { error: { kind: 'malformed', issues: [{ path: '', message: 'must have id' }] } },
    ],
    ['where an error may be anything', answer({ colour: 'red' }), [() => true], { error: { kind: 'malformed' } }],
    [
      'below every success',
      { status: 199, headers: new Headers(), text: async () => '{"id":"7"}' } as Response,
      [],
      { error: { kind: 'malformed', issues: [] } },
    ],
  ])('%s', async (_, response, error, want) => {
    const { update } = setUp({ error }, response);
    expect(await update({ body: { name: 'Jane' } })).toMatchObject(want);
  });
});
