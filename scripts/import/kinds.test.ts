import type { JsonObject } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findRecord } from './find-record.ts';
import { acme, importText } from './testing.ts';

// What documents of providers have, each in a document that has nothing else of the kind.

const changed = (...changes: readonly (readonly [wanted: string | RegExp, by: string])[]): string =>
  changes.reduce((text, [wanted, by]) => {
    const found = text.replace(wanted, by);
    expect(found).not.toBe(text);
    return found;
  }, acme);

const contractOf = async (text: string, decided?: string) => parse((await importText(text, [], decided)).contract);

const answersOf = ({ paths }: ReturnType<typeof parse>): unknown[] =>
  Object.values(paths['/customers/{customer_code}'].get.responses['200'].content['application/json'].examples).map(
    (example) => (example as { value: { data: unknown } }).value.data,
  );

const withoutExample = [/ {14}example:\n {16}data:.*\n/, ''] as const;

describe('a schema that others extend, told apart by a discriminator', () => {
  const heirs = (mapping: string) =>
    changed(
      [/owner: \{ oneOf.*/, "owner: { $ref: '#/components/schemas/Owner' }"],
      [/ {4}Person: [\s\S]*$/, ''],
      [
        / {4}Name: .*/,
        `    Name: { type: string }
    Owner: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind${mapping} } }
    Person: { allOf: [{ $ref: '#/components/schemas/Owner' }, { type: object, required: [age], properties: { age: { type: integer } } }] }
    Company: { allOf: [{ $ref: '#/components/schemas/Owner' }, { type: object, properties: { partner: { $ref: '#/components/schemas/Person' } } }] }`,
      ],
    );

  test.each([
    ['by their names', ''],
    ['by a mapping', ", mapping: { p: '#/components/schemas/Person', c: Company }"],
  ])('%s, has what all of them have', async (_, mapping) => {
    const { owner } = (await contractOf(heirs(mapping))).components.schemas.User.properties;
    expect(Object.keys(owner.properties)).toEqual(['age', 'partner', 'kind']);
    expect(owner.required).toBeUndefined();
    // One of them has nothing of the others.
    expect(Object.keys(owner.properties.partner.properties)).toEqual(['kind', 'age']);
  });
});

describe('the user in an answer', () => {
  const fields = new Set(['name', 'people', 'data', 'first_name', 'last_name', 'email']);
  const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
  const person = object({ id: {}, first_name: {}, last_name: {}, email: {} });
  const list: JsonObject = { type: 'array', items: person };

  test.each<[name: string, schema: JsonObject, way: string[]]>([
    ['stands at the top', person, []],
    ['stands in an envelope that has an id itself', object({ id: {}, result: person }), ['result']],
    ['stands in a list', object({ id: {}, result: list }), ['result', '*']],
    ['is no part of a user, however much is said of that', object({ id: {}, name: {}, people: list }), []],
  ])('%s', (_, schema, way) => expect(findRecord(schema, fields, ['id'])?.way).toEqual(way));
});

test('a token that calls name the user by is no secret; any other is', async () => {
  const text = acme
    .replaceAll('{code}', '{token}')
    .replaceAll('name: code,', 'name: token,')
    .replaceAll('schema: { type: integer }, example: 12 }', 'schema: { type: string }, example: t12 }')
    .replace('customer_code: { type: integer, readOnly: true, example: 12 }', 'token: { type: string, readOnly: true }')
    .replace('customer_code: 12', 'token: t12')
    .replace('postal_code: { type: string }', 'token: { type: string, readOnly: true }');
  const { paths, components } = await contractOf(text);
  expect(Object.keys(paths)).toContain('/customers/{token}');
  const { token, address } = components.schemas.User.properties;
  expect(token).toEqual({ type: 'string', 'x-role': 'identifier' });
  expect(Object.keys(address.properties)).toEqual(['line1', 'city']);
});

test('a user whose id has no usual name is told by it', async () => {
  const text = acme.replaceAll('customer_code', 'reference');
  await expect(importText(text)).rejects.toThrow(/:[0-9]+: No answer shows a user with an id; .*--id reference/);
  await expect(importText(text, ['--id', 'refrence'])).rejects.toThrow(/No answer shows a user with refrence;/);
  const { contract, decisions } = await importText(text, ['--id', 'reference']);
  expect(Object.keys(parse(contract).paths)).toContain('/customers/{reference}');
  expect(parse((await importText(text, [], decisions)).contract)).toEqual(parse(contract));
});

describe('answers that are made up', () => {
  const union = changed(
    withoutExample,
    [
      'properties: { data: { $ref: "#/components/schemas/Customer" } }'.replaceAll('"', "'"),
      "properties: { data: { oneOf: [{ $ref: '#/components/schemas/Pending' }, { $ref: '#/components/schemas/Done' }] } }",
    ],
    [
      '    Name: {',
      `    Pending: { type: object, required: [kind], properties: { customer_code: { type: integer }, status: { type: string, enum: [pending, closed] }, kind: { type: string, enum: [pending] }, first_name: { type: string } } }
    Done: { type: object, required: [kind], properties: { customer_code: { type: integer }, status: { type: string, enum: [active, closed] }, kind: { type: string, enum: [done] }, email: { type: string } } }
    Name: {`,
    ],
  );

  test('are of one alternative each, under an id of its own, and together in each status', async () => {
    expect(answersOf(await contractOf(union))).toEqual([
      { customer_code: 12, status: 'pending', kind: 'pending', first_name: 'Aminata' },
      { customer_code: 11, status: 'active', kind: 'done', email: 'aminata.specimen@example.com' },
      { customer_code: 122, status: 'closed', kind: 'pending', first_name: 'Aminata' },
    ]);
  });

  test('begin in a status in which most may change, once that is decided', async () => {
    const text = changed(withoutExample);
    const { decisions } = await importText(text);
    const decided = decisions
      .replace('status: undecided', 'status: status')
      .replace('pending: undecided', 'pending: frozen')
      .replace('closed: undecided', 'closed: unverified');
    expect(answersOf(await contractOf(text, decided))).toEqual([expect.objectContaining({ status: 'closed' })]);
  });
});

test('null is no word of a status', async () => {
  const text = changed(['enum: [pending, active, closed]', 'nullable: true, enum: [pending, active, closed, null]']);
  const { open } = await importText(text);
  expect(open.filter(({ key }) => key[0] === 'words').map(({ key }) => key[1])).toEqual([
    'pending',
    'active',
    'closed',
  ]);
});

describe('what an example of a request sends and nothing describes', () => {
  const bodyOf = async (text: string) => (await contractOf(text)).components.schemas.CustomerCreate.properties;
  const nested = [
    "ssn: '111223333', unknown: 1",
    "address: { floor: '2', geo: { lat: 1 } }, tags: [{ a: 1 }]",
  ] as const;

  test('is taken as it is there', async () => {
    const text = changed([/ {6}additionalProperties: false\n/, ''], nested);
    const { tags, address } = await bodyOf(text);
    const description = 'The document shows this in an example, and does not describe it.';
    expect(address.properties.floor).toEqual({ type: 'string', description });
    expect([tags, address.properties.geo]).toEqual([1, 2].map(() => ({ description: `Any JSON. ${description}` })));
    const { dropped } = await importText(text);
    expect(dropped.join('\n')).toMatch(/:[0-9]+: floor stands in an example alone, and is taken as it is there/);
  });

  test('is taken although it is said to be only read', async () => {
    const text = changed([nested[0], 'status: active']);
    const properties = await bodyOf(text);
    expect(properties.status).toMatchObject({ enum: ['pending', 'active', 'closed'] });
    expect(properties.status.readOnly).toBeUndefined();
    expect(properties.customer_code).toBeUndefined();
  });

  test('is left out where the vendor takes no other', async () => {
    expect(await bodyOf(acme)).not.toHaveProperty('unknown');
  });
});

test('a refusal of which the document shows no body says something all the same', async () => {
  const text = changed([
    / {2}responses:\n {4}Invalid:[\s\S]*?\n {2}schemas:/,
    '  responses: { Invalid: { description: No } }\n  schemas:',
  ]);
  const { responses } = (await contractOf(text)).paths['/customers/{customer_code}'].get;
  expect(responses['400'].content['application/json'].examples.sample.value).toEqual({ message: expect.any(String) });
});

test('an answer of any media type is JSON, and a refusal in words has no body', async () => {
  const text = changed(
    [/( {4}get:\n {6}operationId: customers\.get[\s\S]*?)application\/json/, "$1'*/*'"],
    [
      "content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } }",
      'content: { text/html: {} }',
    ],
  );
  const { responses } = (await contractOf(text)).paths['/customers/{customer_code}'].get;
  expect(Object.keys(responses['200'].content)).toEqual(['application/json']);
  expect((await importText(text)).dropped.join('\n')).toMatch(/:[0-9]+: the error 400 shows no body of JSON/);
});

describe('what a parameter shows', () => {
  const limit = /schema: \{ type: integer, minimum: 0, exclusiveMinimum: true \}, example: 2/;
  const parametersOf = async (by: string) =>
    (await contractOf(changed([limit, by]))).paths['/customers'].get.parameters;

  test.each([
    ['a word that its pattern names', 'schema: { type: string, pattern: "^(?:asc|desc)$" }', 'asc'],
    ['what its schema takes, of what is shown', 'schema: { type: string }, example: 2', 'text'],
  ])('is %s', async (_, by, value) => {
    expect(await parametersOf(by)).toMatchObject([{ examples: { sample: { value } } }]);
  });

  test('is needed where it has to be sent; else it is left out', async () => {
    const odd = 'schema: { type: string, pattern: "^Q{7}$" }';
    expect(await parametersOf(odd)).toBeUndefined();
    const text = changed([limit, `${odd}, required: true`]);
    await expect(importText(text)).rejects.toThrow(
      /:[0-9]+: The parameter limit shows no value .*; give it an example/,
    );
  });
});

test('a token of OpenID Connect is sent as any other', async () => {
  const openId = 'type: openIdConnect, openIdConnectUrl: https://acme.example/.well-known/openid-configuration';
  const text = changed(['type: apiKey, in: header, name: X-Acme-Key', openId], ['- key: []', '- key: [customers]']);
  const { components, security } = await contractOf(text);
  expect(components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(security).toEqual([{ key: [] }]);
});

test('webhooks are not taken, which is told', async () => {
  const webhooks = 'webhooks: { changed: { post: { responses: { 200: { description: OK } } } } }';
  const { contract, dropped } = await importText(changed(['3.0.3', '3.1.0'], ['\npaths:', `\n${webhooks}\npaths:`]));
  expect(contract).not.toContain('webhooks:');
  expect(dropped.join('\n')).toMatch(/:[0-9]+: the webhooks are left out; x-event /);
});

test('of two bodies that one which is no list of steps (JSON Patch) is taken', async () => {
  const patch = 'application/json-patch+json: { schema: { type: array } }';
  const text = changed([
    /( {4}patch:[\s\S]*?)application\/json:/,
    `$1${patch}\n          application/merge-patch+json:`,
  ]);
  const { requestBody } = (await contractOf(text)).paths['/customers/{customer_code}'].patch;
  expect(Object.keys(requestBody.content)).toEqual(['application/merge-patch+json']);
});

test('each element of a list of secrets is one', async () => {
  const list = 'type: array, items: { type: object, properties: { kind: { type: string }, value: { type: string } } }';
  const { components } = await contractOf(changed([/ssn: \{.*\}/, `id_numbers: { ${list} }`]));
  const hidden = { format: 'password', writeOnly: true };
  expect(components.schemas.CustomerUpdate.properties.id_numbers).toMatchObject({ writeOnly: true, items: hidden });
  expect(components.schemas.User.properties.id_numbers).toBeUndefined();
});

test('a time without its zone is no example', async () => {
  const text = changed(
    ['line1: { type: string }', 'line1: { type: string }\n            since: { type: string, format: date-time }'],
    ['phone: null }', "phone: null, address: { city: Oslo, since: '2024-01-11T19:50:36.1' } }"],
  );
  expect(answersOf(await contractOf(text))).toEqual([expect.objectContaining({ address: { city: 'Oslo' } })]);
});

test('what is always answered, and need not be sent, is answered empty where it was not', async () => {
  const text = changed(
    ['required: [first_name, email]', 'required: [first_name, email, tier, address, parent, last_name, metadata]'],
    [
      /( {4}post:[\s\S]*?)schema: \{ \$ref: '#\/components\/schemas\/Customer' \}/,
      '$1schema: { type: object, properties: { first_name: { type: string } } }',
    ],
    [
      /( {4}patch:[\s\S]*?)- \$ref: '#\/components\/schemas\/Customer'/,
      '$1- { type: object, properties: { first_name: {}, email: { type: string }, last_name: { type: string }, tier: { type: string }, metadata: {}, address: {} } }',
    ],
  );
  const { properties, required } = (await contractOf(text)).components.schemas.User;
  expect(properties).toMatchObject({ tier: { default: null }, last_name: { default: '' }, metadata: { default: {} } });
  // No empty text is an e-mail address.
  expect(properties.email).not.toHaveProperty('default');
  expect(required).toEqual(['parent']);
});

test('a contract says the same to whoever reads YAML 1.1, to whom a bare date is no text and NO no word', async () => {
  const text = changed(['enum: [basic, gold, null]', 'enum: [NO, gold, null]']);
  const { contract } = await importText(text);
  expect(contract).toMatch(/NO/);
  expect(parse(contract, { version: '1.1' })).toEqual(parse(contract));
});

test('so is what stands in an object that is sent, at any depth, and in each element of a list', async () => {
  const held = 'type: object, required: [city]';
  const shown = `{ address: { ${held} }, homes: { type: array, items: { ${held} } } }`;
  const text = changed(
    [
      /(data: (?:\{ type: array, items: )?)\{ \$ref: '#\/components\/schemas\/Customer' \}/g,
      "$1{ $ref: '#/components/schemas/Shown' }",
    ],
    [
      '    Name: {',
      `    Shown: { allOf: [{ $ref: '#/components/schemas/Customer' }, { properties: ${shown} }] }\n    Name: {`,
    ],
    [
      'tier: {',
      'homes: { type: array, items: { type: object, properties: { city: { type: string } } } }\n        tier: {',
    ],
  );
  const { address, homes } = (await contractOf(text)).components.schemas.User.properties;
  for (const each of [address, homes.items]) {
    expect(each.properties.city).toMatchObject({ default: '' });
    expect(each.required).toBeUndefined();
  }
});

test('what an example shows as null is null, and a list in a list stays one', async () => {
  const text = changed(
    ['tier: {', 'rows: { type: array, items: { type: array, items: { type: string } } }\n        tier: {'],
    ['phone: null }', 'phone: null, rows: [[a], [b]] }'],
  );
  expect(answersOf(await contractOf(text))).toEqual([expect.objectContaining({ phone: null, rows: [['a'], ['b']] })]);
});

test('a name that is required twice is required', async () => {
  const { CustomerCreate } = (await contractOf(changed(['[first_name, email]', '[first_name, email, email]'])))
    .components.schemas;
  expect(CustomerCreate.required).toEqual(['first_name', 'email']);
});

describe('an update whose alternatives are named for statuses', () => {
  const branches = (...names: string[]) =>
    changed(
      [
        /schema:\n {14}allOf:[\s\S]*?A note. \}\n/,
        `schema: { oneOf: [${names.map((name) => `{ $ref: '#/components/schemas/${name}' }`).join(', ')}] }\n`,
      ],
      [
        '    Name: {',
        `    CloseCustomer: { type: object, required: [status], properties: { status: { type: string, enum: [closed] } } }
    UpdateVerified: { type: object, properties: { email: { type: string } } }
    UpdateUnverified: { type: object, properties: { email: { type: string }, first_name: { type: string } } }
    Name: {`,
      ],
    );

  test('says when a property of theirs may change, and nothing of one that stands in none of these', async () => {
    const { decisions } = await importText(branches('CloseCustomer', 'UpdateVerified', 'UpdateUnverified'));
    expect(decisions).toMatch(/^ {2}email: \[unverified, verified\] # in UpdateVerified, UpdateUnverified$/m);
    expect(decisions).toMatch(/^ {2}first_name: \[unverified\] # in UpdateUnverified$/m);
    expect(decisions).toMatch(/^ {2}status: undecided # in CloseCustomer, which names no status$/m);
  });

  test('is shown by one that changes somebody', async () => {
    const contract = await contractOf(branches('CloseCustomer', 'UpdateVerified', 'UpdateUnverified'));
    const [shown] = Object.values(
      contract.paths['/customers/{customer_code}'].patch.requestBody.content['application/json'].examples,
    );
    expect(shown).toMatchObject({ value: { email: 'aminata.specimen@example.com' } });
  });
});

test('an update that names the user in its body, of a document with two creates, has the one that is likest', async () => {
  const text = changed(
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
