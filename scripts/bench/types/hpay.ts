import { createHpay } from '@amend/hpay';

const hpay = createHpay({ apiKey: 'key', secretKey: 'secret' });
const path = { user_id: '1' };
export const results = [
  await hpay.getUser({ path }),
  await hpay.patchUser({ path, body: { name: 'Rosa Example' } }),
  await hpay.deleteUser({ path }),
];
