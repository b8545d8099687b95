import { providerOf } from '@amend/client';
import type { Client } from 'amend';
import { hpayUser } from 'amend/hpay';
import { expect, test } from 'vitest';
import { atProvider } from './context.ts';
import { findCreated } from './create.ts';
import type { Entry } from './work.ts';

const listing = (users: readonly object[]) =>
  atProvider('hpay', {
    user: hpayUser,
    client: {
      [providerOf]: 'hpay',
      [String(hpayUser.patch.reader.list?.operation)]: async () => ({
        ok: true,
        data: users,
        status: 200,
        attempts: 1,
      }),
    } as Client,
  });

const entriesOf = (patch: object): Entry[] =>
  Object.entries(patch).map(([path, value]) => ({
    delivery: { version: 1, fields: {}, before: '', together: false },
    path,
    value,
    facts: { s: 'pending', at: 0 },
  }));

const undefinedUser = { id: 'x', email: 'undefined', app_user_id: 'undefined' };
const jane = { id: 'j', email: 'Jane@example.com', app_user_id: '7' };

test.each([
  ['by its e-mail address, however it is written', { email: 'jane@example.com' }, [jane, undefinedUser], 'j'],
  ['by its external id before that', { email: 'jane@example.com', externalId: '8' }, [jane], undefined],
  ['not if there are two', { email: 'jane@example.com' }, [jane, { ...jane, id: 'k' }], undefined],
  ['not by what it was sent without', { phone: '+12105550132' }, [undefinedUser], undefined],
])('who was perhaps created is found %s', async (_, sent, users, id) => {
  const work = { key: undefined, deliveries: [], entries: entriesOf(sent), native: undefined, attempts: [] };
  expect((await findCreated(listing(users), work)).id).toBe(id);
});
