import { userCreateFacts, userPatchFacts, userUpdateFacts } from '@amend/hpay/v1/facts';
import { operations } from '@amend/hpay/v1/operations';
import { userPatch, userUpdate } from '@amend/hpay/v1/rules';
import type { components, Writable } from '@amend/hpay/v1/types';
import { validateUserCreate, validateUserPatch, validateUserUpdate } from '@amend/hpay/v1/validators';
import type { Codec, FieldsCodec } from '../codec.ts';
import { boolean, e164, text, textOrEmpty } from '../codecs.ts';
import { byId, field, group, id, native, readRowsFor, rowsFor } from '../rows.ts';
import { isBlank } from '../text.ts';
import type { Reader, UserOperation, Users } from '../user-operation.ts';

type Schemas = components['schemas'];
export type HpayCreate = Writable<Schemas['UserCreate']>;
export type HpayReplace = Writable<Schemas['UserUpdate']>;
export type HpayPatch = Writable<Schemas['UserPatch']>;

const nameFields = ['firstName', 'middleName', 'lastName'] as const;

/** The names as one text; which part was which is lost, and read back as first word and rest. */
const fullName: FieldsCodec = {
  name: 'fullName',
  needs: ['firstName', 'lastName'],
  encode: (values, context) => {
    const issues = new Map<string, string>();
    for (const name of nameFields) {
      // One word is a whole name, and stands in the first.
      const { encode } = name === 'firstName' ? text : textOrEmpty;
      const encoded = values.has(name) ? encode(values.get(name), context) : undefined;
      if (encoded && 'issue' in encoded) issues.set(name, encoded.issue);
    }
    if (issues.size > 0) return { issues };
    const words = nameFields.map((name) => values.get(name)).filter((word) => word !== undefined && word !== '');
    return { wire: words.join(' ') };
  },
  decode: (wire) => {
    if (typeof wire !== 'string') return [];
    const [first = '', ...rest] = wire.split(' ');
    return [
      ['firstName', first],
      ['lastName', rest.join(' ')],
    ];
  },
  loss: 'goes into one name, whose parts cannot be told apart again; give all of them, or a middle name may be lost',
};

/** Your identifier: a whole number or a text. */
const externalId: Codec = {
  name: 'externalId',
  encode: (value, context) => {
    if (typeof value === 'string' && !isBlank(value)) return text.encode(value, context);
    const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
    return isWhole ? { wire: value } : { issue: 'must be text, and not empty, or a whole number' };
  },
  decode: (wire) => (typeof wire === 'string' || typeof wire === 'number' ? wire : undefined),
  asItIs: true,
  // HPay stores a number as a text.
  normal: String,
};

const common = {
  name: group(nameFields, fullName),
  email: field('email', text, { isCleared: true }),
  username: field('username', text, { isCleared: true }),
  phone_number: field('phone', e164),
} as const;

const createRows = rowsFor<HpayCreate>()({
  app_user_id: field('externalId', externalId),
  ...common,
  is_active: field('active', boolean),
  stripe_connect_account_id: native,
});

const replaceRows = rowsFor<HpayReplace>()({
  app_user_id: field('externalId', externalId),
  ...common,
  // To leave it out keeps an active user active, by any reading of the pages; a disabled one could be enabled.
  is_active: field('active', boolean, { omitted: true }),
  stripe_connect_account_id: native,
});

const patchRows = rowsFor<HpayPatch>()({ ...common, is_active: field('active', boolean) });

const reader: Reader = {
  kind: 'individual',
  verification: undefined,
  recordIn: (response) => response,
  read: byId(operations, 'getUser'),
  list: { operation: 'listUsers', input: {} },
  rows: readRowsFor<Schemas['User']>()({
    ...common,
    id,
    app_user_id: field('externalId', externalId),
    is_active: field('active', boolean),
    stripe_connect_account_id: native,
    stripe_connect_verified: native,
    created_at: native,
    updated_at: native,
  }),
};

/** A user of an application at HPay. `replace` needs the whole user, from `current`; `patch` takes parts. */
export const hpayUser: {
  create: UserOperation<undefined, HpayCreate, typeof createRows>;
  replace: UserOperation<typeof userUpdate, HpayReplace, typeof replaceRows>;
  patch: UserOperation<typeof userPatch, HpayPatch, typeof patchRows>;
} = {
  create: {
    provider: 'hpay',
    operationId: 'createUser',
    path: operations.createUser.path,
    rules: undefined,
    rows: createRows,
    facts: userCreateFacts,
    validate: validateUserCreate,
    reader,
  },
  replace: {
    provider: 'hpay',
    operationId: 'updateUser',
    path: operations.updateUser.path,
    rules: userUpdate,
    rows: replaceRows,
    facts: userUpdateFacts,
    validate: validateUserUpdate,
    reader,
  },
  patch: {
    provider: 'hpay',
    operationId: 'patchUser',
    path: operations.patchUser.path,
    rules: userPatch,
    rows: patchRows,
    facts: userPatchFacts,
    validate: validateUserPatch,
    reader,
  },
};

export const users = { individual: hpayUser } as const satisfies Users;
