import { createStilt, type Stilt } from '@amend/stilt';
import { type Calls, describeWire } from './describe-wire.ts';

const path = { user_id: '2acf04c3-48d1-456f-a54e-1f4251814478' };

// Those with which the contract's examples are sealed.
const secret = '00112233-4455-6677-8899-aabbccddeeff';
const credentials = { clientUuid: 'id', secret };
const randomIv = () => Uint8Array.from({ length: 16 }, (_, index) => index);

const calls: Calls<Stilt> = {
  'createUser full': (stilt) =>
    stilt.createUser({
      body: {
        first_name: 'Jordan',
        middle_name: 'Lee',
        last_name: 'Testperson',
        email: 'jordan.testperson@example.com',
        phone: '2025550143',
        dob: '1990/04/15',
        // Sealed already, with its dashes; ours are sealed without.
        ssn: 'AAECAwQFBgcICQoLDA0ODwlxzWvGEOKej4izB1iBPpg=',
        address: {
          line_1: '100 Example Street',
          line_2: 'Apt 4B',
          line_3: null,
          zip: '20001',
          city: 'Washington',
          state: 'DC',
          country: 'UNITED STATES',
        },
        credit_report_xml_gzip: 'H4sIAAAAAAAAA7MpSi3ILyrRtwMAx7IESAkAAAA=',
        asset_report_json_gzip: 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==',
      },
    }),
  'createUser required': (stilt) =>
    stilt.createUser({
      body: {
        first_name: 'Riley',
        last_name: "O'Sample",
        email: 'riley.osample@example.com',
        phone: '3125550168',
        dob: '1985-11-30',
        ssn: '111223333',
        address: {
          line_1: '200 Sample Avenue',
          zip: '60601',
          city: 'Chicago',
          state: 'IL',
          country: 'United States',
        },
      },
    }),
  listUsers: (stilt) => stilt.listUsers({ query: { limit: 2, offset: 0 } }),
  getUser: (stilt) => stilt.getUser({ path }),
  'updateUser everyField': (stilt) =>
    stilt.updateUser({
      path,
      body: {
        first_name: 'Casey',
        middle_name: 'Ann-Marie',
        last_name: 'Fictional, Jr.',
        email: 'casey.fictional@example.com',
        phone: '4155550127',
        dob: '1979/02/28',
        address: {
          line_1: '300 Placeholder Road',
          line_2: 'Suite 12',
          line_3: null,
          zip: '94105',
          city: 'San Francisco',
          state: 'CA',
          country: 'UNITED STATES',
        },
        credit_report_xml_gzip: 'H4sIAAAAAAAAA7MpSi3ILyrRtwMAx7IESAkAAAA=',
        asset_report_json_gzip: 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==',
      },
    }),
  'updateUser phoneOnly': (stilt) => stilt.updateUser({ path, body: { phone: '4155550127' } }),
  deleteUser: (stilt) => stilt.deleteUser({ path }),
  'Stilt, update': (stilt) =>
    stilt.updateUser({
      path,
      body: {
        first_name: 'Blair',
        middle_name: 'Cassidy',
        last_name: 'Dufresne',
        email: 'bcdufresne5000@gmail.com',
        phone: '6166723456',
        dob: '1990/04/15',
        address: {
          line_1: '5161 Stansfield Dr',
          zip: '18092',
          city: 'Zionsville',
          state: 'PA',
          country: 'UNITED STATES',
        },
      },
    }),
};

describeWire({
  provider: 'stilt',
  secrets: { stilt: credentials },
  createClient: ([baseUrl = ''], fetch) => createStilt({ ...credentials, randomIv, baseUrl, fetch, retries: 0 }),
  calls,
});
