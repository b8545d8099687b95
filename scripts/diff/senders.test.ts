import type { ContractModel } from '@amend/contract';
import { expect, test } from 'vitest';
import { noMapping } from './mapping.ts';
import { fieldsIn, sendersOf } from './senders.ts';

const body = (name: string, ...properties: string[]) => ({
  name,
  schema: { properties: Object.fromEntries(properties.map((property) => [property, {}])) },
});
const model = {
  provider: 'acme',
  operations: [
    { id: 'createUser', body: { schemas: [body('Create', 'first', 'last', 'ssn')] } },
    {
      id: 'updateUser',
      body: { schemas: [body('PersonUpdate', 'first', 'last'), body('FirmUpdate', 'first', 'ein')] },
    },
    { id: 'patchUser', body: { schemas: [body('Patch', 'first')] } },
  ],
} as unknown as ContractModel;

const action = (operation: string, ...properties: string[]) => ({
  operation,
  answer: {},
  rows: Object.fromEntries(properties.map((name) => [name, { is: 'fields', fields: [`our.${name}`] }])),
});
const mapping = (actions: Record<string, ReturnType<typeof action>>) => ({ ...noMapping, actions });
const update = action('updateUser', 'first', 'last');

test.each<[string, mapping: Parameters<typeof sendersOf>[1], schema: string, want: string[]]>([
  ['the only update', mapping({ 'acmeUser.update': update }), 'PersonUpdate', ['acme']],
  [
    'one of two kinds, told by the rows',
    mapping({ 'acmeFirm.update': action('updateUser', 'first', 'ein'), 'acmePerson.update': update }),
    'PersonUpdate',
    ['acme person'],
  ],
  [
    'one of two updates',
    mapping({ 'acmeUser.replace': update, 'acmeUser.patch': action('patchUser', 'first') }),
    'Patch',
    ['acme patch'],
  ],
  [
    'a create',
    mapping({ 'acmeUser.create': action('createUser', 'first'), 'acmeUser.update': update }),
    'Create',
    ['acme create'],
  ],
  ['no mapping', noMapping, 'PersonUpdate', ['acme PersonUpdate']],
  ['a component that is no body', mapping({ 'acmeUser.update': update }), 'Address', []],
])('%s', (_, given, schema, want) => {
  expect(sendersOf(model, given, schema).map(({ subject }) => subject)).toEqual(want);
});

test.each([
  ['fields', { is: 'fields', fields: ['firstName', 'lastName'] }, ['firstName', 'lastName']],
  ['a native one', { is: 'native' }, ['native.name']],
  ['a constant', { is: 'constant', value: 1 }, []],
])('the fields of a property: %s', (_, row, want) => {
  expect(fieldsIn({ name: row }, 'name')).toEqual(want);
  expect(fieldsIn({ name: row }, 'toString')).toEqual([]);
});
