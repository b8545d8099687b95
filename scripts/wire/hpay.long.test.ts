import { createHpay, type Hpay } from '@amend/hpay';
import { type Calls, describeWire } from './describe-wire.ts';

const credentials = { apiKey: 'key', secretKey: 'secret' };

const path = { user_id: 'user_abc123' };

const calls: Calls<Hpay> = {
  'createUser stringId': (hpay) =>
    hpay.createUser({
      body: {
        app_user_id: 'customer-2041',
        name: 'Aminata Specimen',
        email: 'aminata.specimen@example.com',
        username: 'aminata.specimen',
        phone_number: '+12025550142',
        is_active: true,
        stripe_connect_account_id: 'acct_0000000000EXAMPLE',
      },
    }),
  'createUser integerId': (hpay) =>
    hpay.createUser({ body: { app_user_id: 2042, name: 'Joseph Placeholder', phone_number: '+13125550187' } }),
  listUsers: (hpay) => hpay.listUsers(),
  'listUsers active': (hpay) => hpay.listUsers({ query: { is_active: true } }),
  'listUsers disabled': (hpay) => hpay.listUsers({ query: { is_active: false } }),
  getUser: (hpay) => hpay.getUser({ path }),
  'updateUser sample': (hpay) =>
    hpay.updateUser({
      path,
      body: {
        app_user_id: 1,
        name: 'John Updated Doe',
        email: 'john.new@example.com',
        phone_number: '+23279123456',
      },
    }),
  'updateUser active': (hpay) =>
    hpay.updateUser({
      path: { user_id: '50a59abe-e714-4416-a9f9-273a9b1dbe87' },
      body: {
        app_user_id: 'customer-2041',
        name: 'Aminata Specimen',
        email: 'aminata.specimen@example.com',
        username: 'aminata.specimen',
        phone_number: '+12025550142',
        is_active: true,
        stripe_connect_account_id: 'acct_0000000000EXAMPLE',
      },
    }),
  'updateUser disabled': (hpay) =>
    hpay.updateUser({
      path: { user_id: 'b0d82d54-7cc0-494d-af68-c2af7d85d427' },
      body: {
        app_user_id: 2042,
        name: 'Joseph Placeholder',
        email: null,
        username: null,
        phone_number: '+13125550187',
        is_active: false,
        stripe_connect_account_id: null,
      },
    }),
  'patchUser name': (hpay) => hpay.patchUser({ path, body: { name: 'Aminata Specimen' } }),
  'patchUser contact': (hpay) =>
    hpay.patchUser({ path, body: { email: 'aminata.specimen@example.com', phone_number: '+12025550142' } }),
  'patchUser clear': (hpay) => hpay.patchUser({ path, body: { email: null, username: null } }),
  deleteUser: (hpay) => hpay.deleteUser({ path }),
  disableUser: (hpay) => hpay.disableUser({ path }),
  enableUser: (hpay) => hpay.enableUser({ path }),
};

describeWire({
  provider: 'hpay',
  secrets: { hpay: credentials },
  createClient: ([baseUrl = ''], fetch) => createHpay({ ...credentials, baseUrl, fetch, retries: 0 }),
  calls,
});
