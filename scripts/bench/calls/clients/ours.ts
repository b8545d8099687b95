import { type ClientOptions, unwrap } from '@amend/client';
import { createMachnet } from '@amend/machnet';
import type { Create } from '../clients.ts';
import { credentials, update, userId } from '../exchange.ts';

export const createWith = (options: ClientOptions, { baseUrl, fetch }: Parameters<Create>[0]): ReturnType<Create> => {
  const client = createMachnet({ ...credentials, ...options, baseUrl, ...(fetch && { fetch }) });
  const path = { user_id: userId };
  return {
    getUser: async () => unwrap(await client.getUser({ path })),
    updateUser: async () => unwrap(await client.updateUser({ path, body: update })),
  };
};

export const create: Create = (target) => createWith({}, target);
