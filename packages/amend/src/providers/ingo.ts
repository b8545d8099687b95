import { userCreateFacts } from '@amend/ingo/v3/facts';
import { operations as operationsV3 } from '@amend/ingo/v3/operations';
import type { components as ComponentsV3, Writable } from '@amend/ingo/v3/types';
import { validateUserCreate } from '@amend/ingo/v3/validators';
import { userUpdateFacts } from '@amend/ingo/v4/facts';
import { operations as operationsV4 } from '@amend/ingo/v4/operations';
import { userUpdate, verification } from '@amend/ingo/v4/rules';
import type { components as ComponentsV4 } from '@amend/ingo/v4/types';
import { validateUserUpdate } from '@amend/ingo/v4/validators';
import { e164, pastDate, ssnDigits, text, textOrEmpty } from '../codecs.ts';
import { field, id, lastDigits, native, readRowsFor, rowsFor, status, unsent } from '../rows.ts';
import type { Reader, UserOperation, Users } from '../user-operation.ts';

export type IngoCreate = Writable<ComponentsV3['schemas']['UserCreate']>;
export type IngoUpdate = Writable<ComponentsV4['schemas']['UserUpdate']>;
type IngoUser = ComponentsV4['schemas']['User'];

const common = {
  first_name: field('firstName', text),
  middle_name: field('middleName', textOrEmpty),
  last_name: field('lastName', text),
  phone_number: field('phone', e164),
  date_of_birth: field('dateOfBirth', pastDate),
  address_one: field('address.line1', text),
  address_two: field('address.line2', textOrEmpty),
  city: field('address.city', text),
  state: field('address.state', text),
  country: field('address.country', text),
  postal_code: field('address.postalCode', text),
} as const;

const sent = {
  ...common,
  ssn: field('ssn', ssnDigits),
  username: field('username', text),
  api_key: unsent,
} as const;

const createRows = rowsFor<IngoCreate>()({
  ...sent,
  email: field('email', text),
  terms_accepted: native,
  meta_data: native,
  business_id: native,
  is_vendor: native,
});

const updateRows = rowsFor<IngoUpdate>()({ ...sent, user_id: id });

type Envelope = { readonly data?: { readonly items?: readonly unknown[] } } | undefined;

const reader: Reader = {
  kind: 'individual',
  verification,
  // Every answer is a page of users, also for one; of several, none is the one that was meant.
  recordIn: (response) => {
    const items = (response as Envelope)?.data?.items;
    return items?.length === 1 ? items[0] : undefined;
  },
  // No call reads one user by its identifier, and no update changes the e-mail address.
  read: ({ email }) => (email === undefined ? undefined : { operation: 'listUsers', input: { body: { email } } }),
  check: ({ id: user_id }) =>
    user_id === undefined ? undefined : { operation: 'startKyc', input: { body: { user_id } } },
  rows: readRowsFor<IngoUser>()({
    ...common,
    id,
    kyc_status: status,
    ssn_last_4: lastDigits,
    email: field('email', text),
    uuid: native,
    status: native,
    created_at: native,
    updated_at: native,
  }),
};

/** A person at Ingo: created under version 3 of its API, and changed under version 4. */
export const ingoUser: {
  create: UserOperation<undefined, IngoCreate, typeof createRows>;
  update: UserOperation<typeof userUpdate, IngoUpdate, typeof updateRows>;
} = {
  create: {
    provider: 'ingo',
    operationId: 'createUser',
    path: operationsV3.createUser.path,
    rules: undefined,
    rows: createRows,
    facts: userCreateFacts,
    validate: validateUserCreate,
    reader,
  },
  update: {
    provider: 'ingo',
    operationId: 'updateUser',
    path: operationsV4.updateUser.path,
    rules: userUpdate,
    rows: updateRows,
    facts: userUpdateFacts,
    validate: validateUserUpdate,
    reader,
  },
};

export const users = { individual: ingoUser } as const satisfies Users;
