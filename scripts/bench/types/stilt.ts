import { createStilt } from '@amend/stilt';

const stilt = createStilt({ clientUuid: 'uuid', secret: 'secret' });
const path = { user_id: '550371f4-b6cc-4402-9382-ffecf487d4db' };
export const results = [
  await stilt.getUser({ path }),
  await stilt.updateUser({ path, body: { first_name: 'Rosa' } }),
  await stilt.listUsers(),
];
