import type { AnyUserOperation, Patch, User } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetBusiness, machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';

/** How a request sample of a provider's page comes out of a canonical patch. */
export interface Seed {
  readonly operation: AnyUserOperation;
  readonly patch: Patch;
  readonly native?: object;
  readonly current?: User;
  readonly status?: 'verified' | 'unverified';
  /** What stands in place of the sample's placeholders, and why. */
  readonly replaced?: Readonly<Record<string, readonly [value: unknown, why: string]>>;
  /** What the sample sends and the plan does not, and why. */
  readonly left?: Readonly<Record<string, string>>;
}

const ssn = ['111223333', 'The sample has nine letters X.'] as const;
const apiKey = { api_key: 'The client sends it, in a header.' };

const alex = {
  firstName: 'Alex',
  middleName: '',
  lastName: 'Rivera',
  phone: '+15555551234',
  address: {
    line1: '100 Innovation Way',
    line2: 'Suite 100',
    city: 'Anytown',
    state: 'TX',
    postalCode: '30044',
    country: 'US',
  },
  username: 'janedoe',
  ssn: '111-22-3333',
};

const scan = 'data:image/jpg;base64,SUQs==';

/** One row for each request sample of specs/<provider>/page.yaml, under its name there. */
export const seeds: Readonly<Record<string, Seed>> = {
  'Ingo v3, create': {
    operation: ingoUser.create,
    patch: { ...alex, email: 'jane.doe@example.com', dateOfBirth: '1980-04-20' },
    native: { terms_accepted: true, meta_data: [{ name: 'external_ref', value: 'customer-001' }] },
    replaced: { ssn },
    left: apiKey,
  },
  'Ingo v4, update': {
    operation: ingoUser.update,
    patch: { ...alex, dateOfBirth: '2000-04-20' },
    replaced: { ssn },
    left: apiKey,
  },
  'Machnet, update of an individual': {
    operation: machnetIndividual.update,
    status: 'unverified',
    current: { address: { country: 'US' }, native: { ip_address: '10.0.0.1' } },
    patch: {
      firstName: 'Tenzin',
      middleName: '',
      lastName: 'Norgay',
      dateOfBirth: '2000-01-01',
      email: 'tenzin.norgay@example.com',
      gender: 'female',
      phone: '+12106603032',
      address: {
        line1: '500 8 El Camino Real Santa Clara',
        city: 'Santa Clara',
        state: 'CA',
        country: 'US',
        postalCode: '95053',
      },
      occupation: 'Banker',
      employer: { name: 'ACME', address: '123 address st', phone: '222222222' },
      documents: {
        physical: [
          { type: 'DRIVING_LICENCE', front: scan, back: scan, country: 'US', state: 'CA' },
          { type: 'BANK_STATEMENT', front: scan },
        ],
        virtual: [
          {
            type: 'DRIVING_LICENCE',
            number: '1111111111',
            expiryDate: '2025-03-09',
            issuingAuthority: 'CA',
            country: 'US',
            state: 'CA',
          },
          { type: 'SSN', number: '111111112', country: 'US', state: 'CA' },
        ],
      },
    },
    native: { ip_address: '10.0.0.1' },
    left: {
      id: 'The path says it.',
      country: 'It is as it was, and never changes.',
      ip_address: 'It is as it was, and never changes.',
    },
  },
  'Machnet, update of a business': {
    operation: machnetBusiness.update,
    status: 'unverified',
    patch: {
      transactions: { perMonth: 122, frequency: 'WEEKLY' },
      documents: {
        physical: [
          { type: 'CERTIFICATE_OF_INCORPORATION', front: 'data:application/pdf;base64,SUQs==' },
          { type: 'AUDITED_FINANCIALS', front: scan },
        ],
      },
    },
  },
  'Stilt, update': {
    operation: stiltUser.update,
    patch: {
      firstName: 'Blair',
      middleName: 'Cassidy',
      lastName: 'Dufresne',
      email: 'bcdufresne5000@gmail.com',
      phone: '+16166723456',
      dateOfBirth: '1990-04-15',
      address: {
        line1: '5161 Stansfield Dr',
        postalCode: '18092',
        city: 'Zionsville',
        state: 'PA',
        country: 'US',
      },
    },
  },
  'HPay, update': {
    operation: hpayUser.replace,
    current: {
      externalId: 1,
      firstName: 'John',
      lastName: 'Doe',
      email: 'john.old@example.com',
      phone: '+23279123456',
      active: true,
    },
    patch: { firstName: 'John', lastName: 'Updated Doe', email: 'john.new@example.com' },
  },
};
