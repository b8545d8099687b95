import { expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { createProviderState } from './provider-state.ts';
import { createRouter } from './route.ts';
import { ids } from './testing/call.ts';
import { providers } from './testing/providers.ts';

type State = ReturnType<typeof createProviderState>;

const [machnet] = providers.filter(({ name }) => name === 'machnet') as [(typeof providers)[number]];

const stateWith = (read: typeof machnet.read): State => createProviderState({ ...machnet, read }, { now: Date.now });

const ask = async ({ services }: State, change?: object) => {
  const method = change ? 'patch' : 'get';
  const route = createRouter(services)(method.toUpperCase(), `/machnet/users/${ids.unverified}`);
  const [service] = services;
  if (!service || !route) throw new Error('Machnet is not served.');
  const { operation, methods, params } = route;
  const headers = { 'x-client-id': 'any', 'x-client-secret': 'any', 'content-type': 'application/json' };
  return createEngine(service)({
    operation,
    methods,
    params,
    query: {},
    headers,
    body: change,
    preferences: { dynamic: false, rulesOff: false },
    origin: 'http://localhost',
  });
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
  const state = stateWith((user) => JSON.parse(JSON.stringify({ ...machnet.read(user), ...broken })));
  const { status, body } = await ask(state);
  expect({ status, ...JSON.parse(String(body)) }).toEqual({
    status: 500,
    title: 'The mock broke its own contract',
    detail,
  });
});

test('and one that keeps it does not', async () => {
  const state = stateWith((user) => ({ ...user, virtual_documents: [] }));
  expect((await ask(state)).status).toBe(200);
});

const ssn = { document_type: 'SSN', document_value: '111223333' };

test.each<[name: string, change: object, read: typeof machnet.read]>([
  ['shows an SSN as it came', { virtual_documents: [ssn] }, ({ type: _, business: __, ...user }) => user],
  ['drops a field', { city: 'Albany' }, ({ mobile_phone: _, ...user }) => machnet.read(user)],
  ['makes a field up', { city: 'Albany' }, (user) => ({ ...machnet.read(user), state: 'New York' })],
])('an update whose answer %s is the mock’s failure, and changes nothing', async (_, change, read) => {
  const state = stateWith(read);
  const before = state.users.get(ids.unverified);
  const { status, body } = await ask(state, change);
  expect({ status, title: JSON.parse(String(body)).title }).toEqual({
    status: 500,
    title: 'The mock broke its own contract',
  });
  expect(body).not.toContain(ssn.document_value);
  expect(state.users.get(ids.unverified)).toBe(before);
});

test('a value that no answer can show is the caller’s, who is told where it was sent', async () => {
  const state = stateWith(machnet.read as never);
  const passport = { document_type: 'PASSPORT', document_value: '1', state: 'New York' };
  const { status, body } = await ask(state, { virtual_documents: [passport] });
  expect(status).toBe(400);
  expect(JSON.parse(String(body)).message).toMatch(/^virtual_documents\.0\.state must /);
});
