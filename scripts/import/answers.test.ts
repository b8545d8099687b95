import { describe, expect, test } from 'vitest';
import { acmeWith, answersOf, contractOf, importText } from './testing.ts';

// What answers have, each in a document that has nothing else of the kind.

const withoutExample = [/ {14}example:\n {16}data:.*\n/, ''] as const;

describe('answers that are made up', () => {
  const union = acmeWith(
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
    const text = acmeWith(withoutExample);
    const { decisions } = await importText(text);
    const decided = decisions
      .replace('status: undecided', 'status: status')
      .replace('pending: undecided', 'pending: frozen')
      .replace('closed: undecided', 'closed: unverified');
    expect(answersOf(await contractOf(text, decided))).toEqual([expect.objectContaining({ status: 'closed' })]);
  });
});

test('a refusal of which the document shows no body says something all the same', async () => {
  const text = acmeWith([
    / {2}responses:\n {4}Invalid:[\s\S]*?\n {2}schemas:/,
    '  responses: { Invalid: { description: No } }\n  schemas:',
  ]);
  const { responses } = (await contractOf(text)).paths['/customers/{customer_code}'].get;
  expect(responses['400'].content['application/json'].examples.sample.value).toEqual({ message: expect.any(String) });
});

test('an answer of any media type is JSON, and a refusal in words has no body', async () => {
  const text = acmeWith(
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

test('a time without its zone is no example', async () => {
  const text = acmeWith(
    ['line1: { type: string }', 'line1: { type: string }\n            since: { type: string, format: date-time }'],
    ['phone: null }', "phone: null, address: { city: Oslo, since: '2024-01-11T19:50:36.1' } }"],
  );
  expect(answersOf(await contractOf(text))).toEqual([expect.objectContaining({ address: { city: 'Oslo' } })]);
});

test('what is always answered, and need not be sent, is answered empty where it was not', async () => {
  const text = acmeWith(
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

test('so is what stands in an object that is sent, at any depth, and in each element of a list', async () => {
  const held = 'type: object, required: [city]';
  const shown = `{ address: { ${held} }, homes: { type: array, items: { ${held} } } }`;
  const text = acmeWith(
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
  const text = acmeWith(
    ['tier: {', 'rows: { type: array, items: { type: array, items: { type: string } } }\n        tier: {'],
    ['phone: null }', 'phone: null, rows: [[a], [b]] }'],
  );
  expect(answersOf(await contractOf(text))).toEqual([expect.objectContaining({ phone: null, rows: [['a'], ['b']] })]);
});
