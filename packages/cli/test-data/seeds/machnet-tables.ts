// The two tables of Machnet's page "Update User", cell by cell, copied from the page: the row, whether the field may
// change when the user is verified and when not, a body that changes it, and how the command is told the same.

type Cell = 'Yes' | 'No';

export interface Row {
  readonly field: string;
  readonly verified: Cell;
  readonly notVerified: Cell;
  readonly body: Readonly<Record<string, unknown>>;
  readonly patch: object;
  /** A property that no field of ours stands for. */
  readonly native?: string;
}

const row = (field: string, verified: Cell, notVerified: Cell, value: unknown, patch: object): Row => ({
  field,
  verified,
  notVerified,
  body: { [field]: value },
  patch,
});

const nativeRow = (field: string, verified: Cell, notVerified: Cell, value: string | boolean): Row => ({
  field,
  verified,
  notVerified,
  body: { [field]: value },
  patch: {},
  native: `${field}=${value}`,
});

const front = 'data:image/jpeg;base64,SUQ=';
const physical = (type: string, verified: Cell, notVerified: Cell): Row =>
  row('physical_documents', verified, notVerified, [{ document_type: type, document_value: front }], {
    documents: { physical: [{ type, front }] },
  });
const virtual = (type: string, verified: Cell, notVerified: Cell): Row =>
  row('virtual_documents', verified, notVerified, [{ document_type: type, document_value: '999999999' }], {
    documents: { virtual: [{ type, number: '999999999' }] },
  });

/** Of the rows that say "Conditional", one for each kind. */
export const individual: readonly Row[] = [
  row('first_name', 'No', 'Yes', 'Tenzin', { firstName: 'Tenzin' }),
  row('middle_name', 'No', 'Yes', 'New', { middleName: 'New' }),
  row('last_name', 'No', 'Yes', 'Norgay', { lastName: 'Norgay' }),
  row('mobile_phone', 'Yes', 'Yes', '2106603032', { phone: '+12106603032' }),
  row('email', 'No', 'Yes', 'new@example.com', { email: 'new@example.com' }),
  row('address_line1', 'Yes', 'Yes', '500 8 El Camino Real', { address: { line1: '500 8 El Camino Real' } }),
  row('address_line2', 'Yes', 'Yes', 'Suite 3', { address: { line2: 'Suite 3' } }),
  row('city', 'Yes', 'Yes', 'Santa Clara', { address: { city: 'Santa Clara' } }),
  row('state', 'Yes', 'Yes', 'CA', { address: { state: 'CA' } }),
  row('country', 'No', 'No', 'CA', { address: { country: 'CA' } }),
  row('zipcode', 'Yes', 'Yes', '95053', { address: { postalCode: '95053' } }),
  row('date_of_birth', 'No', 'Yes', '2000-01-01', { dateOfBirth: '2000-01-01' }),
  row('gender', 'No', 'Yes', 'other', { gender: 'other' }),
  nativeRow('user_scope', 'No', 'Yes', 'COMPUTER_TECHNOLOGY'),
  row('occupation', 'Yes', 'Yes', 'Banker', { occupation: 'Banker' }),
  nativeRow('type', 'No', 'No', 'RECEIVE'),
  physical('BANK_STATEMENT', 'Yes', 'Yes'),
  virtual('SSN', 'No', 'Yes'),
  virtual('DRIVING_LICENCE', 'Yes', 'Yes'),
  virtual('PASSPORT', 'Yes', 'Yes'),
  row('company_details', 'Yes', 'Yes', { company_name: 'ACME' }, { employer: { name: 'ACME' } }),
];

export const business: readonly Row[] = [
  row('first_name', 'No', 'Yes', 'Machnet Inc', { businessName: 'Machnet Inc' }),
  row('mobile_phone', 'Yes', 'Yes', '2106603032', { phone: '+12106603032' }),
  row('email', 'Yes', 'Yes', 'new@example.com', { email: 'new@example.com' }),
  row('address_line1', 'Yes', 'Yes', '500 8 El Camino Real', { address: { line1: '500 8 El Camino Real' } }),
  row('address_line2', 'Yes', 'Yes', 'Suite 3', { address: { line2: 'Suite 3' } }),
  row('city', 'Yes', 'Yes', 'Santa Clara', { address: { city: 'Santa Clara' } }),
  row('state', 'Yes', 'Yes', 'NV', { address: { state: 'NV' } }),
  row('country', 'No', 'No', 'CA', { address: { country: 'CA' } }),
  row('zipcode', 'Yes', 'Yes', '95053', { address: { postalCode: '95053' } }),
  row('date_of_birth', 'No', 'Yes', '1995-01-01', { formationDate: '1995-01-01' }),
  nativeRow('business', 'No', 'No', false),
  nativeRow('business_type', 'No', 'Yes', 'LLC'),
  nativeRow('user_scope', 'No', 'Yes', 'OTHER'),
  row('company_website', 'Yes', 'Yes', 'www.example.com', { website: 'www.example.com' }),
  row('number_of_employee', 'Yes', 'Yes', 'OTHER', { employees: 'OTHER' }),
  row('mailing_address', 'Yes', 'Yes', { city: 'Santa Clara' }, { mailingAddress: { city: 'Santa Clara' } }),
  virtual('EIN_NUMBER', 'No', 'Yes'),
  physical('EIN', 'No', 'Yes'),
  physical('CERTIFICATION_OF_INCORPORATION', 'No', 'Yes'),
  // The samples spell it so; the contract takes the two for one document.
  physical('CERTIFICATE_OF_INCORPORATION', 'No', 'Yes'),
  physical('AUDITED_FINANCIALS', 'Yes', 'Yes'),
  nativeRow('user_relationship', 'No', 'No', 'BROTHER'),
  row('number_of_transaction_per_month', 'Yes', 'Yes', 122, { transactions: { perMonth: 122 } }),
  row('transaction_frequency', 'Yes', 'Yes', 'MONTHLY', { transactions: { frequency: 'MONTHLY' } }),
];
