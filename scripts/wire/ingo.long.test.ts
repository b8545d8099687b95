import { createIngo, type Ingo } from '@amend/ingo';
import { type Calls, describeWire } from './describe-wire.ts';

const credentials = { apiKey: 'key', username: 'program', secret: 'secret' };

const calls: Calls<Ingo> = {
  'createUser sample': (ingo) =>
    ingo.createUser({
      body: {
        email: 'jane.doe@example.com',
        first_name: 'Alex',
        middle_name: '',
        last_name: 'Rivera',
        phone_number: '+15555551234',
        postal_code: '30044',
        country: 'US',
        state: 'TX',
        city: 'Anytown',
        address_one: '100 Innovation Way',
        address_two: 'Suite 100',
        username: 'janedoe',
        date_of_birth: '1980-04-20',
        ssn: 'XXXXXXXXX',
        terms_accepted: true,
        meta_data: [{ name: 'external_ref', value: 'customer-001' }],
      },
    }),
  'createUser minimal': (ingo) =>
    ingo.createUser({
      body: {
        first_name: 'Robin',
        last_name: 'Fields',
        email: 'robin.fields@example.com',
        phone_number: '+15125550142',
        address_one: '12 Juniper Lane',
        city: 'Austin',
        state: 'TX',
        country: 'US',
        postal_code: '78701',
      },
    }),
  'createUser businessContact': (ingo) =>
    ingo.createUser({
      body: {
        first_name: 'Priya',
        last_name: 'Lindqvist',
        email: 'priya.lindqvist@example.com',
        phone_number: '+15035550177',
        date_of_birth: '1988-11-02',
        ssn: 'XXXXXXXXX',
        address_one: '480 Alder Street',
        address_two: 'Apt 9',
        city: 'Portland',
        state: 'OR',
        country: 'US',
        postal_code: '97205',
        terms_accepted: true,
        business_id: 'buss-2ef94c60-5a11-4d72-a3c1-5be7fab0123e',
        is_vendor: true,
      },
    }),
  'startKyc sample': (ingo) => ingo.startKyc({ body: { user_id: 'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef' } }),
  'startKyc unverified': (ingo) => ingo.startKyc({ body: { user_id: 'user-d452801d-b694-4679-9289-2be622f62113' } }),
  'updateUser sample': (ingo) =>
    ingo.updateUser({
      body: {
        user_id: 'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef',
        first_name: 'Alex',
        middle_name: '',
        last_name: 'Rivera',
        phone_number: '+15555551234',
        city: 'Anytown',
        state: 'TX',
        country: 'US',
        postal_code: '30044',
        date_of_birth: '2000-04-20',
        address_one: '100 Innovation Way',
        address_two: 'Suite 100',
        username: 'janedoe',
        ssn: 'XXXXXXXXX',
      },
    }),
  'updateUser newAddress': (ingo) =>
    ingo.updateUser({
      body: {
        user_id: 'user-25bb6558-f2f0-4f15-b7f3-9326fcb054b1',
        address_one: '27 Orchard Row',
        address_two: '',
        city: 'Eugene',
        state: 'OR',
        country: 'US',
        postal_code: '97401',
      },
    }),
  'updateUser newName': (ingo) =>
    ingo.updateUser({
      body: { user_id: 'user-d452801d-b694-4679-9289-2be622f62113', first_name: 'Robin', last_name: 'Meadows' },
    }),
  'listUsers sample': (ingo) => ingo.listUsers({ body: {} }),
  'listUsers byEmail': (ingo) => ingo.listUsers({ body: { email: 'robin.fields@example.com' } }),
  'listUsers secondPage': (ingo) => ingo.listUsers({ body: { search: 'jane', page: 2, per_page: 25 } }),
};

describeWire({
  provider: 'ingo',
  secrets: { ingo: credentials },
  createClient: ([v3 = '', v4 = ''], fetch) => {
    const baseUrl = v4.replace(/\/v4$/, '');
    // Stock Prism serves each version on a port of its own.
    const fetchVersion = (url: string, init: RequestInit) =>
      fetch((url.startsWith(`${baseUrl}/v3`) ? v3 : v4) + url.slice(`${baseUrl}/v4`.length), init);
    return createIngo({ ...credentials, baseUrl, fetch: fetchVersion, retries: 0 });
  },
  calls,
  ownFields: ['api_key'],
});
