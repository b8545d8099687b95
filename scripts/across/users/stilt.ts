import type { User } from 'amend';

// The users in Stilt's examples, as ours. Neither the date of birth nor the SSN comes back.

export const users: readonly User[] = [
  {
    id: '2acf04c3-48d1-456f-a54e-1f4251814478',
    kind: 'individual',
    firstName: 'Blair',
    middleName: 'Cassidy',
    lastName: 'Dufresne',
    email: 'bcdufresne5000@gmail.com',
    phone: '+16166723456',
    address: { line1: '5161 Stansfield Dr', postalCode: '18092', city: 'Zionsville', state: 'PA', country: 'US' },
    native: { citizenship: 'US' },
  },
  {
    id: 'db44a1ce-ece9-4654-8298-0c407de94054',
    kind: 'individual',
    firstName: 'Jordan',
    middleName: 'Lee',
    lastName: 'Testperson',
    email: 'jordan.testperson@example.com',
    phone: '+12025550143',
    address: {
      line1: '100 Example Street',
      line2: 'Apt 4B',
      postalCode: '20001',
      city: 'Washington',
      state: 'DC',
      country: 'US',
    },
    native: { citizenship: 'US' },
  },
  {
    id: '6e1334fa-ddad-4d66-85cb-145123dc11a0',
    kind: 'individual',
    firstName: 'Riley',
    lastName: "O'Sample",
    email: 'riley.osample@example.com',
    phone: '+13125550168',
    address: { line1: '200 Sample Avenue', postalCode: '60601', city: 'Chicago', state: 'IL', country: 'US' },
    native: { user_type: 'PERSON' },
  },
];
