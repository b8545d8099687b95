import { expect, test } from 'vitest';
import { createMachnet } from './index.ts';

// A person's update and a business's are alternatives; what is wrong is told of the one that is meant.

const path = { user_id: 'f45680e1-014d-42c7-be86-3b2899e911c3' };
const fetch = () => Promise.reject(new Error('Nothing is sent here.'));
const machnet = createMachnet({ clientId: 'id', clientSecret: 'secret', fetch });

test.each<[name: string, body: object, want: string[]]>([
  [
    'a business whose mailing address is wrong',
    { mailing_address: { state: 'California', country: 'usa' } },
    [
      '/mailing_address/state must have at most 2 characters',
      '/mailing_address/state must match ^[A-Z]{2}$',
      '/mailing_address/country must have at most 2 characters',
      '/mailing_address/country must match ^[A-Z]{2}$',
    ],
  ],
  [
    'a person whose company is wrong',
    { company_details: { company_name: 7, address: 7 } },
    ['/company_details/company_name must be of type string', '/company_details/address must be of type string'],
  ],
  ['a field that neither has', { fax: '1' }, [' must not have fax: there is no such field']],
])('%s is told of just that', async (_, body, want) => {
  const result = await machnet.updateUser({ path, body });
  expect(result.ok || result.error.issues.map(({ path, message }) => `${path} ${message}`)).toEqual(want);
});
