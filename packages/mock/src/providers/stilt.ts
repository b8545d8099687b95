import { userUpdate } from '@amend/stilt/v1/rules';
import * as validators from '@amend/stilt/v1/validators';
import { type Fields, isFields } from '../json.ts';
import { getUser, withUser } from '../operations/read.ts';
import { createUser, updateUser, type Writing } from '../operations/write.ts';
import { type Problem, refuse } from '../problem.ts';
import type { Call, Provider } from '../provider.ts';
import type { Clock } from '../store.ts';

/** What an answer holds beside what was sent. */
const unset = { middle_name: null, citizenship: null, dwolla_customer_url: null };
const unsetLines = { line_2: null, line_3: null };

const withAddress = (user: Fields): Fields =>
  isFields(user.address)
    ? {
        ...user,
        address: { ...unsetLines, ...user.address, country: String(user.address.country).toUpperCase() },
      }
    : user;

/** A day of the calendar, at least 18 years ago. */
const checkBirthDate = ({ dob }: Fields, clock: Clock): readonly Problem[] => {
  if (typeof dob !== 'string') return [];
  const day = dob.replaceAll('/', '-');
  const time = Date.parse(`${day}T00:00:00Z`);
  const today = new Date(clock());
  const latest = Date.UTC(today.getUTCFullYear() - 18, today.getUTCMonth(), today.getUTCDate());
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  if (isDay && time <= latest) return [];
  return [{ field: '/dob', rule: 'dob', message: 'must be a day at least 18 years ago' }];
};

const writing: Writing = { unique: ['ssn'], check: checkBirthDate };

/** A number from the query: its digits, or what the contract says without it. */
const numberOf = ({ query }: Call, name: string, fallback: number): number =>
  query[name] === undefined || query[name] === '' ? fallback : Number(query[name]);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

export const stilt: Provider = {
  name: 'stilt',
  contracts: [{ name: 'stilt@v1', prefix: '/stilt', validators }],
  operations: {
    createUser: createUser(
      writing,
      ({ uuid }) => String(uuid),
      ({ body, ids }) => ({ uuid: ids.uuid(), ...unset, ...withAddress(body) }),
    ),
    listUsers: (call) => {
      const limit = numberOf(call, 'limit', 25);
      const offset = numberOf(call, 'offset', 0);
      const wrong = Object.entries({ limit, offset }).filter(([, value]) => !isCount(value));
      if (wrong.length > 0)
        return refuse(
          'invalid',
          ...wrong.map(([name]) => ({ field: `query.${name}`, rule: 'minimum', message: 'must be at least 0' })),
        );
      const users = call.users.all();
      return {
        status: 200,
        body: {
          data: users.slice(offset, offset + limit).map(call.show),
          pagination: { offset, limit, total: users.length },
        },
      };
    },
    getUser,
    updateUser: updateUser({
      ...writing,
      rulesFor: () => userUpdate,
      apply: ({ fields }, changes) => ({ fields: { ...fields, ...withAddress(changes) } }),
    }),
    deleteUser: withUser(({ users }, { id }) => {
      users.remove(id);
      // The one client that is known takes the whole body for the message, and an object with one for an error.
      return { status: 200, body: 'User succesfully deleted' };
    }),
  },
  usersIn: (answer) => (isFields(answer) && Array.isArray(answer.data) ? answer.data : [answer]),
  idOf: ({ uuid }) => String(uuid),
  withNewIds: (user, ids) => ({ ...user, uuid: ids.uuid() }),
  errorBody: (message) => ({ message }),
  documented: [
    { rule: 'taken', field: '/ssn', status: 400, example: 'ssn' },
    { field: '/phone', status: 400, example: 'phone' },
    { field: '/dob', status: 400, example: 'dob' },
  ],
};
