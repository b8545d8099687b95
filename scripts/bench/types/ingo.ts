import { createIngo } from '@amend/ingo';

const ingo = createIngo({ apiKey: 'key', username: 'program', secret: 'secret' });
export const results = [
  await ingo.updateUser({ body: { user_id: '1', city: 'Albany' } }),
  await ingo.listUsers({ body: { email: 'rosa.example@example.com' } }),
  await ingo.startKyc({ body: { user_id: '1' } }),
];
