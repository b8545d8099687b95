import type { Patch } from '../src/user.ts';

// The two tables of Machnet's page "Update User", cell by cell, copied from the page and from nothing else: the
// property, whether it may change when the user is verified, and when the user is not verified. Beside each row: how a
// caller of ours sets that property.

type Cell = 'Yes' | 'No' | 'Conditional';

export interface Row {
  readonly property: string;
  readonly verified: Cell;
  readonly notVerified: Cell;
  /** The field of the plan that answers for it. */
  readonly field: string;
  readonly input: { readonly patch: Patch; readonly native?: Readonly<Record<string, unknown>> };
}

const row = (property: string, verified: Cell, notVerified: Cell, [field, patch]: readonly [string, Patch]): Row => ({
  property,
  verified,
  notVerified,
  field,
  input: { patch },
});

/** A property that no field of ours stands for. */
const nativeRow = (property: string, verified: Cell, notVerified: Cell, value: unknown): Row => ({
  property,
  verified,
  notVerified,
  field: `native.${property}`,
  input: { patch: {}, native: { [property]: value } },
});

const scan = 'data:image/jpeg;base64,SUQ=';

export const individual: readonly Row[] = [
  row('first_name', 'No', 'Yes', ['firstName', { firstName: 'Jane' }]),
  row('middle_name', 'No', 'Yes', ['middleName', { middleName: 'Quill' }]),
  row('last_name', 'No', 'Yes', ['lastName', { lastName: 'Specimen' }]),
  row('mobile_phone', 'Yes', 'Yes', ['phone', { phone: '+12105550132' }]),
  row('email', 'No', 'Yes', ['email', { email: 'jane@example.com' }]),
  row('address_line1', 'Yes', 'Yes', ['address.line1', { address: { line1: '1 Sample Street' } }]),
  row('address_line2', 'Yes', 'Yes', ['address.line2', { address: { line2: 'Apt 2' } }]),
  row('city', 'Yes', 'Yes', ['address.city', { address: { city: 'Austin' } }]),
  row('state', 'Yes', 'Yes', ['address.state', { address: { state: 'TX' } }]),
  row('country', 'No', 'No', ['address.country', { address: { country: 'US' } }]),
  row('zipcode', 'Yes', 'Yes', ['address.postalCode', { address: { postalCode: '78701' } }]),
  row('date_of_birth', 'No', 'Yes', ['dateOfBirth', { dateOfBirth: '1990-04-15' }]),
  row('gender', 'No', 'Yes', ['gender', { gender: 'female' }]),
  nativeRow('user_scope', 'No', 'Yes', 'ARTS_ENTERTAINMENT'),
  row('occupation', 'Yes', 'Yes', ['occupation', { occupation: 'Banker' }]),
  nativeRow('type', 'No', 'No', 'SEND'),
  row('physical_documents', 'Yes', 'Yes', [
    'documents.physical[0]',
    { documents: { physical: [{ type: 'BANK_STATEMENT', front: scan }] } },
  ]),
  row('virtual_documents', 'Conditional', 'Yes', [
    'documents.virtual[0]',
    { documents: { virtual: [{ type: 'PASSPORT', number: '000000002' }] } },
  ]),
  row('company_details', 'Yes', 'Yes', ['employer.name', { employer: { name: 'Acme' } }]),
];

export const business: readonly Row[] = [
  row('first_name', 'No', 'Yes', ['businessName', { businessName: 'Example LLC' }]),
  row('mobile_phone', 'Yes', 'Yes', ['phone', { phone: '+12105550132' }]),
  row('email', 'Yes', 'Yes', ['email', { email: 'office@example.com' }]),
  row('address_line1', 'Yes', 'Yes', ['address.line1', { address: { line1: '1 Sample Street' } }]),
  row('address_line2', 'Yes', 'Yes', ['address.line2', { address: { line2: 'Floor 8' } }]),
  row('city', 'Yes', 'Yes', ['address.city', { address: { city: 'Austin' } }]),
  row('state', 'Yes', 'Yes', ['address.state', { address: { state: 'TX' } }]),
  row('country', 'No', 'No', ['address.country', { address: { country: 'US' } }]),
  row('zipcode', 'Yes', 'Yes', ['address.postalCode', { address: { postalCode: '78701' } }]),
  row('date_of_birth', 'No', 'Yes', ['formationDate', { formationDate: '2015-09-01' }]),
  nativeRow('business', 'No', 'No', true),
  nativeRow('business_type', 'No', 'Yes', 'LLC'),
  nativeRow('user_scope', 'No', 'Yes', 'COMPUTER_TECHNOLOGY'),
  row('company_website', 'Yes', 'Yes', ['website', { website: 'www.example.com' }]),
  row('number_of_employee', 'Yes', 'Yes', ['employees', { employees: 'BETWEEN_25_TO_50' }]),
  row('mailing_address', 'Yes', 'Yes', ['mailingAddress.city', { mailingAddress: { city: 'Austin' } }]),
  row('virtual_documents', 'No', 'Yes', [
    'documents.virtual[0]',
    { documents: { virtual: [{ type: 'EIN_NUMBER', number: '000000003' }] } },
  ]),
  row('physical_documents', 'Conditional', 'Yes', [
    'documents.physical[0]',
    { documents: { physical: [{ type: 'BANK_STATEMENT', front: scan }] } },
  ]),
  nativeRow('user_relationship', 'No', 'No', 'BROTHER'),
  row('number_of_transaction_per_month', 'Yes', 'Yes', ['transactions.perMonth', { transactions: { perMonth: 40 } }]),
  row('transaction_frequency', 'Yes', 'Yes', ['transactions.frequency', { transactions: { frequency: 'WEEKLY' } }]),
];

/** The notes of the conditional rows: kinds that are frozen once the user is verified; all others are not. */
export const kinds: readonly (readonly [
  who: 'individual' | 'business',
  list: 'physical' | 'virtual',
  kind: string,
  whenVerified: 'frozen' | 'free',
])[] = [
  ['individual', 'virtual', 'SSN', 'frozen'],
  ['individual', 'virtual', 'DRIVING_LICENCE', 'free'],
  ['individual', 'virtual', 'PASSPORT', 'free'],
  ['individual', 'virtual', 'EIN_NUMBER', 'free'],
  ['individual', 'physical', 'AUDITED_FINANCIALS', 'free'],
  ['individual', 'physical', 'BANK_STATEMENT', 'free'],
  ['individual', 'physical', 'CERTIFICATE_OF_INCORPORATION', 'free'],
  ['individual', 'physical', 'CERTIFICATION_OF_INCORPORATION', 'free'],
  ['individual', 'physical', 'DRIVING_LICENCE', 'free'],
  ['individual', 'physical', 'EIN', 'free'],
  ['individual', 'physical', 'PASSPORT', 'free'],
  ['individual', 'physical', 'STATE_ID', 'free'],
  ['business', 'virtual', 'SSN', 'frozen'],
  ['business', 'virtual', 'DRIVING_LICENCE', 'frozen'],
  ['business', 'virtual', 'PASSPORT', 'frozen'],
  ['business', 'virtual', 'EIN_NUMBER', 'frozen'],
  ['business', 'physical', 'EIN', 'frozen'],
  ['business', 'physical', 'CERTIFICATION_OF_INCORPORATION', 'frozen'],
  // The samples spell it so; the contract takes the two for one document.
  ['business', 'physical', 'CERTIFICATE_OF_INCORPORATION', 'frozen'],
  ['business', 'physical', 'AUDITED_FINANCIALS', 'free'],
  ['business', 'physical', 'BANK_STATEMENT', 'free'],
  ['business', 'physical', 'DRIVING_LICENCE', 'free'],
  ['business', 'physical', 'PASSPORT', 'free'],
  ['business', 'physical', 'STATE_ID', 'free'],
];
