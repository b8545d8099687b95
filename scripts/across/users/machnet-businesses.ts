import type { User } from 'amend';

// The businesses in Machnet's examples, as ours. The sample's phone number is too short to be one.

export const users: readonly User[] = [
  {
    id: '23d847a4-0eca-43b8-a2ec-16255e8bae56',
    kind: 'business',
    verification: 'unverified',
    businessName: 'Example Trading LLC',
    email: 'office@trading.example.com',
    phone: '+13125550103',
    formationDate: '2015-09-01',
    website: 'trading.example.com',
    employees: 'BETWEEN_25_TO_50',
    address: { line1: '3 Sample Avenue', city: 'Chicago', state: 'IL', country: 'US', postalCode: '60601' },
    mailingAddress: { line1: '4 Sample Avenue', city: 'Chicago', state: 'IL', country: 'US', postalCode: '60602' },
    transactions: { perMonth: 40, frequency: 'WEEKLY' },
    documents: {
      physical: [{ id: 'b8503473-231b-449b-b348-99519726bc9a', type: 'EIN' }],
      virtual: [{ id: 'a7f8a380-3570-4f92-a04e-dbf829c8a63e', type: 'EIN_NUMBER', number: '000000003', country: 'US' }],
    },
    native: {
      status: 'UNVERIFIED',
      user_scope: 'COMPUTER_TECHNOLOGY',
      ip_address: '192.0.2.30',
      created_at: '2024-03-11T13:22:56.481900',
    },
  },
  {
    id: '3222a3fb-4c17-4c2e-b311-c4fe96ffc6f0',
    kind: 'business',
    verification: 'verified',
    businessName: 'Sample Goods Inc',
    email: 'office@goods.example.com',
    phone: '+14155550104',
    formationDate: '2009-02-16',
    website: 'www.goods.example.com',
    employees: 'BETWEEN_25_TO_50',
    address: {
      line1: '6 Sample Boulevard',
      line2: 'Floor 8',
      city: 'San Francisco',
      state: 'CA',
      country: 'US',
      postalCode: '94105',
    },
    mailingAddress: {
      line1: '6 Sample Boulevard',
      line2: 'Floor 8',
      city: 'San Francisco',
      state: 'CA',
      country: 'US',
      postalCode: '94105',
    },
    transactions: { perMonth: 60, frequency: 'WEEKLY' },
    documents: {
      physical: [
        { id: 'c66e09a3-7a9e-4197-84ef-0fc67d099c05', type: 'EIN' },
        { id: '11931af8-83c9-45a2-9049-90f7b094d808', type: 'CERTIFICATE_OF_INCORPORATION' },
      ],
      virtual: [{ id: '3d2cf597-eb04-480c-b4d6-1a42bec09781', type: 'EIN_NUMBER', number: '000000004', country: 'US' }],
    },
    native: {
      status: 'VERIFIED',
      user_scope: 'ARTS_ENTERTAINMENT',
      ip_address: '192.0.2.40',
      created_at: '2022-10-27T08:14:30.956012',
    },
  },
  {
    id: '19d9c902-3347-49c7-b499-e828b06d21c7',
    kind: 'business',
    verification: 'unverified',
    address: {
      line1: '500 8 El Camino Real Santa Clara',
      city: 'Santa Clara',
      country: 'US',
      state: 'CA',
      postalCode: '95053',
    },
    website: 'www.example.com',
    formationDate: '1995-01-01',
    email: 'machnet.technologies@example.com',
    businessName: 'Machnet Technologies Inc',
    mailingAddress: {
      line1: '500 8 El Camino Real Santa Clara',
      city: 'Santa Clara',
      state: 'CA',
      country: 'US',
      postalCode: '95053',
    },
    employees: 'BETWEEN_25_TO_50',
    transactions: { perMonth: 122, frequency: 'WEEKLY' },
    documents: {
      physical: [
        { id: 'd3d9e94f-bb3f-44a5-80a6-65f9187f7f13', type: 'CERTIFICATE_OF_INCORPORATION' },
        { id: 'ac70a968-284d-461e-b726-2efdbffa3dd1', type: 'BANK_STATEMENT' },
      ],
    },
    native: {
      created_at: '2022-04-22T02:21:23.084565',
      ip_address: '10.0.10.5',
      mobile_phone: '222222222',
      status: 'UNVERIFIED',
      user_scope: 'COMPUTER_TECHNOLOGY',
    },
  },
];
