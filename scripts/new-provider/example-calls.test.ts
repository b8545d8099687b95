import { contracts, modelOf, parseContract, readFile, readModel } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { readExamples } from '../wire/contract-examples.ts';
import { credentialProperties, exampleCalls } from './example-calls.ts';

const callsOf = (name: string) => exampleCalls(readModel(name));

test.each(contracts)('$name: the calls are those that scripts/wire asks for', (contract) => {
  const own = credentialProperties(readModel(contract.name));
  const asked = readExamples(contract).requests.map(({ operation, name, body, query }) => {
    const sent = body && Object.fromEntries(Object.entries(body).filter(([property]) => !own.includes(property)));
    return { operation, name, body: sent, query };
  });
  const made = callsOf(contract.name).map(({ operation, name, input: { body, query } }) => ({
    operation,
    name,
    body,
    // A query's examples are texts there, as they stand in an address.
    query: query && Object.fromEntries(Object.entries(query).map(([property, value]) => [property, String(value)])),
  }));
  expect(made).toEqual(asked);
});

test.each([
  ['the parameter’s example', 'hpay@v1', 'getUser', { path: { user_id: 'user_abc123' } }],
  ['whom an answer shows', 'stilt@v1', 'deleteUser', { path: { user_id: expect.stringMatching(/^[0-9a-f-]{36}$/) } }],
  ['no query, where it may be left out', 'hpay@v1', 'listUsers', {}],
])('what a call always needs: %s', (_, name, operation, input) => {
  expect(callsOf(name).find((call) => call.operation === operation)?.input).toEqual(input);
});

test('a query is sent beside the path, and one that is required always', () => {
  const text = readFile('scripts/new-provider/test-data/contract.yaml')
    .replace('name: limit, in: query,', 'name: limit, in: query, required: true,')
    .replace(
      /operationId: getUser\n/,
      '$&      parameters: [{ name: view, in: query, schema: { type: string }, examples: { all: { value: all } } }]\n',
    );
  const contract = parseContract({ name: 'acme@v1', provider: 'acme', version: 'v1', path: 'acme.yaml' }, text);
  const inputs = exampleCalls(modelOf(contract)).filter(({ operation }) => /^(get|list)/.test(operation));
  const path = { user_id: 'usr_8fk2m1' };
  expect(inputs.map(({ input }) => input)).toEqual([
    { query: { limit: 2 } },
    { query: { limit: 2 } },
    { path },
    { path, query: { view: 'all' } },
  ]);
});

test('a client sends credentials in another place', () => {
  const bodies = callsOf('ingo@v4').map(({ input }) => Object.keys(input.body ?? {}));
  expect(bodies.flat()).toContain('user_id');
  expect(bodies.flat()).not.toContain('api_key');
});
