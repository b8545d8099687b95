import type { paths } from '@amend/machnet/v4/types';
import createClient from 'openapi-fetch';
import type { Create } from '../clients.ts';
import { headers, update, userId } from '../exchange.ts';

export const create: Create = ({ baseUrl, fetch }) => {
  const client = createClient<paths>({ baseUrl, headers, ...(fetch && { fetch }) });
  const params = { path: { user_id: userId } };
  return {
    getUser: async () => (await client.GET('/users/{user_id}', { params })).data,
    updateUser: async () => (await client.PATCH('/users/{user_id}', { params, body: update })).data,
  };
};
