import type { JsonObject } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findRecord } from './find-record.ts';
import { acme, acmeWith, contractOf, importText } from './testing.ts';

// What documents of providers have, each in a document that has nothing else of the kind.

describe('a schema that others extend, told apart by a discriminator', () => {
  const heirs = (mapping: string) =>
    acmeWith(
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

test('an update of a part of a user is of whom the path above shows, where the read of that is named', async () => {
  const parameters = 'parameters: [{ name: code, in: path, required: true, schema: { type: integer }, example: 12 }]';
  const text = acmeWith(['    patch:\n', `  /customers/{code}/profile:\n    ${parameters}\n    patch:\n`]);
  const flags = ['--read', 'customers.get', '--id', 'customer_code'];
  const { paths } = parse((await importText(text, flags)).contract);
  const { schema } = paths['/customers/{customer_code}'].get.responses['200'].content['application/json'];
  expect(schema.properties.data).toEqual({ $ref: '#/components/schemas/User' });
  expect(Object.keys(paths)).toContain('/customers/{customer_code}/profile');
});

test('what has null among its words may be null', async () => {
  const text = acmeWith(['enum: [basic, gold, null], nullable: true', 'enum: [basic, gold, null]']);
  const { tier } = (await contractOf(text)).components.schemas.User.properties;
  expect(tier.type).toEqual(['string', 'null']);
});

test('null is no word of a status', async () => {
  const text = acmeWith(['enum: [pending, active, closed]', 'nullable: true, enum: [pending, active, closed, null]']);
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
    const text = acmeWith([/ {6}additionalProperties: false\n/, ''], nested);
    const { tags, address } = await bodyOf(text);
    const description = 'The document shows this in an example, and does not describe it.';
    expect(address.properties.floor).toEqual({ type: 'string', description });
    expect([tags, address.properties.geo]).toEqual([1, 2].map(() => ({ description: `Any JSON. ${description}` })));
    const { dropped } = await importText(text);
    expect(dropped.join('\n')).toMatch(/:[0-9]+: floor stands in an example alone, and is taken as it is there/);
  });

  test('is taken although it is said to be only read', async () => {
    const text = acmeWith([nested[0], 'status: active']);
    const properties = await bodyOf(text);
    expect(properties.status).toMatchObject({ enum: ['pending', 'active', 'closed'] });
    expect(properties.status.readOnly).toBeUndefined();
    expect(properties.customer_code).toBeUndefined();
  });

  test('is left out where the vendor takes no other', async () => {
    expect(await bodyOf(acme)).not.toHaveProperty('unknown');
  });
});

test('each element of a list of secrets is one', async () => {
  const list = 'type: array, items: { type: object, properties: { kind: { type: string }, value: { type: string } } }';
  const { components } = await contractOf(acmeWith([/ssn: \{.*\}/, `id_numbers: { ${list} }`]));
  const hidden = { format: 'password', writeOnly: true };
  expect(components.schemas.CustomerUpdate.properties.id_numbers).toMatchObject({ writeOnly: true, items: hidden });
  expect(components.schemas.User.properties.id_numbers).toBeUndefined();
});

test('a contract says the same to whoever reads YAML 1.1, to whom a bare date is no text and NO no word', async () => {
  const text = acmeWith(['enum: [basic, gold, null]', 'enum: [NO, gold, null]']);
  const { contract } = await importText(text);
  expect(contract).toMatch(/NO/);
  expect(parse(contract, { version: '1.1' })).toEqual(parse(contract));
});

test('a name that is required twice is required', async () => {
  const { CustomerCreate } = (await contractOf(acmeWith(['[first_name, email]', '[first_name, email, email]'])))
    .components.schemas;
  expect(CustomerCreate.required).toEqual(['first_name', 'email']);
});

describe('an update whose alternatives are named for statuses', () => {
  const branches = (...names: string[]) =>
    acmeWith(
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
