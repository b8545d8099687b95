import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { make, verdicts } from '../test-data/make.ts';
import { requestOf } from './plan-result.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const id = 'user_abc123';
const odd: Readonly<Record<string, string>> = {
  NUL: 'Jane\u0000',
  'a line break': 'Jane\nDoe',
  'a tab': 'Jane\tDoe',
  'a sign of C1': 'Jane\u009bDoe',
  'a line separator': 'Jane\u2028Doe',
  'a right-to-left override': 'Jane\u202eeoD',
  'an isolate': '\u2066Jane',
  'a direction mark': 'Jane\u200f',
  'an Arabic letter mark': 'Jane\u061c',
  'a lone surrogate': 'Jane\ud83d',
  'halves in the wrong order': '\ude00\ud83d',
  'no character': 'Jane\uffff',
};
const empty = {
  'a zero-width space': '\u200b',
  'one NUL': '\u0000',
  blanks: ' \u3000\u00a0',
  joiners: '\u200d\u200c',
  'a Hangul filler': '\u3164',
  'a braille blank': '\u2800',
  'a soft hyphen': '\u00ad',
  tags: '\u{e0041}',
};

/** Each kind of text that a patch may hold, at a provider that takes it. */
const places: readonly [field: string, AnyUserOperation, (text: string) => object][] = [
  ['firstName', goldenPerson.update, (firstName) => ({ patch: { firstName } })],
  ['middleName', goldenPerson.update, (middleName) => ({ patch: { middleName } })],
  ['businessName', goldenBusiness.update, (businessName) => ({ patch: { businessName } })],
  ['lastName', goldenMember.update, (lastName) => ({ patch: { firstName: 'Ann', lastName } })],
  ['email', goldenMember.update, (email) => ({ patch: { email } })],
  ['externalId', goldenMember.create, (externalId) => ({ patch: { externalId } })],
  ['address.line1', goldenPerson.update, (line1) => ({ patch: { address: { line1 } } })],
  ['address.line2', goldenPerson.update, (line2) => ({ patch: { address: { line2 } } })],
  ['employer.name', goldenPerson.update, (name) => ({ patch: { employer: { name } } })],
  [
    'documents.virtual[0]',
    goldenPerson.update,
    (number) => ({ patch: { documents: { virtual: [{ type: 'PASSPORT', number }] } } }),
  ],
  [
    'documents.physical[0]',
    goldenPerson.update,
    (front) => ({ patch: { documents: { physical: [{ type: 'PASSPORT', front }] } } }),
  ],
];

describe.each(places)('%s', (field, operation, input) => {
  const verdictOf = (text: string) => verdicts(make(operation, { id, status: 'unverified', ...input(text) }))[field];

  test.each(Object.entries(odd))('with %s is invalid', (_, text) => expect(verdictOf(text)).toBe('invalid'));

  test.each(Object.entries(empty))('of nothing but %s is empty', (_, text) => {
    expect(verdictOf(text)).toBe('invalid');
  });
});

test.each(Object.entries(odd))('%s in what is the provider’s own, in a name and in an identifier', (_, text) => {
  const native = [{ tags: [{ name: 'team', value: text }] }, { tags: [{ [text]: 'x' }] }];
  for (const each of native)
    expect(verdicts(make(goldenMember.create, { patch: {}, native: each }))).toMatchObject({
      'native.tags': 'invalid',
    });
  expect(make(goldenMember.update, { id: `id${text}`, patch: { username: 'ann' } })).toMatchObject({
    state: 'blocked',
    fields: [{ field: 'id', verdict: 'invalid' }, {}],
  });
});

test.each(['', ' ', '\u200b'])('an identifier that is empty, %j, names nobody', (none) => {
  const planned = make(goldenPerson.update, { id: none, status: 'verified', patch: { phone: '+12105550132' } });
  expect(planned).toMatchObject({ state: 'blocked', fields: [{ field: 'id', verdict: 'missing' }, {}] });
});

test.each(['می‌خواهم', 'क्‍ष', 'O’Brien', 'Ñandú', '王小明', 'עמית', 'Zoë 👩‍👧', 'José'])('%s is a name', (firstName) => {
  const planned = make(goldenPerson.update, { id, status: 'unverified', patch: { firstName } });
  expect(requestOf(planned)?.body).toEqual({ given_name: firstName });
});

// fast-check's `unit: 'binary'` keeps a map of all of these, which takes two seconds.
const anySign = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

test('what is sent holds no sign that is none, and something to see', () => {
  const sign = fc.oneof(
    fc.constantFrom(...Object.values(odd), ...Object.values(empty), 'a', 'é', '-', ' ', '王', '\u200d'),
    fc.string({ unit: anySign, maxLength: 2 }),
  );
  let sent = 0;
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 4 }), (signs) => {
      const firstName = signs.join('');
      const body = requestOf(make(goldenPerson.update, { id, status: 'unverified', patch: { firstName } }))?.body;
      if (body === undefined) return;
      sent += 1;
      expect(firstName).not.toMatch(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
      expect(firstName).toMatch(/[\p{L}\p{N}\p{P}\p{S}\p{M}\p{C}]/u);
      expect(body).toEqual({ given_name: firstName });
    }),
    { numRuns: 2000 },
  );
  expect(sent).toBeGreaterThan(100);
});

test('values of an answer come as they are', () => {
  expect(toUser(goldenPerson.update, { given_name: 'Jane\u202e\n' }).firstName).toBe('Jane\u202e\n');
});
