import { expect, test } from 'vitest';
import { describePlans, id } from '../test-data/describe-plans.ts';
import { make } from '../test-data/make.ts';
import { requestOf } from './plan-result.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';

// What no JSON holds, and what is too much of something: nothing is lost in silence, shared, or slow.

const individual = goldenPerson.update;
const status = 'unverified';

const closed = [new Map([['email', 'a@b.example']]), new Date(), new Set(['email']), new FormData(), new String('x')];

test.each(closed.map((patch) => [patch.constructor.name, patch]))('a %s is no patch, and no group', (_, value) => {
  expect(make(individual, { id, status, patch: value })).toMatchObject({
    state: 'blocked',
    fields: [{ field: 'patch', verdict: 'invalid' }],
  });
  expect(make(individual, { id, status, patch: { address: value } })).toMatchObject({
    state: 'blocked',
    fields: [{ field: 'address', verdict: 'invalid' }],
  });
});

class Form {
  readonly city = 'Austin';
}

const holdsItself = (): object => {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
};

describePlans([
  [
    'an object of a class',
    individual,
    { status, patch: { address: new Form() } },
    { state: 'ready', fields: { 'address.city': 'send' }, body: { city: 'Austin' } },
  ],
  [
    'a list with a hole',
    individual,
    { status, patch: { documents: { virtual: Object.assign([], { 1: { type: 'PASSPORT', number: 'A1' } }) } } },
    { state: 'blocked', fields: { 'documents.virtual[0]': 'invalid', 'documents.virtual[1]': 'send' } },
  ],
  [
    'a date as the provider’s own',
    individual,
    { status, patch: {}, native: { scope: new Date() } },
    { state: 'blocked', fields: { 'native.scope': 'invalid' } },
  ],
  [
    'a value that holds itself, in a user too',
    individual,
    {
      status,
      current: { firstName: holdsItself(), native: { scope: holdsItself() } },
      patch: { firstName: holdsItself() },
      native: { scope: holdsItself() },
    },
    { state: 'blocked', fields: { firstName: 'invalid', 'native.scope': 'invalid' } },
  ],
]);

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

test('values that are nested without end', () => {
  const input = { id, current: { firstName: nested(100_000) }, patch: { firstName: nested(100_000) } };
  expect(make(goldenMember.update, input)).toMatchObject({ fields: [{ field: 'firstName', verdict: 'invalid' }] });
  const { fields } = make(goldenMember.create, { patch: {}, native: { tags: nested(100_000) } });
  expect(fields).toContainEqual(expect.objectContaining({ field: 'native.tags', verdict: 'invalid' }));
});

test('fifty thousand documents that the contract refuses are told in a moment', () => {
  const virtual = Array.from({ length: 50_000 }, () => ({ type: 'PASSPORT' }));
  const { fields } = make(individual, { id, status, patch: { documents: { virtual } } });
  expect(new Set(fields.map(({ verdict }) => verdict))).toEqual(new Set(['invalid']));
});

test('a list of more than a call has room for', () => {
  const virtual = new Array(150_000).fill('x');
  const { fields } = make(individual, { id, status, patch: { documents: { virtual } } });
  expect(new Set(fields.map(({ verdict }) => verdict))).toEqual(new Set(['invalid']));
});

test('a request stays as it was judged, whatever becomes of the input', () => {
  const meta = [{ name: 'team', value: 'blue' }];
  const address = { line1: '1 Main St', city: 'Austin', state: 'TX', country: 'US', postalCode: '78701' };
  const names = { externalId: 7, firstName: 'Ann', lastName: 'Lee', phone: '+12105550132' };
  const request = requestOf(make(goldenMember.create, { patch: { ...names, address }, native: { tags: meta } }));
  const before = structuredClone(request?.body);
  meta.push({ name: 'late', value: 'x' });
  address.city = 'Dallas';
  expect(request?.body).toEqual(before);
  expect(before).toMatchObject({ address: { city: 'Austin' }, tags: [{ name: 'team', value: 'blue' }] });
});

test('verdicts stand in the order of the patch, and what it does not name after it', () => {
  const virtual = [
    { type: 'PASSPORT', number: 'A1' },
    { type: 'PASSPORT', number: 'A2' },
  ];
  const patch = {
    phone: '+12105550132',
    website: 'www.example.com',
    documents: { virtual, physical: [] },
    address: { state: 'TX', line3: 'x', city: 'Austin' },
    firstName: 'Ann',
  };
  expect(make(individual, { status, id, patch }).fields.map(({ field }) => field)).toEqual([
    'phone',
    'website',
    'documents.virtual[0]',
    'documents.virtual[1]',
    'documents.physical',
    'address.state',
    'address.line3',
    'address.city',
    'firstName',
  ]);
  const { fields } = make(goldenMember.replace, { id, patch: { phone: '+12105550132', email: 'a@b.example' } });
  expect(fields.map(({ field }) => field)).toEqual(['phone', 'email', 'externalId', 'firstName', 'lastName', 'active']);
});
