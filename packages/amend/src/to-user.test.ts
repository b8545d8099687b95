import { expect, test } from 'vitest';
import { text } from './codecs.ts';
import { physicalDocuments } from './rows.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

// How single answers are read; scripts/across/users.test.ts has those that the contracts show.

const person = goldenPerson.update;
const member = goldenMember.update;
const page = goldenMember.create;
const numberedScans = physicalDocuments({ kind: 'kind', properties: { number: { wire: 'value', codec: text } } });

test.each<[name: string, AnyUserOperation, answer: unknown, want: User]>([
  ['no answer', person, undefined, { kind: 'individual', verification: 'unknown' }],
  ['a text', member, 'ok', { kind: 'individual' }],
  ['a page without users', page, { items: [] }, { kind: 'individual' }],
  ['an envelope that is none', page, { items: 5 }, { kind: 'individual' }],
  ['a page of several users', page, { items: [{ id: 'user-1' }, { id: 'user-2' }] }, { kind: 'individual' }],
  ['a business among consumers', member, { kind: 'company' }, { kind: 'business', native: { kind: 'company' } }],
  ['an identifier', person, { id: 'user-1' }, { kind: 'individual', verification: 'unknown', id: 'user-1' }],
  ['a number for one', member, { id: 7 }, { kind: 'individual', id: '7' }],
  ['a number that is no whole one', member, { id: 1.5 }, { kind: 'individual', native: { id: 1.5 } }],
  [
    'a status, and a text that is spelt as another',
    person,
    { status: 'DONE', given_name: 'OPEN' },
    { kind: 'individual', verification: 'verified', firstName: 'OPEN', native: { status: 'DONE' } },
  ],
  [
    'a user that says it is no business',
    person,
    { business: false },
    { kind: 'individual', verification: 'unknown', native: { business: false } },
  ],
  [
    'an identifier that is no text',
    member,
    { id: { toString: 1 } },
    { kind: 'individual', native: { id: { toString: 1 } } },
  ],
  [
    'a user that says it is a business',
    person,
    { business: true },
    { kind: 'business', verification: 'unknown', native: { business: true } },
  ],
  [
    'an address abroad',
    member,
    { address: { line_1: '1 Rue', country: 'FRANCE' } },
    { kind: 'individual', address: { line1: '1 Rue' }, native: { address: { line_1: '1 Rue', country: 'FRANCE' } } },
  ],
  ['a phone number of another form', member, { phone: 5550142 }, { kind: 'individual', native: { phone: 5550142 } }],
  [
    'documents that are no list',
    person,
    { numbers: 'none' },
    { kind: 'individual', verification: 'unknown', native: { numbers: 'none' } },
  ],
  ['an empty property', member, { extra: [] }, { kind: 'individual', native: { extra: [] } }],
  ['an empty value of a field', member, { email: {} }, { kind: 'individual', native: { email: {} } }],
  [
    'what is null, by itself and inside',
    member,
    { email: null, extra: null, address: { line_1: '1 Main St', line_2: null, city: 'Austin' } },
    { kind: 'individual', address: { line1: '1 Main St', city: 'Austin' } },
  ],
  [
    'a status that is no text',
    person,
    { status: ['DONE'] },
    { kind: 'individual', verification: 'unknown', native: { status: ['DONE'] } },
  ],
  ['the last digits', member, { ssn_last_4: '1112' }, { kind: 'individual', ssn: { masked: '*****1112' } }],
  ['last digits that are no text', member, { ssn_last_4: 1112 }, { kind: 'individual', native: { ssn_last_4: 1112 } }],
  [
    'a document that is none',
    person,
    { numbers: ['A1', { kind: 'PASSPORT', value: 'A1' }] },
    {
      kind: 'individual',
      verification: 'unknown',
      documents: { virtual: [{ type: 'PASSPORT', number: 'A1' }] },
      native: { numbers: ['A1', { kind: 'PASSPORT', value: 'A1' }] },
    },
  ],
  [
    'what a document has beside its parts',
    person,
    { numbers: [{ kind: 'SSN', value: '*****1112', seal: 'x' }] },
    {
      kind: 'individual',
      verification: 'unknown',
      ssn: { masked: '*****1112' },
      documents: { virtual: [{ type: 'SSN', number: { masked: '*****1112' } }] },
      native: { numbers: [{ kind: 'SSN', value: '*****1112', seal: 'x' }] },
    },
  ],
  [
    'no SSN, though a scan has a number and no type',
    { ...person, reader: { ...person.reader, rows: { scans: numberedScans } } },
    { scans: [{ value: 'A1' }] },
    { kind: 'individual', verification: 'unknown', documents: { physical: [{ number: 'A1' }] } } as object,
  ],
])('%s', (_, operation, given, want) => {
  const { provider, ...user } = toUser(operation, given);
  expect(user).toEqual(want);
  expect(provider).toBe('golden');
});

test('a masked SSN is masked among the documents and by itself', () => {
  const number = { masked: '*****1112' };
  const { documents, ssn } = toUser(person, {
    numbers: [{ kind: 'SSN', value: number.masked }],
  });
  expect(documents?.virtual).toEqual([{ type: 'SSN', number }]);
  expect(ssn).toEqual(number);
});

test('of several SSNs the one that was added last counts', () => {
  const numbers = ['*****1112', '*****9999'].map((value) => ({
    kind: 'SSN',
    value,
  }));
  const passport = { kind: 'PASSPORT', value: 'A1' };
  expect(toUser(person, { numbers: [...numbers, passport] }).ssn).toEqual({ masked: '*****9999' });
});
