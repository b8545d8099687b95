import { contracts, readModel } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';
import { contentOf, entriesAt, type Node, operationsAt, propertiesOf, resolve, saidBy } from './openapi.ts';

// The reference shows a contract's own words, which the compiler's model leaves out; it finds what the model finds.

describe.each(contracts.map(({ name }) => name))('%s', (name) => {
  const model = readModel(name);
  const document = model.document as Node;
  const operations = operationsAt(document, 'paths');

  test('its operations and its webhooks', () => {
    expect(operations.map(({ id, method, path }) => [id, method, path])).toEqual(
      model.operations.map(({ id, method, path }) => [id, method, path]),
    );
    expect(operationsAt(document, 'webhooks').map(({ id }) => id)).toEqual(model.webhooks.map(({ id }) => id));
  });

  test.each(model.operations.map((operation) => [operation.id, operation] as const))('%s', (id, wanted) => {
    const { node, parameters } = operations.find((each) => each.id === id) as (typeof operations)[number];
    const namesIn = (place: string) => parameters.filter((each) => each.in === place).map((each) => each.name);
    expect(namesIn('path')).toEqual(wanted.pathParameters.map((each) => each.name));
    expect(namesIn('query')).toEqual(wanted.query.map((each) => each.name));
    const { schemas, examples } = contentOf(document, resolve(document, node.requestBody));
    expect(examples.map((each) => [each.name, JSON.parse(each.text)])).toEqual(
      Object.entries(wanted.body?.examples ?? {}),
    );
    expect(schemas.map((each) => new Set(propertiesOf(document, each).map(({ path }) => path.split('.')[0])))).toEqual(
      (wanted.body?.schemas ?? []).map(({ schema }) => new Set(Object.keys(schema.properties ?? {}))),
    );
    const answers = entriesAt(document, node, 'responses').map(([status, answer]) => [
      status,
      Object.fromEntries(contentOf(document, answer).examples.map((each) => [each.name, JSON.parse(each.text)])),
    ]);
    expect(answers).toEqual(Object.entries(wanted.answers));
    expect(saidBy(node).map(([key]) => key)).toContain('retry');
  });
});

test('a schema within itself ends', () => {
  const self = { properties: { child: { $ref: '#/components/schemas/Self' } } };
  const document = { components: { schemas: { Self: self } } };
  expect(propertiesOf(document, self).map(({ path }) => path)).toEqual([
    'child',
    'child.child',
    'child.child.child',
    'child.child.child.child',
  ]);
  const loop = { components: { schemas: { Loop: { $ref: '#/components/schemas/Loop' } } } };
  expect(resolve(loop, { $ref: '#/components/schemas/Loop' })).toBeTypeOf('object');
});
