import { expect, test } from 'vitest';
import type { FieldState } from './fields-for.ts';
import { formOf } from './form-of.ts';
import { changeOf, initialValues } from './form-values.ts';
import { goldenBusiness, goldenMember } from './testing/golden-user.ts';

// What single inputs come to, whatever the type of their field.

const state = (field: string, schema: object) => ({ field, schema }) as FieldState;

const tags = state('native.tags', { type: 'array' });
const odd = state('native.odd', {});
const count = state('transactions.perMonth', { type: 'integer' });
const share = state('native.share', { type: 'number' });
const reference = state('externalId', { type: ['string', 'integer'] });
const active = state('active', { type: 'boolean' });
const numbers = state('documents.virtual', { type: 'array' });

const known = {
  externalId: 7,
  active: false,
  ssn: { masked: '*****1112' },
  documents: { virtual: [{ type: 'PASSPORT' }] },
  native: { tags: ['a'], odd: { deep: 1 }, none: null },
};

test.each<[FieldState, want: unknown]>([
  [reference, 7],
  [active, false],
  [count, ''],
  [tags, ['a']],
  [odd, { deep: 1 }],
  [state('native.none', { type: 'array' }), []],
  [state('native.other', { type: 'array' }), []],
  [state('native.none', {}), ''],
  [numbers, []],
  [state('ssn', { type: 'string' }), ''],
])('$field begins with %j', (one, want) => {
  expect([...initialValues([one], known).values()]).toEqual([want]);
});

test.each<[FieldState, initial: unknown, input: unknown, want: unknown]>([
  [count, 5, '12', 12],
  [count, 5, 'twelve', 'twelve'],
  [count, 5, Number.NaN, null],
  [count, '', Number.NaN, undefined],
  [count, '', null, undefined],
  [count, '', undefined, undefined],
  [count, 5, 'x12', 'x12'],
  [count, 5, '12x', '12x'],
  [share, '', '-0.5', -0.5],
  [share, '', '12.25', 12.25],
  [share, '', '12.', '12.'],
  [odd, '', '12', '12'],
  [odd, '', 'true', 'true'],
  [reference, 7, '8', '8'],
  [active, '', 'true', true],
  [active, '', 'yes', 'yes'],
  [tags, ['a'], ['a'], undefined],
  [tags, ['a'], ['b'], ['b']],
  [tags, ['a'], [], []],
  [tags, ['a'], '', undefined],
  [numbers, [], 'A1', 'A1'],
  [numbers, [], ['A1'], ['A1']],
  [numbers, [], [], undefined],
])('$field, which began with %j: %j is %j', (one, initial, input, want) => {
  const { update } = one === count ? goldenBusiness : goldenMember;
  expect(changeOf(update, one, initial, input)).toEqual(want);
});

test('what is done to the values does not change what they began as', () => {
  const form = formOf(goldenMember.create, { native: { tags: ['a'] } }, { native: true });
  (form.values.native.tags as string[]).push('b');
  expect(form.nativeOf(form.values)).toEqual({ tags: ['a', 'b'] });
});

test('of a user who cannot be read whole nothing is known', () => {
  const current = { id: 'x', email: 'a@b.co', externalId: new Date(0) as never };
  const form = formOf(goldenMember.update, current);
  expect(form.values.email).toBe('');
  const { issues } = form.schema['~standard'].validate({ ...form.values, email: 'c@d.co' });
  expect(issues).toMatchObject([
    { path: ['email'], message: expect.stringMatching(/^current cannot be read whole/) },
    {},
  ]);
});
