import { contracts, readModel } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';
import { namedIn, operationsNamed } from './find.ts';
import type { Node } from './node.ts';
import { type Body, type Operation, type Property, readContract } from './openapi.ts';

// The reference shows a contract's own words, which the compiler's model leaves out; it finds what the model finds.

const examplesOf = (body: Body | undefined) =>
  Object.fromEntries((body?.examples ?? []).map(({ name, text }) => [name, JSON.parse(text)]));

describe.each(contracts.map(({ name }) => name))('%s', (name) => {
  const model = readModel(name);
  const { operations, webhooks } = readContract(model.document as Node);

  test('its operations and its webhooks', () => {
    expect(operations.map(({ id, method, path }) => [id, method, path])).toEqual(
      model.operations.map(({ id, method, path }) => [id, method, path]),
    );
    expect(webhooks.map(({ id }) => id)).toEqual(model.webhooks.map(({ id }) => id));
  });

  test.each(model.operations.map((operation) => [operation.id, operation] as const))('%s', (id, wanted) => {
    const { node, parameters, body, answers } = operations.find((each) => each.id === id) as Operation;
    const namesIn = (place: string) => parameters.filter((each) => each.node.in === place).map((each) => each.name);
    expect(namesIn('path')).toEqual(wanted.pathParameters.map((each) => each.name));
    expect(namesIn('query')).toEqual(wanted.query.map((each) => each.name));
    expect(examplesOf(body)).toEqual(wanted.body?.examples ?? {});
    expect((body?.forms ?? []).map(({ properties }) => new Set(properties.map((each) => each.name)))).toEqual(
      (wanted.body?.schemas ?? []).map(({ schema }) => new Set(Object.keys(schema.properties ?? {}))),
    );
    expect(answers.map(([status, answer]) => [status, examplesOf(answer)])).toEqual(Object.entries(wanted.answers));
    expect(Object.keys(node)).toContain('x-retry');
  });
});

const formsIn = (schema: object, schemas: object) => {
  const get = { responses: { 200: { content: { 'application/json': { schema } } } } };
  const [operation] = readContract({ paths: { '/a': { get } }, components: { schemas } }).operations;
  return operation?.answers[0]?.[1].forms ?? [];
};

test('a schema within itself ends', () => {
  const self = { $ref: '#/components/schemas/Self' };
  const [form] = formsIn(self, { Self: { properties: { child: self } } });
  const namesIn = (of: readonly Property[]): unknown[] => of.map(({ name, inner }) => [name, ...namesIn(inner)]);
  expect(form?.name).toBe('Self');
  expect(namesIn(form?.properties ?? [])).toEqual([['child', ['child', ['child', ['child']]]]]);
  const list = { type: 'array', items: { $ref: '#/components/schemas/List' } };
  expect(formsIn({ properties: { list } }, { List: list })[0]?.properties[0]?.limits[0]).toMatch(/^array of array/);
  const loop = { $ref: '#/components/schemas/Loop' };
  expect(formsIn(loop, { Loop: loop })).toHaveLength(1);
});

test('what a value has to be is said in words', () => {
  const properties = {
    list: { type: ['array', 'null'], items: { type: 'string', enum: ['a', 'b'] }, maxItems: 2 },
    zero: { type: 'integer', minimum: 0, default: null, writeOnly: true },
    odd: { const: { a: 1 } },
  };
  const [form] = formsIn({ properties, required: ['zero'] }, {});
  expect(form?.properties.map(({ limits }) => limits)).toEqual([
    ['array or null of string; one of a, b', 'no more of them than 2'],
    ['required', 'integer', 'no less than 0', 'by default null', 'only written: true'],
    ['always {"a":1}'],
  ]);
});

test.each([
  ['machnet@v4', 'mobile_phone', ['createUser', 'getUser', 'updateUser']],
  ['machnet@v4', ' COMPANY_NAME', ['createUser', 'getUser', 'updateUser']],
  ['machnet@v4', 'startkyc', ['startKyc']],
  ['machnet@v4', 'nothing', []],
])('of %s, %j is found in %j', (name, text, found) => {
  const { operations } = readContract(readModel(name).document as Node);
  expect(operationsNamed(operations, text).map(({ id }) => id)).toEqual(found);
});

test('what is within a property is found with it', () => {
  const [form] = formsIn({ properties: { home: { properties: { city: {} } }, name: {} } }, {});
  expect(namedIn(form?.properties ?? [], 'City').map(({ name }) => name)).toEqual(['home']);
  expect(namedIn(form?.properties ?? [], '').map(({ name }) => name)).toEqual(['home', 'name']);
});
