import { createMachnet, type Machnet } from '@amend/machnet';
import { type Calls, describeWire } from './describe-wire.ts';

const credentials = { clientId: 'id', clientSecret: 'secret' };

const path = { user_id: 'f45680e1-014d-42c7-be86-3b2899e911c3' };

const calls: Calls<Machnet> = {
  'createUser individual': (machnet) =>
    machnet.createUser({
      body: {
        type: 'SEND',
        first_name: 'Rosa',
        last_name: 'Example',
        email: 'rosa.example@example.com',
        mobile_phone: '2125550101',
        date_of_birth: '1990-04-12',
        gender: 'female',
        address_line1: '1 Sample Street',
        address_line2: 'Apt 2',
        city: 'New York',
        state: 'NY',
        country: 'US',
        zipcode: '10001',
        ip_address: '192.0.2.10',
        physical_documents: [
          {
            document_type: 'STATE_ID',
            document_value: 'data:image/jpeg;base64,SUQ=',
            expiry_date: '2031-06-30',
            country: 'US',
            state: 'NY',
          },
        ],
        virtual_documents: [{ document_type: 'SSN', document_value: '111111113', country: 'US', state: 'NY' }],
      },
    }),
  'createUser business': (machnet) =>
    machnet.createUser({
      body: {
        type: 'SEND',
        business: true,
        first_name: 'Example Trading LLC',
        email: 'office@trading.example.com',
        mobile_phone: '3125550103',
        date_of_birth: '2015-09-01',
        user_scope: 'COMPUTER_TECHNOLOGY',
        company_website: 'trading.example.com',
        number_of_employee: 'BETWEEN_25_TO_50',
        address_line1: '3 Sample Avenue',
        city: 'Chicago',
        state: 'IL',
        country: 'US',
        zipcode: '60601',
        mailing_address: {
          address_line1: '4 Sample Avenue',
          city: 'Chicago',
          state: 'IL',
          country: 'US',
          zipcode: '60602',
        },
        number_of_transaction_per_month: 40,
        transaction_frequency: 'WEEKLY',
        ip_address: '192.0.2.30',
        physical_documents: [{ document_type: 'EIN', document_value: 'data:application/pdf;base64,RUlO' }],
        virtual_documents: [{ document_type: 'EIN_NUMBER', document_value: '000000003', country: 'US' }],
      },
    }),
  'createUser receiver': (machnet) =>
    machnet.createUser({
      body: {
        type: 'RECEIVE',
        send_user_id: '4c955cca-3a6e-4d2b-b0c3-1c423440f541',
        user_relationship: 'BROTHER',
        first_name: 'Ivo',
        last_name: 'Example',
        mobile_phone: '2125550105',
        city: 'Newark',
        country: 'US',
      },
    }),
  getUser: (machnet) => machnet.getUser({ path }),
  'updateUser individualSample': (machnet) =>
    machnet.updateUser({
      path,
      body: {
        first_name: 'Tenzin',
        middle_name: '',
        last_name: 'Norgay',
        date_of_birth: '2000-01-01',
        email: 'tenzin.norgay@example.com',
        gender: 'female',
        id: 'f45680e1-014d-42c7-be86-3b2899e911c3',
        ip_address: '10.0.0.1',
        mobile_phone: '2106603032',
        address_line1: '500 8 El Camino Real Santa Clara',
        city: 'Santa Clara',
        state: 'CA',
        country: 'US',
        zipcode: '95053',
        occupation: 'Banker',
        company_details: { company_name: 'ACME', address: '123 address st', phone_number: '222222222' },
        physical_documents: [
          {
            document_value: 'data:image/jpg;base64,SUQs==',
            document_value_back: 'data:image/jpg;base64,SUQs==',
            country: 'US',
            document_type: 'DRIVING_LICENCE',
            state: 'CA',
          },
          { document_value: 'data:image/jpg;base64,SUQs==', document_type: 'BANK_STATEMENT' },
        ],
        virtual_documents: [
          {
            document_value: '1111111111',
            document_type: 'DRIVING_LICENCE',
            expiry_date: '2025-03-09',
            id_issuing_authority: 'CA',
            country: 'US',
            state: 'CA',
          },
          { document_value: '111111112', document_type: 'SSN', country: 'US', state: 'CA' },
        ],
      },
    }),
  'updateUser businessSample': (machnet) =>
    machnet.updateUser({
      path: { user_id: '19d9c902-3347-49c7-b499-e828b06d21c7' },
      body: {
        number_of_transaction_per_month: '122',
        transaction_frequency: 'WEEKLY',
        physical_documents: [
          {
            document_value: 'data:application/pdf;base64,SUQs==',
            document_type: 'CERTIFICATE_OF_INCORPORATION',
          },
          { document_value: 'data:image/jpg;base64,SUQs==', document_type: 'AUDITED_FINANCIALS' },
        ],
      },
    }),
  'updateUser verifiedIndividual': (machnet) =>
    machnet.updateUser({
      path: { user_id: '4c955cca-3a6e-4d2b-b0c3-1c423440f541' },
      body: {
        mobile_phone: '2125550109',
        address_line1: '9 Sample Street',
        address_line2: '',
        city: 'Albany',
        state: 'NY',
        zipcode: '12207',
        occupation: 'Teacher',
        company_details: { company_name: 'Example School', address: '10 Sample Street', phone_number: '5185550110' },
        physical_documents: [
          { document_type: 'BANK_STATEMENT', document_value: 'data:application/pdf;base64,QkFOSw==' },
        ],
        virtual_documents: [
          {
            document_type: 'PASSPORT',
            document_value: '000000002',
            expiry_date: '2033-01-31',
            country: 'US',
          },
        ],
      },
    }),
  'updateUser verifiedBusiness': (machnet) =>
    machnet.updateUser({
      path: { user_id: '3222a3fb-4c17-4c2e-b311-c4fe96ffc6f0' },
      body: {
        email: 'accounts@goods.example.com',
        mobile_phone: '4155550111',
        company_website: 'goods.example.com',
        mailing_address: {
          address_line1: '11 Sample Boulevard',
          address_line2: 'Suite 12',
          city: 'Oakland',
          state: 'CA',
          country: 'US',
          zipcode: '94607',
        },
        number_of_transaction_per_month: 75,
        transaction_frequency: 'WEEKLY',
        physical_documents: [
          { document_type: 'AUDITED_FINANCIALS', document_value: 'data:application/pdf;base64,QVVESVQ=' },
        ],
      },
    }),
  startKyc: (machnet) => machnet.startKyc({ path }),
  getKyc: (machnet) => machnet.getKyc({ path }),
};

describeWire({
  provider: 'machnet',
  secrets: { machnet: credentials },
  createClient: ([baseUrl = ''], fetch) => createMachnet({ ...credentials, baseUrl, fetch, retries: 0 }),
  calls,
});
