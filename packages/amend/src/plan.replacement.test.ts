import { describePlans } from '../test-data/describe-plans.ts';
import { goldenMember } from './testing/golden-user.ts';

// A replacement is completed from what is known, and nothing is reset in silence.

const known = { externalId: '7', firstName: 'Ann', lastName: 'Poe', phone: '+12105550132', active: true };
const wire = { reference: '7', name: 'Ann Poe', phone: '+12105550132' };
const echoed = { externalId: 'echo', firstName: 'echo', lastName: 'echo', phone: 'echo' };

describePlans([
  [
    'a replacement completes itself',
    goldenMember.replace,
    { current: known, patch: { phone: '+12105550199' } },
    { state: 'ready', fields: { ...echoed, phone: 'send' }, body: { ...wire, phone: '+12105550199' } },
  ],
  [
    'a replacement without what it needs',
    goldenMember.replace,
    { patch: { phone: '+12105550199' } },
    {
      state: 'blocked',
      fields: { externalId: 'missing', firstName: 'missing', lastName: 'missing', active: 'missing', phone: 'send' },
    },
  ],
  [
    'nor with another identifier of ours than the provider may have',
    goldenMember.replace,
    { patch: { externalId: '8' } },
    {
      state: 'blocked',
      fields: { externalId: 'missing', firstName: 'missing', lastName: 'missing', phone: 'missing', active: 'missing' },
    },
  ],
  [
    'a disabled user stays disabled',
    goldenMember.replace,
    { current: { ...known, active: false }, patch: { email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, active: 'echo', email: 'send' },
      body: { ...wire, email: 'a@b.example', active: false },
    },
  ],
  [
    'who may be disabled is not touched',
    goldenMember.replace,
    { current: { ...known, active: undefined }, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, active: 'missing', email: 'send' } },
  ],
  [
    'nor who is known in a form that cannot be written, though the patch repeats it',
    goldenMember.replace,
    { current: { ...known, active: 'no' }, patch: { active: 'no', email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, active: 'invalid', email: 'send' } },
  ],
  [
    'a phone number that cannot be written is not lost, though the patch repeats it',
    goldenMember.replace,
    { current: { ...known, phone: '0777' }, patch: { phone: '0777', email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, phone: 'invalid', email: 'send' } },
  ],
  [
    'an identifier of ours that is equal goes as it is stored',
    goldenMember.replace,
    { current: known, patch: { externalId: 7, email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, externalId: 'unchanged', email: 'send' },
      body: { ...wire, email: 'a@b.example' },
    },
  ],
  [
    'one that is not is locked',
    goldenMember.replace,
    { current: known, patch: { externalId: 8 } },
    { state: 'blocked', fields: { ...echoed, externalId: 'locked' } },
  ],
  [
    'a wish to clear is not turned into an echo',
    goldenMember.replace,
    { current: known, patch: { phone: null, email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { ...echoed, phone: 'unsupported', email: 'send' },
      body: { ...wire, email: 'a@b.example' },
    },
  ],
  [
    'what is no field is kept',
    goldenMember.replace,
    { current: { ...known, native: { payout_account: 'acct_1' } }, patch: { email: null } },
    {
      state: 'ready',
      fields: { ...echoed, email: 'send', 'native.payout_account': 'echo' },
      body: { ...wire, email: null, payout_account: 'acct_1' },
    },
  ],
  [
    'what we do not understand is kept',
    goldenMember.replace,
    { current: { ...known, phone: undefined, native: { phone: '2105550132' } }, patch: { email: 'a@b.example' } },
    {
      state: 'ready',
      fields: { externalId: 'echo', firstName: 'echo', lastName: 'echo', 'native.phone': 'echo', email: 'send' },
      body: { ...wire, phone: '2105550132', email: 'a@b.example' },
    },
  ],
  [
    'but not in place of what we do, which cannot be written',
    goldenMember.replace,
    { current: { ...known, phone: '0777', native: { phone: '2105550132' } }, patch: { email: 'a@b.example' } },
    { state: 'blocked', fields: { ...echoed, phone: 'invalid', email: 'send' } },
  ],
  [
    'nor of what we do',
    goldenMember.replace,
    { current: { ...known, native: { phone: '2105550132' } }, patch: { email: 'a@b.example' } },
    { state: 'ready', fields: { ...echoed, email: 'send' }, body: { ...wire, email: 'a@b.example' } },
  ],
  [
    'nor of what the patch changes in part',
    goldenMember.replace,
    {
      current: { ...known, firstName: undefined, lastName: undefined, native: { name: 'Ann Poe' } },
      patch: { firstName: 'Bea' },
    },
    { state: 'blocked', fields: { externalId: 'echo', phone: 'echo', firstName: 'send', lastName: 'missing' } },
  ],
]);
