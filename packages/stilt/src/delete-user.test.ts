import { expect, test } from 'vitest';
import { createStilt } from './index.ts';

// A deletion and an error may have the same body.

const message = 'User succesfully deleted';
const path = { user_id: '2acf04c3-48d1-456f-a54e-1f4251814478' };

test.each<[name: string, status: number, body: unknown, want: object]>([
  ['a message', 200, { message }, { ok: true, data: { message } }],
  ['the message alone', 200, message, { ok: true, data: message }],
  ['no message', 200, { done: true }, { ok: false, error: { kind: 'malformed' } }],
  ['an error', 400, { message }, { ok: false, error: { kind: 'rejected' } }],
  ['an error without a user', 404, { message }, { ok: false, error: { kind: 'not-found' } }],
])('%s', async (_, status, body, want) => {
  const fetch = async () => Response.json(body, { status });
  const stilt = createStilt({ clientUuid: 'id', secret: 'secret', fetch, retries: 0 });
  expect(await stilt.deleteUser({ path })).toMatchObject(want);
});
