import assert from 'node:assert';
import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { http } from 'msw';
import { setupServer } from 'msw/node';

// A client as it is made for production, and nothing is sent.

const mock = await createMock();
const server = setupServer(...mock.handlers(http));
server.listen({ onUnhandledRequest: 'error' });
const machnet = createMachnet({
  clientId: 'any',
  clientSecret: 'any',
  baseUrl: 'https://api.machpay.com/v4',
  retries: 0,
});
const path = { user_id: '4c955cca-3a6e-4d2b-b0c3-1c423440f541' };
const changed = await machnet.updateUser({ path, body: { mobile_phone: '2105550132' } });
assert.equal(changed.ok && changed.data.mobile_phone, '2105550132');
const locked = await machnet.updateUser({ path, body: { first_name: 'Ada' } });
assert.equal(locked.ok || locked.error.kind, 'rejected');
const headers = { 'content-type': 'application/json' };
await mock.fetch('http://localhost/__amend/faults', { method: 'POST', headers, body: '{"reset":true}' });
const reset = await machnet.getUser({ path });
assert.equal(reset.ok || reset.error.kind, 'network');
server.close();
