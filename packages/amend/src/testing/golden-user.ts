import {
  businessUpdateFacts,
  memberCreateFacts,
  memberReplacementFacts,
  memberUpdateFacts,
  personUpdateFacts,
} from '@amend/compiler/golden/v2/facts.ts';
import { operations } from '@amend/compiler/golden/v2/operations.ts';
import {
  businessUpdate,
  memberReplacement,
  memberUpdate,
  personUpdate,
  verification,
} from '@amend/compiler/golden/v2/rules.ts';
import type { components, Writable } from '@amend/compiler/golden/v2/types.ts';
import {
  validateBusinessUpdate,
  validateMemberCreate,
  validateMemberReplacement,
  validateMemberUpdate,
  validatePersonUpdate,
} from '@amend/compiler/golden/v2/validators.js';
import type { Codec, FieldsCodec } from '../codec.ts';
import {
  boolean,
  documentNumber,
  e164,
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
  constant,
  field,
  group,
  id,
  kind,
  lastDigits,
  native,
  objectOf,
  physicalDocuments,
  readRowsFor,
  rowsFor,
  status,
  unsent,
  virtualDocuments,
} from '../rows.ts';
import type { Reader, UserOperation } from '../user-operation.ts';

// A made-up provider, whose mapping has a row of each kind, and whose contract has a rule of each.

type Schemas = components['schemas'];
export type PersonUpdate = Writable<Schemas['PersonUpdate']>;
type BusinessUpdate = Writable<Schemas['BusinessUpdate']>;
type MemberCreate = Writable<Schemas['MemberCreate']>;
type MemberUpdate = Writable<Schemas['MemberUpdate']>;
type MemberReplacement = Writable<Schemas['MemberReplacement']>;

const provider = 'golden';

const employer = group(
  ['employer.name', 'employer.address', 'employer.phone'],
  objectOf({
    name: { field: 'employer.name', codec: text },
    address: { field: 'employer.address', codec: text },
    phone: { field: 'employer.phone', codec: text },
  }),
);

const scans = physicalDocuments({
  kind: 'kind',
  properties: {
    id: { wire: 'id', codec: readOnly },
    type: { wire: 'kind', codec: text },
    front: { wire: 'front', codec: text },
    back: { wire: 'back', codec: text },
    country: { wire: 'country', codec: text },
    state: { wire: 'region', codec: text },
    expiryDate: { wire: 'expires_on', codec: isoDate },
  },
});

const numbers = virtualDocuments(
  {
    kind: 'kind',
    ssn: ssnDigits,
    properties: {
      id: { wire: 'id', codec: readOnly },
      type: { wire: 'kind', codec: text },
      number: { wire: 'value', codec: documentNumber },
      issuingAuthority: { wire: 'issuer', codec: text },
      issueDate: { wire: 'issued_on', codec: isoDate },
      expiryDate: { wire: 'expires_on', codec: isoDate },
      country: { wire: 'country', codec: text },
      state: { wire: 'region', codec: text },
    },
  },
  'SSN',
);

const common = {
  email: field('email', text),
  mobile: field('phone', e164ToDigits),
  country: field('address.country', text),
  numbers,
  scans,
} as const;

const person = {
  ...common,
  given_name: field('firstName', text),
  middle_name: field('middleName', textOrEmpty),
  family_name: field('lastName', text),
  street: field('address.line1', text),
  street_2: field('address.line2', textOrEmpty),
  city: field('address.city', text),
  region: field('address.state', text),
  born_on: field('dateOfBirth', pastDate),
  gender: field('gender', text),
  occupation: field('occupation', text),
  scope: native,
  type: native,
  employer,
} as const;

const business = {
  ...common,
  name: field('businessName', text),
  founded_on: field('formationDate', pastDate),
  website: field('website', text),
  username: field('username', text),
  monthly_payments: field('transactions.perMonth', integerToText),
} as const;

/** What is written as one name; its parts are read back as first word and rest. */
const nameFields = ['firstName', 'middleName', 'lastName'] as const;
const fullName: FieldsCodec = {
  name: 'fullName',
  needs: ['firstName', 'lastName'],
  encode: (values, context) => {
    const issues = new Map<string, string>();
    for (const name of nameFields) {
      const { encode } = name === 'firstName' ? text : textOrEmpty;
      const encoded = values.has(name) ? encode(values.get(name), context) : undefined;
      if (encoded && 'issue' in encoded) issues.set(name, encoded.issue);
    }
    if (issues.size > 0) return { issues };
    return { wire: nameFields.flatMap((name) => values.get(name) || []).join(' ') };
  },
  decode: (wire) => {
    const [first, ...rest] = String(wire).split(' ');
    return [
      ['firstName', first],
      ['lastName', rest.join(' ')],
    ];
  },
  loss: 'goes into one name',
};

/** A whole number or a text, which are the same to the provider. */
const reference: Codec = {
  ...text,
  name: 'reference',
  encode: (value, context) => (Number.isSafeInteger(value) ? { wire: value } : text.encode(value, context)),
  decode: (wire) => (typeof wire === 'number' ? wire : text.decode(wire)),
  normal: String,
};

/** The one country that is served, by its name. */
const countryName: Codec = {
  name: 'countryName',
  encode: (value) => (value === 'US' ? { wire: 'UNITED STATES' } : { issue: 'must be US' }),
  decode: (wire) => (wire === 'UNITED STATES' ? 'US' : undefined),
};

const address = group(
  ['address.line1', 'address.line2', 'address.city', 'address.state', 'address.postalCode', 'address.country'],
  objectOf({
    line_1: { field: 'address.line1', codec: text, required: true },
    line_2: { field: 'address.line2', codec: text },
    city: { field: 'address.city', codec: text, required: true },
    state: { field: 'address.state', codec: text, required: true },
    zip: { field: 'address.postalCode', codec: text, required: true },
    country: { field: 'address.country', codec: countryName, required: true },
  }),
  ['address.line2'],
);

const member = {
  reference: field('externalId', reference),
  name: group(nameFields, fullName),
  email: field('email', text, { isCleared: true }),
  username: field('username', text, { isCleared: true }),
  phone: field('phone', e164),
} as const;

const ssn = field('ssn', ssnDigits);

const rows = {
  person: rowsFor<PersonUpdate>()({ ...person, id: unsent }),
  business: rowsFor<BusinessUpdate>()(business),
  create: rowsFor<MemberCreate>()({
    reference: member.reference,
    name: member.name,
    email: field('email', text),
    phone: member.phone,
    born_on: field('dateOfBirth', pastDate),
    address,
    employer,
    ssn,
    kind: constant('consumer'),
    terms_accepted: native,
    tags: native,
  }),
  update: rowsFor<MemberUpdate>()({
    ...member,
    user_id: id,
    api_key: unsent,
    born_on: field('dateOfBirth', pastDate),
    address,
    ssn,
    active: field('active', boolean),
  }),
  replace: rowsFor<MemberReplacement>()({
    ...member,
    // To leave it out keeps an active user active.
    active: field('active', boolean, { omitted: true }),
    payout_account: native,
  }),
};

const asItIs = (response: unknown): unknown => response;

const read = { id, status, business: kind(true), created_at: native } as const;
const personReader: Reader = {
  kind: 'individual',
  verification,
  recordIn: asItIs,
  rows: readRowsFor<Schemas['User']>()({
    ...person,
    ...read,
    name: native,
    founded_on: native,
    username: native,
    website: native,
    monthly_payments: native,
  }),
};
const businessReader: Reader = {
  kind: 'business',
  verification,
  recordIn: asItIs,
  rows: readRowsFor<Schemas['User']>()({
    ...business,
    ...read,
    given_name: native,
    middle_name: native,
    family_name: native,
    street: native,
    street_2: native,
    city: native,
    region: native,
    born_on: native,
    gender: native,
    occupation: native,
    scope: native,
    type: native,
    employer: native,
  }),
};
const memberReader: Reader = {
  kind: 'individual',
  verification: undefined,
  recordIn: asItIs,
  rows: readRowsFor<Schemas['Member']>()({
    ...member,
    id,
    kind: kind('company'),
    born_on: field('dateOfBirth', pastDate),
    address,
    employer,
    ssn_last_4: lastDigits,
    active: field('active', boolean),
    payout_account: native,
    created_at: native,
  }),
};
/** Of several members on a page, none is the one that was meant. */
const pageReader: Reader = {
  ...memberReader,
  recordIn: (response) => {
    const { items } = (response ?? {}) as { readonly items?: readonly unknown[] };
    return items?.length === 1 ? items[0] : undefined;
  },
};

/** A user whom the provider checks, and whose status it tells. */
export const goldenPerson: { update: UserOperation<typeof personUpdate, PersonUpdate, typeof rows.person> } = {
  update: {
    provider,
    operationId: personUpdate.operation,
    path: operations.updateUser.path,
    rules: personUpdate,
    rows: rows.person,
    facts: personUpdateFacts,
    validate: validatePersonUpdate,
    reader: personReader,
  },
};

export const goldenBusiness: { update: UserOperation<typeof businessUpdate, BusinessUpdate, typeof rows.business> } = {
  update: {
    provider,
    operationId: businessUpdate.operation,
    path: operations.updateUser.path,
    rules: businessUpdate,
    rows: rows.business,
    facts: businessUpdateFacts,
    validate: validateBusinessUpdate,
    reader: businessReader,
  },
};

/** Somebody without a status. `replace` needs the whole member, from `current`. */
export const goldenMember: {
  create: UserOperation<undefined, MemberCreate, typeof rows.create>;
  update: UserOperation<typeof memberUpdate, MemberUpdate, typeof rows.update>;
  replace: UserOperation<typeof memberReplacement, MemberReplacement, typeof rows.replace>;
} = {
  create: {
    provider,
    operationId: 'createMember',
    path: operations.createMember.path,
    rules: undefined,
    rows: rows.create,
    facts: memberCreateFacts,
    validate: validateMemberCreate,
    preparedByClient: ['ssn'],
    reader: pageReader,
  },
  update: {
    provider,
    operationId: memberUpdate.operation,
    path: operations.updateMember.path,
    rules: memberUpdate,
    rows: rows.update,
    facts: memberUpdateFacts,
    validate: validateMemberUpdate,
    preparedByClient: ['ssn'],
    reader: memberReader,
  },
  replace: {
    provider,
    operationId: memberReplacement.operation,
    path: operations.replaceMember.path,
    rules: memberReplacement,
    rows: rows.replace,
    facts: memberReplacementFacts,
    validate: validateMemberReplacement,
    reader: memberReader,
  },
};

export { registryOf } from '../registry.ts';
