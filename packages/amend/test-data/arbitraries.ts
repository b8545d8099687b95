import fc from 'fast-check';
import type { Field } from '../src/fields.ts';

// Values that a user's fields may have. What is free text begins and ends with marks, so that a test can look for it.

const digits = (min: number, max = min) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''));

/** Letters only, as the strictest of the providers wants names. */
const word = fc
  .array(fc.constantFrom(...'abcdefgh'), { minLength: 3, maxLength: 8 })
  .map((list) => `Zq${list.join('')}Qz`);

const date = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));

const usPhone = digits(10).map((number) => `+1${number}`);
const ssn = fc
  .tuple(digits(3), digits(2), digits(4))
  .chain(([a, b, c]) => fc.constantFrom(`${a}${b}${c}`, `${a}-${b}-${c}`));
const letters = fc.constantFrom('CA', 'TX', 'NY');
const scan = word.map((text) => `data:image/jpeg;base64,${text}`);

/** Documents as a caller adds them. */
const physicalDocument = fc.record(
  {
    type: fc.constantFrom('BANK_STATEMENT', 'PASSPORT', 'EIN', 'STATE_ID'),
    front: scan,
    back: scan,
    country: fc.constant('US'),
    state: letters,
    expiryDate: date('2027-01-01', '2040-12-31'),
  },
  { requiredKeys: ['type', 'front'] },
);

const virtualDocument = fc.record(
  {
    type: fc.constantFrom('PASSPORT', 'DRIVING_LICENCE', 'EIN_NUMBER'),
    number: word,
    issuingAuthority: word,
    issueDate: date('2010-01-01', '2020-12-31'),
    expiryDate: date('2027-01-01', '2040-12-31'),
    country: fc.constant('US'),
    state: letters,
  },
  { requiredKeys: ['type', 'number'] },
);

/** A good value for each field, at whatever provider. */
export const values: Readonly<Record<Field, fc.Arbitrary<unknown>>> = {
  firstName: word,
  middleName: word,
  lastName: word,
  businessName: word,
  email: word.map((name) => `${name}@example.com`),
  phone: usPhone,
  dateOfBirth: date('1940-01-01', '2000-12-31'),
  formationDate: date('1940-01-01', '2020-12-31'),
  'address.line1': word,
  'address.line2': word,
  'address.line3': word,
  'address.city': word,
  'address.state': letters,
  'address.postalCode': digits(5),
  'address.country': fc.constant('US'),
  'mailingAddress.line1': word,
  'mailingAddress.line2': word,
  'mailingAddress.line3': word,
  'mailingAddress.city': word,
  'mailingAddress.state': letters,
  'mailingAddress.postalCode': digits(5),
  'mailingAddress.country': fc.constant('US'),
  ssn,
  gender: word,
  occupation: word,
  'employer.name': word,
  'employer.address': word,
  'employer.phone': digits(9, 10),
  username: word,
  active: fc.boolean(),
  externalId: fc.oneof(word, fc.integer()),
  'documents.physical': fc.array(physicalDocument, { minLength: 1, maxLength: 3 }),
  'documents.virtual': fc.array(virtualDocument, { minLength: 1, maxLength: 3 }),
  website: word.map((name) => `www.${name}.example.com`),
  employees: fc.constantFrom('BETWEEN_25_TO_50'),
  'transactions.perMonth': fc.nat(),
  'transactions.frequency': fc.constantFrom('WEEKLY', 'MONTHLY'),
};

/** Where a codec takes more than every provider does. */
export const valuesByCodec: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  e164: fc.tuple(fc.integer({ min: 1, max: 9 }), digits(1, 14)).map(([first, rest]) => `+${first}${rest}`),
  e164ToDigits: fc.oneof(
    usPhone,
    fc.tuple(fc.integer({ min: 2, max: 9 }), digits(10, 14)).map(([first, rest]) => `+${first}${rest}`),
  ),
  text: fc.string(),
  externalId: fc.oneof(fc.string(), fc.maxSafeInteger()),
};

/** A patch, or a user, with some of all fields. */
export const someFields: fc.Arbitrary<ReadonlyMap<Field, unknown>> = fc
  .record(values as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })
  .map((record) => new Map(Object.entries(record) as [Field, unknown][]));

export const status = fc.constantFrom('verified', 'unverified', 'unknown');
