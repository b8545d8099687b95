import { verification } from '@amend/machnet/v4/rules';
import { expect, test } from 'vitest';
import { business, individual, kinds, type Row } from '../../test-data/machnet-tables.ts';
import type { Field } from '../fields.ts';
import { explain, fieldsFor } from '../fields-for.ts';
import { plan, planAll } from '../plan.ts';
import type { PlanStatus } from '../rules.ts';
import { toUser } from '../to-user.ts';
import { machnetBusiness, machnetIndividual } from './machnet.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const updates = { individual: machnetIndividual.update, business: machnetBusiness.update };
const tables = { individual, business };

type Who = keyof typeof tables;

const make = (who: Who, status: PlanStatus, { patch, native }: Row['input']) => {
  const account = { action: updates[who], id, status, ...(native && { native }) };
  const [made] = planAll(patch, [account]);
  if (!made) throw new Error('One account has one plan.');
  return made;
};

/** Whether the page lets it change; `Conditional` does, for the kinds that no note freezes. */
const isFree = ({ verified, notVerified }: Row, status: PlanStatus): boolean => {
  const cells = { verified: [verified], unverified: [notVerified], unknown: [verified, notVerified] }[status];
  return cells.every((cell) => cell !== 'No');
};

const reasons = {
  free: /^\S+ may change \(.+\)\.$/,
  never: /^\S+ can never change \(.+\); leave it out\.$/,
  verified: /^\S+ cannot change once the user is verified \(.+\); leave it out\.$/,
  unverified: /^\S+ cannot change until the user is verified/,
  unknown:
    /^\S+ cannot change while it is not known whether the user is verified \(.+\); read the user's status first\.$/,
};

const cases = (['individual', 'business'] as const).flatMap((who) =>
  tables[who].flatMap((row) =>
    (['verified', 'unverified', 'unknown'] as const).map((status) => [who, row.property, status, row] as const),
  ),
);

test.each(cases)('plan: %s %s, %s', (who, property, status, row) => {
  const free = isFree(row, status);
  const made = make(who, status, row.input);
  expect(made.fields).toMatchObject([{ field: row.field, verdict: free ? 'send' : 'locked', property }]);
  expect(made.state).toBe(free ? 'ready' : 'blocked');
  expect(Object.keys(made.request?.body ?? {})).toEqual(free ? [property] : []);
  if (!free)
    expect(made.fields[0]?.message).toContain(`(Machnet, Update User, updatable fields for send user (${who})`);
});

const withField = cases.filter(([, , , { field }]) => !field.startsWith('native.'));

test.each(withField)('fieldsFor and explain: %s %s, %s', (who, _, status, row) => {
  const name = row.field.replace('[0]', '') as Field;
  const state = fieldsFor(updates[who], status).find(({ field }) => field === name);
  const frozen = kinds.filter(
    ([whose, list, , rule]) => `${whose} documents.${list} ${rule}` === `${who} ${name} frozen`,
  );
  const isConditional = row.verified === 'Conditional' && status !== 'unverified';
  expect(state).toMatchObject({ editable: isFree(row, status) });
  expect(state?.reason).toMatch(reasons[isFree(row, status) ? 'free' : row.notVerified === 'No' ? 'never' : status]);
  expect(explain(updates[who], name, status)).toBe(state?.reason);
  expect(Object.keys(state?.lockedKinds ?? {}).sort()).toEqual(
    isConditional ? frozen.map(([, , kind]) => kind).sort() : [],
  );
});

test.each([
  ['individual', 'unverified', 'send'],
  ['individual', 'verified', 'locked'],
  ['individual', 'unknown', 'locked'],
  ['business', 'unverified', 'send'],
  ['business', 'verified', 'locked'],
  ['business', 'unknown', 'locked'],
] as const)('the SSN, which is a document: %s, %s', (who, status, verdict) => {
  expect(make(who, status, { patch: { ssn: '111-22-3333' } }).fields).toMatchObject([{ field: 'ssn', verdict }]);
  expect(fieldsFor(updates[who], status)).toContainEqual(
    expect.objectContaining({ field: 'ssn', editable: verdict === 'send' }),
  );
});

test.each(kinds)('%s, %s document %s: %s once verified', (who, list, kind, rule) => {
  const number = kind === 'SSN' ? '111223333' : 'Q1234567';
  const document = list === 'virtual' ? { type: kind, number } : { type: kind, front: 'data:,' };
  const verdictIn = (status: PlanStatus) =>
    make(who, status, { patch: { documents: { [list]: [document] } } }).fields.map(({ verdict }) => verdict);
  expect(verdictIn('unverified')).toEqual(['send']);
  expect(verdictIn('verified')).toEqual([rule === 'frozen' ? 'locked' : 'send']);
  expect(verdictIn('unknown')).toEqual([rule === 'frozen' ? 'locked' : 'send']);
});

test('a kind that no rule names is never sent once the user is verified, or may be', () => {
  const input = { patch: { documents: { virtual: [{ type: 'VISA', number: '1' }] } } };
  expect(make('individual', 'verified', input).fields).toMatchObject([{ verdict: 'locked' }]);
  expect(make('individual', 'unknown', input).fields).toMatchObject([{ verdict: 'locked' }]);
  expect(make('individual', 'unverified', input).fields).toMatchObject([{ verdict: 'invalid' }]);
});

test.each<[string, PlanStatus]>([
  ['UNVERIFIED', 'unverified'],
  ['IN_PROGRESS', 'unverified'],
  ['RETRY', 'unverified'],
  ['REVIEW_PENDING', 'unverified'],
  ['VERIFIED', 'verified'],
  ['SUSPENDED', 'unknown'],
  ['verified', 'unknown'],
  ['APPROVED', 'unknown'],
])('a user whose status is %s counts as %s', (word, status) => {
  const current = toUser(machnetIndividual.update, { id, status: word });
  expect(current.verification).toBe(status);
  const { fields } = plan(machnetIndividual.update, { current, patch: { email: 'jane@example.com' } });
  expect(fields).toMatchObject([{ verdict: status === 'unverified' ? 'send' : 'locked' }]);
});

test('the six words are all that the contract knows', () => {
  expect([...verification.verified, ...verification.unverified, ...verification.unknown].sort()).toEqual(
    ['IN_PROGRESS', 'RETRY', 'REVIEW_PENDING', 'SUSPENDED', 'UNVERIFIED', 'VERIFIED'].sort(),
  );
});

// The two kinds of user share one operation, and not its body.
test.each([
  [
    'an individual’s create',
    machnetIndividual.create,
    { first_name: 'A', last_name: 'B', mobile_phone: '2105550132' },
    true,
  ],
  [
    'a business’s create',
    machnetIndividual.create,
    { business: true, first_name: 'A', mobile_phone: '2105550132' },
    false,
  ],
  [
    'an individual’s create',
    machnetBusiness.create,
    { first_name: 'A', last_name: 'B', mobile_phone: '2105550132' },
    false,
  ],
  [
    'a business’s create',
    machnetBusiness.create,
    { business: true, first_name: 'A', mobile_phone: '2105550132' },
    true,
  ],
  ['an individual’s update', machnetIndividual.update, { last_name: 'B' }, true],
  ['a business’s update', machnetIndividual.update, { company_website: 'www.example.com' }, false],
  ['an individual’s update', machnetBusiness.update, { last_name: 'B' }, false],
  ['a business’s update', machnetBusiness.update, { company_website: 'www.example.com' }, true],
])('%s fits the contract of the action: %#', (_, action, body, fits) => {
  expect(action.validate(body)).toBe(fits);
});
