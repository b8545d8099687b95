import type { Patch } from 'amend';

/** Twelve fields of a person, as one form would change them. */
export const patch = {
  firstName: 'Rosa',
  middleName: 'Maria',
  lastName: 'Example',
  email: 'rosa.example@example.com',
  phone: '+12105550132',
  dateOfBirth: '1990-04-15',
  gender: 'female',
  occupation: 'Teacher',
  address: { line1: '12 Example Street', city: 'Albany', state: 'NY', postalCode: '12207' },
} as const satisfies Patch;

export const user = '550371f4-b6cc-4402-9382-ffecf487d4db';

export type KnownStatus = 'unverified' | 'verified';
