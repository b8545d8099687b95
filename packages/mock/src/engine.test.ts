import { expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { createProviderState } from './provider-state.ts';
import { machnet } from './providers/machnet.ts';
import { createRouter } from './route.ts';
import { ids } from './testing/call.ts';

const ask = async (read: NonNullable<typeof machnet.read>) => {
  const { services } = await createProviderState({ ...machnet, read }, { now: Date.now });
  const route = createRouter(services)('GET', `/machnet/users/${ids.unverified}`);
  const headers = { 'x-client-id': 'any', 'x-client-secret': 'any' };
  const url = { path: route?.path ?? '', query: {} };
  const [service] = services;
  if (!service || !route) throw new Error('Machnet is not served.');
  const preferences = { dynamic: false, rulesOff: false };
  const { operation, params } = route;
  return createEngine(service)({ operation, params, request: { method: 'get', url, headers }, preferences });
};

test.each([
  [
    'a pattern',
    { state: 'New York' },
    'state must NOT have more than 2 characters. state must match pattern "^[A-Z]{2}$".',
  ],
  ['a required field', { mobile_phone: undefined }, "The body must have required property 'mobile_phone'."],
  [
    'the mask of an SSN',
    { virtual_documents: [{ id: ids.verified, document_type: 'SSN', document_value: '111111111' }] },
    'virtual_documents.0.document_value must match pattern "^\\*{5}[0-9]{4}$". virtual_documents.0 must match "then" schema.',
  ],
])('a mock that breaks %s of its own contract says so', async (_, broken, detail) => {
  const { status, body } = await ask((user) => JSON.parse(JSON.stringify({ ...machnet.read?.(user), ...broken })));
  expect({ status, ...JSON.parse(body ?? '') }).toEqual({
    status: 500,
    title: 'The mock broke its own contract',
    detail,
  });
});

test('and one that keeps it does not', async () => {
  expect((await ask((user) => ({ ...user, virtual_documents: [] }))).status).toBe(200);
});
