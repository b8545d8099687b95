import { describePlans } from '../test-data/describe-plans.ts';
import { hpayUser } from './providers/hpay.ts';

// A replacement is completed from what is known, and nothing is reset in silence.

const hpay = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
const wireHpay = { app_user_id: '7', name: 'Ann Poe', phone_number: '+12105550132' };
const echoed = { externalId: 'echo', firstName: 'echo', lastName: 'echo', phone: 'echo' };

describePlans([
  [
    'a replacement completes itself',
    hpayUser.replace,
    { current: hpay, patch: { phone: '+12105550199' } },
    { state: 'ready', fields: { ...echoed, phone: 'send' }, body: { ...wireHpay, phone_number: '+12105550199' } },
  ],
  [
    'a replacement without what it needs',
    hpayUser.replace,
    { patch: { phone: '+12105550199' } },
    {
      state: 'blocked',
      fields: { externalId: 'missing', firstName: 'missing', lastName: 'missing', active: 'missing', phone: 'send' },
    },
  ],
  [
    'a disabled user stays disabled',
    hpayUser.replace,
    { current: { ...hpay, active: false }, patch: { email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, active: 'echo', email: 'send' },
      body: { ...wireHpay, email: 'a@b.example', is_active: false },
    },
  ],
  [
    'who may be disabled is not touched',
    hpayUser.replace,
    { current: { ...hpay, active: undefined }, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, active: 'missing', email: 'send' } },
  ],
  [
    'nor who is known in a form that cannot be written, though the patch repeats it',
    hpayUser.replace,
    { current: { ...hpay, active: 'no' }, patch: { active: 'no', email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, active: 'invalid', email: 'send' } },
  ],
  [
    'a phone number that cannot be written is not lost, though the patch repeats it',
    hpayUser.replace,
    { current: { ...hpay, phone: '0777' }, patch: { phone: '0777', email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, phone: 'invalid', email: 'send' } },
  ],
  [
    'an identifier of ours that is equal goes as it is stored',
    hpayUser.replace,
    { current: hpay, patch: { externalId: 7, email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, externalId: 'unchanged', email: 'send' },
      body: { ...wireHpay, email: 'a@b.example' },
    },
  ],
  [
    'one that is not is locked',
    hpayUser.replace,
    { current: hpay, patch: { externalId: 8 } },
    { state: 'blocked', fields: { ...echoed, externalId: 'locked' } },
  ],
  [
    'a wish to clear is not turned into an echo',
    hpayUser.replace,
    { current: hpay, patch: { phone: null, email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, phone: 'unsupported', email: 'send' },
      body: { ...wireHpay, email: 'a@b.example' },
    },
  ],
  [
    'what is no field is kept',
    hpayUser.replace,
    { current: { ...hpay, native: { stripe_connect_account_id: 'acct_1' } }, patch: { email: null } },
    {
      state: 'ready',
      fields: { ...echoed, email: 'send', 'native.stripe_connect_account_id': 'echo' },
      body: { ...wireHpay, email: null, stripe_connect_account_id: 'acct_1' },
    },
  ],
  [
    'what we do not understand is kept',
    hpayUser.replace,
    { current: { ...hpay, phone: undefined, native: { phone_number: '2105550132' } }, patch: { email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { externalId: 'echo', firstName: 'echo', lastName: 'echo', 'native.phone_number': 'echo', email: 'send' },
      body: { ...wireHpay, phone_number: '2105550132', email: 'a@b.example' },
    },
  ],
]);
