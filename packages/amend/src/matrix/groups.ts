import type { Field } from '../fields.ts';

/** What a field has to do with, as a heading of the matrix. */
export type Group =
  | 'Name'
  | 'Contact'
  | 'Address'
  | 'Mailing address'
  | 'Identity'
  | 'Work'
  | 'Documents'
  | 'Business'
  | 'Account'
  | 'Native, of one provider';

/** Every field, in the order of the matrix; one that has no group does not compile. */
const groups: { readonly [Name in Field]: Group } = {
  firstName: 'Name',
  middleName: 'Name',
  lastName: 'Name',
  businessName: 'Name',
  email: 'Contact',
  phone: 'Contact',
  'address.line1': 'Address',
  'address.line2': 'Address',
  'address.line3': 'Address',
  'address.city': 'Address',
  'address.state': 'Address',
  'address.postalCode': 'Address',
  'address.country': 'Address',
  'mailingAddress.line1': 'Mailing address',
  'mailingAddress.line2': 'Mailing address',
  'mailingAddress.line3': 'Mailing address',
  'mailingAddress.city': 'Mailing address',
  'mailingAddress.state': 'Mailing address',
  'mailingAddress.postalCode': 'Mailing address',
  'mailingAddress.country': 'Mailing address',
  dateOfBirth: 'Identity',
  ssn: 'Identity',
  gender: 'Identity',
  'documents.physical': 'Documents',
  'documents.virtual': 'Documents',
  occupation: 'Work',
  'employer.name': 'Work',
  'employer.address': 'Work',
  'employer.phone': 'Work',
  formationDate: 'Business',
  website: 'Business',
  employees: 'Business',
  'transactions.perMonth': 'Business',
  'transactions.frequency': 'Business',
  username: 'Account',
  active: 'Account',
  externalId: 'Account',
};

const order = Object.keys(groups);

/** A provider's own property has no field that stands for it. */
export const groupOf = (field: string): Group =>
  Object.hasOwn(groups, field) ? groups[field as Field] : 'Native, of one provider';

/** Where a field stands in the matrix; a provider's own properties come last. */
export const rankOf = (field: string): number => (Object.hasOwn(groups, field) ? order.indexOf(field) : order.length);

/** A field's name under its heading, which says already what is native. */
export const shortName = (field: string): string => field.replace(/^native\./, '');
