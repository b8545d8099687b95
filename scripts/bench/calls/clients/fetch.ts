import type { Create } from '../clients.ts';
import { headers, update, userId } from '../exchange.ts';

export const create: Create = ({ baseUrl, fetch = globalThis.fetch }) => {
  const url = `${baseUrl}/users/${userId}`;
  return {
    getUser: async () => (await fetch(url, { headers })).json(),
    updateUser: async () => {
      const init = { method: 'PATCH', headers: { ...headers, 'Content-Type': 'application/json' } };
      return (await fetch(url, { ...init, body: JSON.stringify(update) })).json();
    },
  };
};
