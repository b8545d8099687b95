import { createMachnet } from '@amend/machnet';

const machnet = createMachnet({ clientId: 'id', clientSecret: 'secret' });
const path = { user_id: '550371f4-b6cc-4402-9382-ffecf487d4db' };
export const results = [
  await machnet.getUser({ path }),
  await machnet.updateUser({ path, body: { first_name: 'Rosa', city: 'Albany' } }),
  await machnet.startKyc({ path }),
];
