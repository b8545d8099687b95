import ky from 'ky';
import type { Create } from '../clients.ts';
import { headers, update, userId } from '../exchange.ts';

export const create: Create = ({ baseUrl, fetch }) => {
  const client = ky.create({ prefix: baseUrl, headers, ...(fetch && { fetch }) });
  const path = `users/${encodeURIComponent(userId)}`;
  return {
    getUser: () => client.get(path).json(),
    updateUser: () => client.patch(path, { json: update }).json(),
  };
};
