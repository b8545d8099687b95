import * as validatorsV3 from '@amend/ingo/v3/validators';
import { userUpdate, verification } from '@amend/ingo/v4/rules';
import * as validatorsV4 from '@amend/ingo/v4/validators';
import { elementsOf, type Fields, isFields } from '../json.ts';
import { withUser } from '../operations/read.ts';
import { createUser, updateUser } from '../operations/write.ts';
import type { Provider } from '../provider.ts';

const envelope = (items: readonly Fields[], page: Fields = {}): Fields => ({
  status: 'success',
  message: 'operation completed',
  data: {
    items,
    pagination: { page: 1, per_page: 10, total: items.length, sort: 'created_at:desc', search: '', ...page },
  },
});

/** What an answer holds although it was not sent. */
const unset = { middle_name: '', address_two: '' };

/** Of the number, only the last four digits are kept: no answer shows more. */
const withLastDigits = ({ ssn, ...user }: Fields): Fields => {
  const [digits] = /[0-9]{4}$/.exec(String(ssn ?? '')) ?? [];
  return { ...user, ...(digits && { ssn_last_4: digits }) };
};

const searched = ['first_name', 'middle_name', 'last_name', 'email', 'phone_number'];

const writing = { envelope: (user: Fields) => envelope([user]) };

export const ingo: Provider = {
  name: 'ingo',
  contracts: [
    { name: 'ingo@v3', prefix: '/ingo/v3', validators: validatorsV3 },
    { name: 'ingo@v4', prefix: '/ingo/v4', validators: validatorsV4 },
  ],
  verification,
  operations: {
    createUser: createUser(
      writing,
      ({ id }) => String(id),
      ({ body, ids, clock }) => {
        const now = new Date(clock()).toISOString();
        return {
          id: `user-${ids.uuid()}`,
          uuid: ids.uuid(),
          ...unset,
          ...withLastDigits(body),
          status: 'active',
          kyc_status: 'not_started',
          created_at: now,
          updated_at: now,
        };
      },
    ),
    startKyc: withUser(({ users, clock }, user) => {
      const kyc_status = user.fields.kyc_status === 'not_started' ? 'verified' : user.fields.kyc_status;
      users.put({ ...user, fields: { ...user.fields, kyc_status, updated_at: new Date(clock()).toISOString() } });
      return { status: 200, body: { status: 'success', message: 'operation completed', data: {} } };
    }),
    updateUser: updateUser({
      ...writing,
      verification,
      rulesFor: () => userUpdate,
      apply: ({ fields }, changes, { clock }) => ({
        fields: { ...fields, ...withLastDigits(changes), updated_at: new Date(clock()).toISOString() },
      }),
    }),
    listUsers: ({ users, body, show }) => {
      const {
        page = 1,
        per_page = 10,
        search = '',
        email,
      } = body as { page?: number; per_page?: number; search?: string; email?: string };
      const wanted = users
        .all()
        .map(show)
        .filter((user) => email === undefined || user.email === email)
        .filter((user) =>
          searched.some((name) =>
            String(user[name] ?? '')
              .toLowerCase()
              .includes(search.toLowerCase()),
          ),
        )
        .toSorted((a, b) => String(b.created_at).localeCompare(String(a.created_at)));
      const items = wanted.slice((page - 1) * per_page, page * per_page);
      return { status: 200, body: envelope(items, { page, per_page, total: wanted.length, search }) };
    },
  },
  usersIn: (answer) => (isFields(answer) && isFields(answer.data) ? elementsOf(answer.data.items) : []),
  idOf: ({ id }) => String(id),
  withNewIds: (user, ids) => ({ ...user, id: `user-${ids.uuid()}`, uuid: ids.uuid() }),
  errorBody: (message) => ({ status: 'error', message }),
};
