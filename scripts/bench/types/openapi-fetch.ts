import type { paths } from '@amend/machnet/v4/types';
import createClient from 'openapi-fetch';

const machnet = createClient<paths>({ baseUrl: 'https://api.example.com' });
const params = { path: { user_id: '550371f4-b6cc-4402-9382-ffecf487d4db' } };
export const results = [
  await machnet.GET('/users/{user_id}', { params }),
  await machnet.PATCH('/users/{user_id}', { params, body: { first_name: 'Rosa', city: 'Albany' } }),
  await machnet.POST('/users/{user_id}/kyc', { params }),
];
