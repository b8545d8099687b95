import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { acmeWith, contractOf, importText } from './testing.ts';

// What calls are made of, each in a document that has nothing else of the kind.

describe('what a parameter shows', () => {
  const limit = /schema: \{ type: integer, minimum: 0, exclusiveMinimum: true \}, example: 2/;
  const parametersOf = async (by: string) =>
    (await contractOf(acmeWith([limit, by]))).paths['/customers'].get.parameters;

  test.each([
    ['a word that its pattern names', 'schema: { type: string, pattern: "^(?:asc|desc)$" }', 'asc'],
    ['what its schema takes, of what is shown', 'schema: { type: string }, example: 2', 'text'],
  ])('is %s', async (_, by, value) => {
    expect(await parametersOf(by)).toMatchObject([{ examples: { sample: { value } } }]);
  });

  test('is needed where it has to be sent; else it is left out', async () => {
    const odd = 'schema: { type: string, pattern: "^Q{7}$" }';
    expect(await parametersOf(odd)).toBeUndefined();
    const text = acmeWith([limit, `${odd}, required: true`]);
    await expect(importText(text)).rejects.toThrow(
      /:[0-9]+: The parameter limit shows no value .*; give it an example/,
    );
  });
});

test('a token of OpenID Connect is sent as any other', async () => {
  const openId = 'type: openIdConnect, openIdConnectUrl: https://acme.example/.well-known/openid-configuration';
  const text = acmeWith(['type: apiKey, in: header, name: X-Acme-Key', openId], ['- key: []', '- key: [customers]']);
  const { components, security } = await contractOf(text);
  expect(components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(security).toEqual([{ key: [] }]);
});

test('webhooks are not taken, which is told', async () => {
  const webhooks = 'webhooks: { changed: { post: { responses: { 200: { description: OK } } } } }';
  const { contract, dropped } = await importText(acmeWith(['3.0.3', '3.1.0'], ['\npaths:', `\n${webhooks}\npaths:`]));
  expect(contract).not.toContain('webhooks:');
  expect(dropped.join('\n')).toMatch(/:[0-9]+: the webhooks are left out; x-event /);
});

test('of two bodies that one which is no list of steps (JSON Patch) is taken', async () => {
  const patch = 'application/json-patch+json: { schema: { type: array } }';
  const text = acmeWith([
    /( {4}patch:[\s\S]*?)application\/json:/,
    `$1${patch}\n          application/merge-patch+json:`,
  ]);
  const { requestBody } = (await contractOf(text)).paths['/customers/{customer_code}'].patch;
  expect(Object.keys(requestBody.content)).toEqual(['application/merge-patch+json']);
});

test('an update that names the user in its body, of a document with two creates, has the one that is likest', async () => {
  const text = acmeWith(
    ['  /customers/{code}:', '  /change/customers:'],
    [
      / {6}- \{ name: code, in: path.*\n/,
      '      - { name: at, in: query, required: true, schema: { type: string } }\n',
    ],
    ['    patch:\n', '    post:\n'],
    [/customer_code: \{ type: integer, readOnly: true/, 'customer_id: { type: integer'],
    [
      '  /customers:\n',
      "  /links:\n    post:\n      operationId: links.create\n      requestBody: { content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Some' }] } } } }\n      responses: { '200': { description: OK } }\n  /customers:\n",
    ],
    [
      '    Name: {',
      '    Some: { type: object, properties: { customer_id: {}, status: {}, first_name: {}, last_name: {}, email: {}, phone: {}, ssn: {}, tier: {}, address: {}, metadata: {}, owner: {} } }\n    Name: {',
    ],
  );
  const { decisions, contract } = await importText(text);
  expect(decisions).toContain('create: customers.create');
  expect(parse(contract).components.schemas.User.properties.customer_id['x-role']).toBe('identifier');
});
