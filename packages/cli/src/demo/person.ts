import type { Patch } from 'amend';

// The sample values of the providers' own pages: Stilt's person, with the SSN of Machnet's sample and the rest from
// Ingo's, moves to the address of Ingo's sample.

/** The person whom all providers know. */
export const person = {
  firstName: 'Blair',
  middleName: 'Cassidy',
  lastName: 'Dufresne',
  email: 'bcdufresne5000@gmail.com',
  phone: '+16166723456',
  dateOfBirth: '1990-04-15',
  gender: 'female',
  username: 'janedoe',
  externalId: 1,
  ssn: '111111112',
  address: {
    line1: '5161 Stansfield Dr',
    city: 'Zionsville',
    state: 'PA',
    postalCode: '18092',
    country: 'US',
  },
} as const satisfies Patch;

/** What changes: a new e-mail address, a new phone, and a new place in the same country. */
export const change = {
  email: 'jane.doe@example.com',
  phone: '+12125551234',
  address: {
    line1: '100 Innovation Way',
    line2: 'Suite 100',
    city: 'Anytown',
    state: 'TX',
    postalCode: '30044',
    country: 'US',
  },
} as const satisfies Patch;

/** What changes after that. */
export const nextChange = { email: 'jane.roe@example.com', phone: '+12125550199' } as const satisfies Patch;
