import axios from 'axios';
import type { Create } from '../clients.ts';
import { headers, update, userId } from '../exchange.ts';

export const create: Create = ({ baseUrl, fetch }) => {
  const client = axios.create({
    baseURL: baseUrl,
    headers,
    ...(fetch && { adapter: 'fetch', env: { fetch } }),
  });
  const path = `/users/${encodeURIComponent(userId)}`;
  return {
    getUser: async () => (await client.get(path)).data,
    updateUser: async () => (await client.patch(path, update)).data,
  };
};
