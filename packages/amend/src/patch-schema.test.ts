import { expect, expectTypeOf, test } from 'vitest';
import type { PatchFor } from './patch-for.ts';
import { patchSchema, type StandardSchemaV1 } from './patch-schema.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const schema = patchSchema(goldenPerson.update, { id, status: 'verified' });

test('is a Standard Schema', () => {
  expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'amend', validate: expect.any(Function) });
  type Taken = PatchFor<typeof goldenPerson.update>;
  expectTypeOf(schema).toEqualTypeOf<StandardSchemaV1<Taken>>();
  expectTypeOf<NonNullable<(typeof schema)['~standard']['types']>['output']>().toEqualTypeOf<Taken>();
});

test('a patch that can be carried out is its own value', () => {
  const patch = { phone: '+12105550132', address: { city: 'Austin' } };
  expect(schema['~standard'].validate(patch)).toEqual({ value: patch });
});

test.each<[name: string, AnyUserOperation, value: unknown, paths: readonly (readonly PropertyKey[])[]]>([
  ['a locked field', goldenPerson.update, { email: 'jane@example.com' }, [['email']]],
  [
    'a part of a group',
    goldenPerson.update,
    { address: { country: 'US', state: 'Texas' } },
    [
      ['address', 'country'],
      ['address', 'state'],
    ],
  ],
  [
    'an element of a list',
    goldenPerson.update,
    { documents: { virtual: [{ type: 'PASSPORT', number: 'A1' }, { type: 'PASSPORT' }] } },
    [['documents', 'virtual', 1]],
  ],
  ['a field without a place', goldenMember.update, { gender: 'other' }, [['gender']]],
  [
    'the parts that are missing',
    goldenMember.update,
    { address: { line1: 'a', city: 'b', state: 'TX' } },
    [
      ['address', 'postalCode'],
      ['address', 'country'],
    ],
  ],
  ['a name that may be data', goldenMember.update, { 'jane@example.com': 1 }, [[]]],
  ['no object', goldenMember.update, 'jane', [[]]],
  ['null', goldenMember.update, null, [[]]],
])('%s', async (_, operation, value, paths) => {
  const result = await patchSchema(operation, { id, status: 'verified' })['~standard'].validate(value);
  expect(result.issues?.map(({ path = [] }) => path)).toEqual(paths);
  for (const { message } of result.issues ?? []) expect(message).toMatch(/^\S.*\.$/);
});
