import type { FieldRule } from '@amend/contract';
import { businessUserUpdate, individualUserUpdate, verification } from '@amend/machnet/v4/rules';
import * as validators from '@amend/machnet/v4/validators';
import { elementsOf, type Fields } from '../json.ts';
import { fileDocuments, withoutScans } from '../operations/documents.ts';
import { getUser, withUser } from '../operations/read.ts';
import { createUser, type Update, updateUser, type Writing } from '../operations/write.ts';
import type { Problem } from '../problem.ts';
import type { Provider, Rules } from '../provider.ts';

const kindProperty = 'document_type';
const lists = ['physical_documents', 'virtual_documents'] as const;
const scans = ['document_value', 'document_value_back'];

/**
 * What a call to start the KYC check leads to; the last two are the end of the road. A check that was started again is
 * queued again (paas.docs.machnetinc.com/api-references/webhooks/events).
 */
const nextStatus: Readonly<Record<string, string>> = {
  UNVERIFIED: 'IN_PROGRESS',
  IN_PROGRESS: 'VERIFIED',
  RETRY: 'IN_PROGRESS',
  REVIEW_PENDING: 'VERIFIED',
  VERIFIED: 'VERIFIED',
  SUSPENDED: 'SUSPENDED',
};

/** The state of what the user has sent, by the user's status. */
const cipStatus: Readonly<Record<string, string>> = {
  UNVERIFIED: 'SUBMIT',
  IN_PROGRESS: 'REVIEWING',
  RETRY: 'FAILED',
  REVIEW_PENDING: 'REVIEWING',
  VERIFIED: 'VERIFIED',
  SUSPENDED: 'FAILED',
};

/** The pieces of information about an individual, by their tags; those of a business are not public. */
const cipTags: Readonly<Record<string, string>> = {
  FIRST_NAME: 'first_name',
  MIDDLE_NAME: 'middle_name',
  LAST_NAME: 'last_name',
  DATE_OF_BIRTH: 'date_of_birth',
  GENDER: 'gender',
  EMAIL: 'email',
  PHONE_NUMBER: 'mobile_phone',
  ADDRESS_LINE1: 'address_line1',
  ADDRESS_LINE2: 'address_line2',
  CITY: 'city',
  STATE: 'state',
  ZIP_CODE: 'zipcode',
  COUNTRY: 'country',
  OCCUPATION: 'occupation',
  ID_DOC: 'physical_documents',
  IP_ADDRESS: 'ip_address',
};

const isBusiness = ({ business }: Fields): boolean => business === true;

const mapDocuments = (user: Fields, change: (document: Fields, list: (typeof lists)[number]) => Fields): Fields => ({
  ...user,
  ...Object.fromEntries(
    lists.flatMap((list) => (user[list] ? [[list, elementsOf(user[list]).map((each) => change(each, list))]] : [])),
  ),
});

const withoutContents = (user: Fields): Fields =>
  mapDocuments(user, (document, list) => (list === 'physical_documents' ? withoutScans(document, scans) : document));

/** Five asterisks and the last four digits, as in every sample. */
const maskSsn = (document: Fields): Fields =>
  document[kindProperty] === 'SSN'
    ? { ...document, document_value: `*****${String(document.document_value).slice(-4)}` }
    : document;

/** The mask is made of the last four signs, which its pattern takes as digits only. */
const checkSsns = ({ virtual_documents }: Fields): readonly Problem[] =>
  elementsOf(virtual_documents).flatMap((document, index) =>
    document[kindProperty] !== 'SSN' || /[0-9]{4}$/.test(String(document.document_value))
      ? []
      : [{ field: `/virtual_documents/${index}/document_value`, rule: 'ssn', message: 'must end in four digits' }],
  );

/** The samples' own numbers begin with five ones. */
const unmaskSsn = (document: Fields): Fields =>
  document[kindProperty] === 'SSN'
    ? { ...document, document_value: String(document.document_value).replace('*****', '11111') }
    : document;

/** A count may come as its digits, and always goes out as a number. */
const withCount = (fields: Fields): Fields => {
  const count = fields.number_of_transaction_per_month;
  const isDigits = typeof count === 'string' && /^[0-9]{1,15}$/.test(count);
  return isDigits ? { ...fields, number_of_transaction_per_month: Number(count) } : fields;
};

const rulesFor = (user: Fields): Rules => (isBusiness(user) ? businessUserUpdate : individualUserUpdate);

/** The side effect that the contract documents for a list of this kind of user; none is assumed. */
const effectOf = (user: Fields, list: string): FieldRule['effect'] => {
  const rule = rulesFor(user).fields[list];
  return rule && 'effect' in rule ? rule.effect : undefined;
};

const writing: Writing = { check: checkSsns };

const update: Update = {
  ...writing,
  // Nobody but a business has to say so.
  compare: { business: (sent, stored) => sent === (stored ?? false) },
  verification,
  prepare: withoutContents,
  rulesFor,
  checkRoles: ({ roles }, user) =>
    roles.id === undefined || roles.id === user.id
      ? []
      : [{ field: '/id', rule: 'identifier', message: 'must be the id in the path' }],
  apply: (user, changes, { ids }) => {
    const filed = lists.flatMap((list) => {
      const added = elementsOf(changes[list]).map((document) => ({ id: ids.uuid(), ...document }));
      const filing = { kind: kindProperty, effect: effectOf(user.fields, list) };
      return added.length > 0 ? [{ list, ...fileDocuments(user.fields[list], added, filing) }] : [];
    });
    return {
      fields: withCount({
        ...user.fields,
        ...changes,
        ...Object.fromEntries(filed.map(({ list, current }) => [list, current])),
      }),
      archived: [...user.archived, ...filed.flatMap(({ archived }) => archived)],
    };
  },
};

export const machnet: Provider = {
  name: 'machnet',
  contracts: [{ name: 'machnet@v4', prefix: '/machnet', validators }],
  verification,
  operations: {
    createUser: createUser(
      writing,
      ({ id }) => String(id),
      ({ body, ids, clock }) =>
        withCount({
          ...mapDocuments(withoutContents(body), (document) => ({ id: ids.uuid(), ...document })),
          id: ids.uuid(),
          status: 'UNVERIFIED',
          created_at: `${new Date(clock()).toISOString().slice(0, -1)}000`,
        }),
    ),
    getUser,
    updateUser: updateUser(update),
    startKyc: withUser(({ users }, user) => {
      const status = nextStatus[String(user.fields.status)] ?? 'IN_PROGRESS';
      users.put({ ...user, fields: { ...user.fields, status } });
      return { status: 200, body: { success: true, status: 'INITIATED' } };
    }),
    getKyc: withUser((_, { id, fields }) => {
      const state = cipStatus[String(fields.status)];
      const tags = Object.entries(cipTags).map(([tag, name]) => [tag, fields[name] ? state : 'REQUESTED']);
      return {
        status: 200,
        body: {
          user_id: id,
          kyc_status: fields.status,
          ...(!isBusiness(fields) && { cip_info: Object.fromEntries(tags) }),
        },
      };
    }),
  },
  usersIn: (answer) => [answer as Fields],
  idOf: ({ id }) => String(id),
  kindOf: (user) => (isBusiness(user) ? 'business' : 'individual'),
  fromExample: (user) => ({ ...mapDocuments(user, unmaskSsn), type: 'SEND', business: !('last_name' in user) }),
  withNewIds: (user, ids) => ({
    ...mapDocuments(user, (document) => ({ ...document, id: ids.uuid() })),
    id: ids.uuid(),
  }),
  // No sample of a user shows these two.
  read: ({ type: _, business: __, ...user }) => mapDocuments(user, maskSsn),
  errorBody: (message) => ({ message }),
};
