import { unwrap } from '@amend/client';
import { createMachnet } from '@amend/machnet';
import type { Create } from '../clients.ts';
import { credentials, update, userId } from '../exchange.ts';

export const create: Create = ({ baseUrl, fetch }) => {
  const client = createMachnet({ ...credentials, baseUrl, ...(fetch && { fetch }) });
  const path = { user_id: userId };
  return {
    getUser: async () => unwrap(await client.getUser({ path })),
    updateUser: async () => unwrap(await client.updateUser({ path, body: update })),
  };
};
