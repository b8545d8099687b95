import {
  businessUserCreateFacts,
  businessUserUpdateFacts,
  individualUserCreateFacts,
  individualUserUpdateFacts,
} from '@amend/machnet/v4/facts';
import { operations } from '@amend/machnet/v4/operations';
import { businessUserUpdate, individualUserUpdate, verification } from '@amend/machnet/v4/rules';
import type { components, Writable } from '@amend/machnet/v4/types';
import {
  validateBusinessUserCreate,
  validateBusinessUserUpdate,
  validateIndividualUserCreate,
  validateIndividualUserUpdate,
} from '@amend/machnet/v4/validators';
import {
  documentNumber,
  e164ToDigits,
  integerToText,
  isoDate,
  pastDate,
  readOnly,
  ssnDigits,
  text,
  textOrEmpty,
} from '../codecs.ts';
import {
  byId,
  constant,
  type DocumentCodec,
  field,
  group,
  id,
  kind,
  native,
  objectOf,
  physicalDocuments,
  readRowsFor,
  rowsFor,
  status,
  unsent,
  virtualDocuments,
} from '../rows.ts';
import type { Reader, UserOperation, Users } from '../user-operation.ts';

type Schemas = components['schemas'];
export type IndividualCreate = Writable<Schemas['IndividualUserCreate']>;
export type BusinessCreate = Writable<Schemas['BusinessUserCreate']>;
export type IndividualUpdate = Writable<Schemas['IndividualUserUpdate']>;
export type BusinessUpdate = Writable<Schemas['BusinessUserUpdate']>;

const physical: DocumentCodec = {
  kind: 'document_type',
  properties: {
    id: { wire: 'id', codec: readOnly },
    type: { wire: 'document_type', codec: text },
    front: { wire: 'document_value', codec: text },
    back: { wire: 'document_value_back', codec: text },
    country: { wire: 'country', codec: text },
    state: { wire: 'state', codec: text },
    expiryDate: { wire: 'expiry_date', codec: isoDate },
  },
};

const virtual: DocumentCodec = {
  kind: 'document_type',
  ssn: ssnDigits,
  properties: {
    id: { wire: 'id', codec: readOnly },
    type: { wire: 'document_type', codec: text },
    number: { wire: 'document_value', codec: documentNumber },
    issuingAuthority: { wire: 'id_issuing_authority', codec: text },
    issueDate: { wire: 'issue_date', codec: isoDate },
    expiryDate: { wire: 'expiry_date', codec: isoDate },
    country: { wire: 'country', codec: text },
    state: { wire: 'state', codec: text },
  },
};

const physicalRow = physicalDocuments(physical);
const virtualRow = virtualDocuments(virtual, 'SSN');

const employer = group(
  ['employer.name', 'employer.address', 'employer.phone'],
  objectOf({
    company_name: { field: 'employer.name', codec: text },
    address: { field: 'employer.address', codec: text },
    phone_number: { field: 'employer.phone', codec: text },
  }),
);

const mailingAddress = group(
  [
    'mailingAddress.line1',
    'mailingAddress.line2',
    'mailingAddress.city',
    'mailingAddress.state',
    'mailingAddress.country',
    'mailingAddress.postalCode',
  ],
  objectOf({
    address_line1: { field: 'mailingAddress.line1', codec: text },
    address_line2: { field: 'mailingAddress.line2', codec: textOrEmpty },
    city: { field: 'mailingAddress.city', codec: text },
    state: { field: 'mailingAddress.state', codec: text },
    country: { field: 'mailingAddress.country', codec: text },
    zipcode: { field: 'mailingAddress.postalCode', codec: text },
  }),
);

/** What individuals and businesses have in common. */
const common = {
  email: field('email', text),
  mobile_phone: field('phone', e164ToDigits),
  address_line1: field('address.line1', text),
  address_line2: field('address.line2', textOrEmpty),
  city: field('address.city', text),
  state: field('address.state', text),
  country: field('address.country', text),
  zipcode: field('address.postalCode', text),
  user_scope: native,
  ip_address: native,
} as const;

const individual = {
  ...common,
  first_name: field('firstName', text),
  middle_name: field('middleName', textOrEmpty),
  last_name: field('lastName', text),
  date_of_birth: field('dateOfBirth', pastDate),
  gender: field('gender', text),
  occupation: field('occupation', text),
  company_details: employer,
  physical_documents: physicalRow,
  virtual_documents: virtualRow,
} as const;

const business = {
  ...common,
  first_name: field('businessName', text),
  date_of_birth: field('formationDate', pastDate),
  business_type: native,
  company_website: field('website', text),
  number_of_employee: field('employees', text),
  mailing_address: mailingAddress,
  number_of_transaction_per_month: field('transactions.perMonth', integerToText),
  transaction_frequency: field('transactions.frequency', text),
  physical_documents: physicalRow,
  virtual_documents: virtualRow,
} as const;

const read = {
  id,
  status,
  type: native,
  business: kind(true),
  created_at: native,
  user_relationship: native,
} as const;

/** What the provider sends back about individuals, and about businesses only. */
const individualReader: Reader = {
  kind: 'individual',
  verification,
  recordIn: (response) => response,
  read: byId(operations, 'getUser'),
  check: byId(operations, 'startKyc'),
  rows: readRowsFor<Schemas['User']>()({
    ...individual,
    ...read,
    business_type: native,
    company_website: native,
    number_of_employee: native,
    mailing_address: native,
    number_of_transaction_per_month: native,
    transaction_frequency: native,
  }),
};

const businessReader: Reader = {
  kind: 'business',
  verification,
  recordIn: (response) => response,
  read: byId(operations, 'getUser'),
  check: byId(operations, 'startKyc'),
  rows: readRowsFor<Schemas['User']>()({
    ...business,
    ...read,
    middle_name: native,
    last_name: native,
    gender: native,
    occupation: native,
    company_details: native,
  }),
};

const create = {
  provider: 'machnet',
  operationId: 'createUser',
  path: operations.createUser.path,
  rules: undefined,
} as const;
const update = { provider: 'machnet', operationId: 'updateUser', path: operations.updateUser.path } as const;

const individualCreateRows = rowsFor<IndividualCreate>()({
  ...individual,
  type: native,
  business: constant(false),
  send_user_id: native,
  user_relationship: native,
});

const individualUpdateRows = rowsFor<IndividualUpdate>()({ ...individual, id: unsent, type: native, business: unsent });

const businessCreateRows = rowsFor<BusinessCreate>()({
  ...business,
  type: native,
  business: constant(true),
  deposit_enabled: native,
  send_user_id: native,
  user_relationship: native,
});

const { ip_address: _, ...updatableBusiness } = business;
const businessUpdateRows = rowsFor<BusinessUpdate>()({
  ...updatableBusiness,
  business: native,
  user_relationship: native,
});

/** A person who sends or receives money at Machnet. */
export const machnetIndividual: {
  create: UserOperation<undefined, IndividualCreate, typeof individualCreateRows>;
  update: UserOperation<typeof individualUserUpdate, IndividualUpdate, typeof individualUpdateRows>;
} = {
  create: {
    ...create,
    rows: individualCreateRows,
    facts: individualUserCreateFacts,
    validate: validateIndividualUserCreate,
    reader: individualReader,
  },
  update: {
    ...update,
    rules: individualUserUpdate,
    rows: individualUpdateRows,
    facts: individualUserUpdateFacts,
    validate: validateIndividualUserUpdate,
    reader: individualReader,
  },
};

/** A business that sends or receives money at Machnet. */
export const machnetBusiness: {
  create: UserOperation<undefined, BusinessCreate, typeof businessCreateRows>;
  update: UserOperation<typeof businessUserUpdate, BusinessUpdate, typeof businessUpdateRows>;
} = {
  create: {
    ...create,
    rows: businessCreateRows,
    facts: businessUserCreateFacts,
    validate: validateBusinessUserCreate,
    reader: businessReader,
  },
  update: {
    ...update,
    rules: businessUserUpdate,
    rows: businessUpdateRows,
    facts: businessUserUpdateFacts,
    validate: validateBusinessUserUpdate,
    reader: businessReader,
  },
};

export const users = { individual: machnetIndividual, business: machnetBusiness } as const satisfies Users;
