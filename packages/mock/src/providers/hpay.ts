import { userPatch, userUpdate } from '@amend/hpay/v1/rules';
import * as validators from '@amend/hpay/v1/validators';
import { elementsOf, type Fields, isFields } from '../json.ts';
import { getUser, withUser } from '../operations/read.ts';
import { createUser, updateUser, type Writing } from '../operations/write.ts';
import type { Problem } from '../problem.ts';
import type { Handler, Provider } from '../provider.ts';

/** What a field is that a new user, or a replacement, leaves out. */
const defaults = { email: null, username: null, is_active: true, stripe_connect_account_id: null };

const writing: Writing = { unique: ['email', 'username', 'phone_number'] };

const time = (clock: () => number): string => new Date(clock()).toISOString();

const switchUser = (is_active: boolean, message: string): Handler =>
  withUser(({ users, clock }, user) => {
    users.put({ ...user, fields: { ...user.fields, is_active, updated_at: time(clock) } });
    return { status: 200, body: { message } };
  });

/** HPay keeps a number as a string. */
const sameId = (a: unknown, b: unknown): boolean => String(a) === String(b);

/** The contract's examples of a 422 that show how the kind of a problem is worded; other kinds keep our words. */
const worded = [
  { rule: 'required', example: 'missingField' },
  { rule: 'type', says: /^must be (?:of type )?boolean/, example: 'wrongType' },
  { rule: 'type', says: /^must be (?:of type )?string(?: or null)?$/, example: 'wrongText' },
];

const wordsFor = ({ rule, message }: Problem, examples: Fields): Fields => {
  const row = worded.find((each) => each.rule === rule && (each.says?.test(message) ?? true));
  const shown = row && examples[row.example];
  const [words] = isFields(shown) ? elementsOf(shown.detail) : [];
  return { msg: words?.msg ?? message, type: words?.type ?? rule };
};

const locOf = (field: string): readonly string[] =>
  field.startsWith('/') || field === '' ? ['body', ...field.split('/').slice(1)] : field.split('.');

export const hpay: Provider = {
  name: 'hpay',
  contracts: [{ name: 'hpay@v1', prefix: '/hpay', validators }],
  operations: {
    createUser: createUser(
      writing,
      ({ id }) => String(id),
      ({ body, ids, clock }) => {
        const now = time(clock);
        return {
          id: ids.uuid(),
          ...defaults,
          ...body,
          app_user_id: String(body.app_user_id),
          stripe_connect_verified: false,
          created_at: now,
          updated_at: now,
        };
      },
    ),
    listUsers: ({ users, query, show }) => {
      const wanted = users
        .all()
        .filter(({ fields }) => !query.is_active || String(fields.is_active) === query.is_active);
      return { status: 200, body: wanted.map(show) };
    },
    getUser,
    updateUser: updateUser({
      ...writing,
      rulesFor: () => userUpdate,
      compare: { app_user_id: sameId },
      apply: ({ fields }, changes, { clock }) => ({
        fields: { ...fields, ...defaults, ...changes, updated_at: time(clock) },
      }),
    }),
    patchUser: updateUser({
      ...writing,
      rulesFor: () => userPatch,
      apply: ({ fields }, changes, { clock }) => ({ fields: { ...fields, ...changes, updated_at: time(clock) } }),
    }),
    deleteUser: withUser(({ users }, { id }) => {
      users.remove(id);
      return { status: 200, body: { message: 'User deleted successfully' } };
    }),
    disableUser: switchUser(false, 'User and wallet disabled successfully'),
    enableUser: switchUser(true, 'User and wallet enabled successfully'),
  },
  usersIn: (answer) => (Array.isArray(answer) ? answer : [answer as Fields]),
  idOf: ({ id }) => String(id),
  withNewIds: (user, ids) => ({ ...user, id: ids.uuid() }),
  errorBody: (message, problems, status, examples = {}) => ({
    detail:
      status === 422
        ? problems.map((problem) => ({ loc: locOf(problem.field), ...wordsFor(problem, examples) }))
        : message,
  }),
  documented: [
    { rule: 'locked', field: '/app_user_id', status: 400, example: 'appUserIdChanged' },
    { rule: 'minProperties', status: 400, example: 'noFields' },
    { rule: 'taken', field: '/email', status: 400, example: 'emailTaken' },
  ],
};
