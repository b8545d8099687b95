import { expect, expectTypeOf, test } from 'vitest';
import type { AnyAction } from './action.ts';
import { patchSchema, type StandardSchemaV1 } from './patch-schema.ts';
import { ingoUser } from './providers/ingo.ts';
import { machnetIndividual } from './providers/machnet.ts';
import { stiltUser } from './providers/stilt.ts';
import type { PatchFor } from './updatable.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const schema = patchSchema(machnetIndividual.update, { id, status: 'verified' });

test('is a Standard Schema', () => {
  expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'amend', validate: expect.any(Function) });
  type Taken = PatchFor<typeof machnetIndividual.update>;
  expectTypeOf(schema).toEqualTypeOf<StandardSchemaV1<Taken>>();
  expectTypeOf<NonNullable<(typeof schema)['~standard']['types']>['output']>().toEqualTypeOf<Taken>();
});

test('a patch that can be carried out is its own value', () => {
  const patch = { phone: '+12105550132', address: { city: 'Austin' } };
  expect(schema['~standard'].validate(patch)).toEqual({ value: patch });
});

test.each<[name: string, AnyAction, value: unknown, paths: readonly (readonly PropertyKey[])[]]>([
  ['a locked field', machnetIndividual.update, { email: 'jane@example.com' }, [['email']]],
  [
    'a part of a group',
    machnetIndividual.update,
    { address: { country: 'US', state: 'Texas' } },
    [
      ['address', 'country'],
      ['address', 'state'],
    ],
  ],
  [
    'an element of a list',
    machnetIndividual.update,
    { documents: { virtual: [{ type: 'PASSPORT', number: 'A1' }, { type: 'PASSPORT' }] } },
    [['documents', 'virtual', 1]],
  ],
  ['a field without a place', ingoUser.update, { email: 'jane@example.com' }, [['email']]],
  [
    'the parts that are missing',
    stiltUser.update,
    { address: { line1: 'a', city: 'b', state: 'TX' } },
    [
      ['address', 'postalCode'],
      ['address', 'country'],
    ],
  ],
  ['a name that may be data', ingoUser.update, { 'jane@example.com': 1 }, [[]]],
  ['no object', ingoUser.update, 'jane', [[]]],
  ['null', ingoUser.update, null, [[]]],
])('%s', async (_, action, value, paths) => {
  const result = await patchSchema(action, { id, status: 'verified' })['~standard'].validate(value);
  expect(result.issues?.map(({ path = [] }) => path)).toEqual(paths);
  for (const { message } of result.issues ?? []) expect(message).toMatch(/^\S.*\.$/);
});
