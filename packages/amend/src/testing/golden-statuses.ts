import { businessUpdateFacts, personalUpdateFacts } from '@amend/compiler/golden/v3/facts.ts';
import { operations } from '@amend/compiler/golden/v3/operations.ts';
import { businessUpdate, personalUpdate, verification } from '@amend/compiler/golden/v3/rules.ts';
import type { components, Writable } from '@amend/compiler/golden/v3/types.ts';
import { validateBusinessUpdate, validatePersonalUpdate } from '@amend/compiler/golden/v3/validators.js';
import { pastDate, ssnDigits, text } from '../codecs.ts';
import { field, id, kind, native, readRowsFor, rowsFor, status } from '../rows.ts';
import type { Reader, UserOperation } from '../user-operation.ts';

// A made-up provider whose rules name its own status words.

type Schemas = components['schemas'];
type PersonalUpdate = Writable<Schemas['PersonalUpdate']>;
type BusinessUpdate = Writable<Schemas['BusinessUpdate']>;

const shared = { email: field('email', text) } as const;

const person = {
  ...shared,
  firstName: field('firstName', text),
  lastName: field('lastName', text),
  phone: field('phone', text),
  address1: field('address.line1', text),
  address2: field('address.line2', text),
  city: field('address.city', text),
  state: field('address.state', text),
  postalCode: field('address.postalCode', text),
} as const;

const business = {
  ...shared,
  businessName: field('businessName', text),
  website: field('website', text),
  doingBusinessAs: native,
} as const;

const rows = {
  personal: rowsFor<PersonalUpdate>()({
    ...person,
    ipAddress: native,
    dateOfBirth: field('dateOfBirth', pastDate),
    ssn: field('ssn', ssnDigits),
  }),
  business: rowsFor<BusinessUpdate>()({ ...business, type: native, ein: native }),
};

const readerOf = (who: Reader['kind']): Reader => ({
  kind: who,
  verification,
  recordIn: (answer) => answer,
  rows: readRowsFor<Schemas['User']>()({ ...person, ...business, id, status, type: kind('business') }),
});

const common = {
  provider: 'golden',
  operationId: personalUpdate.operation,
  path: operations.updateCustomer.path,
} as const;

/** Customers who are unverified, in retry or verified, or in a status in which nothing may change. */
export const goldenCustomer: {
  personal: UserOperation<typeof personalUpdate, PersonalUpdate, typeof rows.personal>;
  business: UserOperation<typeof businessUpdate, BusinessUpdate, typeof rows.business>;
} = {
  personal: {
    ...common,
    rules: personalUpdate,
    rows: rows.personal,
    facts: personalUpdateFacts,
    validate: validatePersonalUpdate,
    reader: readerOf('individual'),
  },
  business: {
    ...common,
    rules: businessUpdate,
    rows: rows.business,
    facts: businessUpdateFacts,
    validate: validateBusinessUpdate,
    reader: readerOf('business'),
  },
};
