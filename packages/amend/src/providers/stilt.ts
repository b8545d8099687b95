import { userCreateFacts, userUpdateFacts } from '@amend/stilt/v1/facts';
import { operations } from '@amend/stilt/v1/operations';
import { userUpdate } from '@amend/stilt/v1/rules';
import type { components, Writable } from '@amend/stilt/v1/types';
import { validateUserCreate, validateUserUpdate } from '@amend/stilt/v1/validators';
import type { Codec } from '../codec.ts';
import { e164ToUs10, isIsoDate, pastDate, ssnDigits, text } from '../codecs.ts';
import { byId, field, group, id, kind, native, objectOf, readRowsFor, rowsFor } from '../rows.ts';
import type { Reader, UserOperation, Users } from '../user-operation.ts';

type Schemas = components['schemas'];
export type StiltCreate = Writable<Schemas['UserCreate']>;
export type StiltUpdate = Writable<Schemas['UserUpdate']>;

const { minimumAge } = userUpdate.properties.dob;

/** A birth date as `YYYY/MM/DD`, of somebody who is old enough. */
const adultBirthDate: Codec = {
  name: 'isoDateToSlashes',
  encode: (value, context) => {
    const checked = pastDate.encode(value, context);
    if ('issue' in checked) return checked;
    const date = String(checked.wire);
    const latest = `${Number(context.today.slice(0, 4)) - minimumAge}${context.today.slice(4)}`;
    return date <= latest
      ? { wire: date.replaceAll('-', '/') }
      : { issue: `is of somebody who is not ${minimumAge} yet` };
  },
  decode: (wire) => {
    const iso = typeof wire === 'string' ? wire.replaceAll('/', '-') : undefined;
    return isIsoDate(iso) ? iso : undefined;
  },
};

/** The one country that Stilt serves, by its name. */
const countryName: Codec = {
  name: 'countryAlpha2ToName',
  encode: (value) =>
    value === 'US' ? { wire: 'UNITED STATES' } : { issue: 'must be US: this provider takes no other' },
  decode: (wire) => (typeof wire === 'string' && wire.toUpperCase() === 'UNITED STATES' ? 'US' : undefined),
};

const address = group(
  [
    'address.line1',
    'address.line2',
    'address.line3',
    'address.postalCode',
    'address.city',
    'address.state',
    'address.country',
  ],
  objectOf({
    line_1: { field: 'address.line1', codec: text, required: true },
    line_2: { field: 'address.line2', codec: text },
    line_3: { field: 'address.line3', codec: text },
    zip: { field: 'address.postalCode', codec: text, required: true },
    city: { field: 'address.city', codec: text, required: true },
    state: { field: 'address.state', codec: text, required: true },
    country: { field: 'address.country', codec: countryName, required: true },
  }),
  ['address.line2', 'address.line3'],
);

const common = {
  first_name: field('firstName', text),
  middle_name: field('middleName', text),
  last_name: field('lastName', text),
  email: field('email', text),
  phone: field('phone', e164ToUs10),
  address,
} as const;

const sent = {
  ...common,
  dob: field('dateOfBirth', adultBirthDate),
  ssn: field('ssn', ssnDigits),
  credit_report_xml_gzip: native,
  asset_report_json_gzip: native,
} as const;

const createRows = rowsFor<StiltCreate>()(sent);
const updateRows = rowsFor<StiltUpdate>()(sent);

const reader: Reader = {
  kind: 'individual',
  verification: undefined,
  recordIn: (response) => response,
  read: byId(operations, 'getUser'),
  rows: readRowsFor<Schemas['User']>()({
    ...common,
    uuid: id,
    citizenship: native,
    dwolla_customer_url: native,
    user_type: kind('BUSINESS'),
    website: native,
  }),
};

/** A person who borrows through Stilt. */
export const stiltUser: {
  create: UserOperation<undefined, StiltCreate, typeof createRows>;
  update: UserOperation<typeof userUpdate, StiltUpdate, typeof updateRows>;
} = {
  create: {
    provider: 'stilt',
    operationId: 'createUser',
    path: operations.createUser.path,
    rules: undefined,
    rows: createRows,
    facts: userCreateFacts,
    validate: validateUserCreate,
    preparedByClient: ['ssn'],
    reader,
  },
  update: {
    provider: 'stilt',
    operationId: 'updateUser',
    path: operations.updateUser.path,
    rules: userUpdate,
    rows: updateRows,
    facts: userUpdateFacts,
    validate: validateUserUpdate,
    preparedByClient: ['ssn'],
    reader,
  },
};

export const users = { individual: stiltUser } as const satisfies Users;
