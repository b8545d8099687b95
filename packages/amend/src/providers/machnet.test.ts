import type { VerificationStatus } from '@amend/contract';
import { verification } from '@amend/machnet/v4/rules';
import { expect, test } from 'vitest';
import { fieldsFor } from '../fields-for.ts';
import { plan, planAll } from '../plan.ts';
import { exampleOf } from '../testing/example-of.ts';
import { toUser } from '../to-user.ts';
import type { Patch } from '../user.ts';
import { machnetBusiness, machnetIndividual } from './machnet.ts';

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const updates = { individual: machnetIndividual.update, business: machnetBusiness.update };
type Who = keyof typeof updates;

const make = (who: Who, status: VerificationStatus, { patch }: { readonly patch: Patch }) => {
  const [made] = planAll(patch, [{ operation: updates[who], id, status }]);
  if (!made) throw new Error('One account has one plan.');
  return made;
};

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

test('a kind that no rule names is never sent once the user is verified, or may be', () => {
  const input = { patch: { documents: { virtual: [{ type: 'VISA', number: '1' }] } } };
  expect(make('individual', 'verified', input).fields).toMatchObject([{ verdict: 'locked' }]);
  expect(make('individual', 'unknown', input).fields).toMatchObject([{ verdict: 'locked' }]);
  expect(make('individual', 'unverified', input).fields).toMatchObject([{ verdict: 'invalid' }]);
});

test.each<[string, VerificationStatus]>([
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
  const { patch } = exampleOf(machnetIndividual.update, false);
  const { fields } = plan(machnetIndividual.update, { current, patch });
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
])('%s fits the contract of the operation: %#', (_, operation, body, fits) => {
  expect(operation.validate(body)).toBe(fits);
});

test.each([
  ['individual', machnetIndividual.create, ['firstName', 'lastName', 'phone']],
  ['individual', machnetIndividual.update, []],
  ['business', machnetBusiness.create, ['businessName', 'phone']],
  ['business', machnetBusiness.update, []],
])('%s: what $operationId needs', (_, operation, want) => {
  const needed = fieldsFor(operation as never, 'unverified').filter(({ required }) => required);
  expect(needed.map(({ field }) => field)).toEqual(want);
});

test('a list in the place of the SSN is refused, and does not pass for a list of documents', () => {
  const { state, fields } = plan(machnetIndividual.update, {
    id: '1',
    status: 'unverified',
    patch: { ssn: ['111-22-3333'] as never },
  });
  expect({ state, fields }).toMatchObject({ state: 'blocked', fields: [{ field: 'ssn', verdict: 'invalid' }] });
});
