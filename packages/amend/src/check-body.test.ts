import { expect, test } from 'vitest';
import { make, verdicts } from '../test-data/make.ts';
import { checkBody } from './check-body.ts';
import type { Decision } from './decision.ts';
import { type FieldVerdict, requestOf, tell, type Verdict } from './plan-result.ts';
import { goldenMember } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// To which fields what a contract refuses is laid.

type Flaw = readonly [instancePath: string, keyword?: string, params?: object];
type Told = Readonly<Record<string, Verdict>>;

/** An operation whose contract refuses each body with these errors. */
const refusing = (flaws: readonly Flaw[] | undefined): AnyUserOperation => {
  const errors = flaws?.map(([instancePath, keyword = 'type', params = { type: 'string' }]) => ({
    instancePath,
    keyword,
    params,
  }));
  const validate = Object.assign(() => false, { errors: errors ?? null });
  return { ...goldenMember.replace, preparedByClient: ['ssn'], validate } as unknown as AnyUserOperation;
};

const toldOf = (told: Told, property: string): FieldVerdict[] =>
  Object.entries(told).map(([field, verdict]) => tell(field, verdict, 'is so', property));

const decided = (all: Readonly<Record<string, Told>>): Decision[] =>
  Object.entries(all).map(([property, told]) => ({
    property,
    verdicts: toldOf(told, property),
    notes: [],
    wire: 'x',
    completed: [],
  }));

const name = { firstName: 'send', lastName: 'echo' } as const;
const needs = (missingProperty: unknown): Flaw => ['', 'required', { missingProperty }];
const sent = (count: number): Told =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`numbers[${index}]`, 'send']));
const each = (count: number): Flaw[] => Array.from({ length: count }, (_, index) => [`/numbers/${index}`]);

test.each<[title: string, flaws: Flaw[] | undefined, decisions: Record<string, Told>, want: Told | undefined]>([
  ['what the client prepares is not looked at', [['/ssn']], { ssn: { ssn: 'send' } }, undefined],
  ['a check that says nothing has refused nevertheless', undefined, { name }, {}],
  ['what is sent, and not what stays', [['/name']], { name }, { firstName: 'invalid' }],
  [
    'what stays, where nothing is sent, and not what is told already',
    [['/name']],
    { name: { firstName: 'locked', lastName: 'echo', middleName: 'unchanged' } },
    { lastName: 'invalid', middleName: 'invalid' },
  ],
  ['what nobody decided is laid to the patch', [['/other'], ['']], { name }, { patch: 'invalid' }],
  [
    'what may not be told of a field that is locked is what current has',
    [['/reference']],
    { reference: { externalId: 'locked' } },
    { current: 'invalid' },
  ],
  ['what is written from no field is the identifier', [['/user_id']], { user_id: {} }, { id: 'invalid' }],
  [
    'an element',
    [['/numbers/1/value']],
    { numbers: { 'numbers[0]': 'send', 'numbers[1]': 'send' } },
    { 'numbers[1]': 'invalid' },
  ],
  ['a part is no element', [['/name/first']], { name }, { firstName: 'invalid' }],
  ['what is missing', [needs('name'), needs('phone')], {}, { firstName: 'missing', phone: 'missing' }],
  [
    'a part that is missing is none of the properties',
    [['/name', 'required', { missingProperty: 'phone' }]],
    { name },
    { firstName: 'invalid' },
  ],
  [
    'what only another property asks for',
    [['', 'dependentRequired', { missingProperty: 'phone' }]],
    {},
    { patch: 'invalid' },
  ],
  ['what is missing and written from no field is refused nevertheless', [needs('user_id'), needs('nowhere')], {}, {}],
  ['something that is missing, and has no name', [needs(undefined)], {}, { patch: 'invalid' }],
  ['what lacks something already lacks nothing else', [['/name'], needs('name')], { name }, { firstName: 'invalid' }],
  [
    'nor what is locked',
    [needs('name'), needs('phone')],
    { name: { firstName: 'send', middleName: 'locked' } },
    { phone: 'missing' },
  ],
  ['what a check of a hundred errors has not come to', each(100), { numbers: sent(102), name }, sentIs(102)],
  ['what a check of fewer has', each(99), { numbers: sent(102), name }, sentIs(99)],
  [
    'errors of other properties are none of a list',
    [...each(99), ['/name'], ['/others/1']],
    { numbers: sent(101), name: { firstName: 'send' }, phone: { phone: 'send' } },
    { ...sentIs(99), firstName: 'invalid', patch: 'invalid' },
  ],
])('%s', (_, flaws, decisions, want) => {
  const all = decided(decisions);
  const found = new Map(all.flatMap(({ verdicts: told }) => told.map((one) => [one.field, one])));
  const told = checkBody(refusing(flaws), {}, all, found);
  expect(told && Object.fromEntries(told.map(({ field, verdict }) => [field, verdict]))).toEqual(want);
});

function sentIs(count: number): Told {
  return Object.fromEntries(Object.keys(sent(count)).map((field) => [field, 'invalid']));
}

test('the first reason stands, and what was not looked at is said to be so', () => {
  const flaws: Flaw[] = [['/name'], ['/name', 'maxLength', { limit: 5 }], ...each(100)];
  const told = checkBody(refusing(flaws), {}, decided({ name, numbers: sent(101) }), new Map());
  const messages = Object.fromEntries((told ?? []).map(({ field, message }) => [field, message]));
  expect(messages.firstName).toBe('firstName must be of type string.');
  expect(messages['numbers[100]']).toBe(
    'numbers[100] was not looked at, because so many others are wrong; mend those first.',
  );
});

test('current is told by name what it has of what is locked', () => {
  const locked = { phone: { phone: 'send' }, name: { firstName: 'locked', lastName: 'locked' } } as const;
  const [told] = checkBody(refusing([['/name']]), {}, decided(locked), new Map()) ?? [];
  expect(told?.message).toBe(
    'current has a value for firstName, lastName that the contract does not take, and that would be sent again; mend it at the provider first.',
  );
});

test('what fits is told nothing', () => {
  const operation = { ...goldenMember.replace, validate: Object.assign(() => true, { errors: [{}] }) };
  expect(checkBody(operation as never, {}, [], new Map())).toBeUndefined();
});

test('a body that is refused is not sent, though what is wrong with it is locked and to be skipped', () => {
  const current = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
  const planned = make(refusing([needs('reference')]), {
    id: 'A',
    onLocked: 'skip',
    current,
    patch: { externalId: '8', email: 'a@b.example' },
  });
  expect(verdicts(planned)).toMatchObject({ externalId: 'locked', email: 'send' });
  expect([planned.state, requestOf(planned)]).toEqual(['blocked', undefined]);
});
