import { expect, test } from 'vitest';
import { deriveProvider } from './derived/derive-provider.ts';
import { modelIn } from './testing/model-in.ts';
import { serve } from './testing/serve.ts';

// A contract whose paths hold parameters beside a text of their own.

const user = { id: 'a', name: 'Jane' };
const reply = (value: unknown) => ({
  content: { 'application/json': { schema: { $ref: '#/components/schemas/User' }, examples: { one: { value } } } },
  description: 'A user.',
});
const operation = (operationId: string) => ({ operationId, 'x-retry': 'safe', responses: { 200: reply(user) } });
const parameter = (name: string, schema: object = {}) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', ...schema },
});
const parameters = [parameter('id')];
const paths = {
  '/users/{id}': { parameters, get: operation('getUser') },
  '/users/{id}.json': { parameters, get: operation('getUserAsJson') },
  '/users/{id}:activate': { parameters, post: operation('activateUser') },
  '/users/v{version}-{id}!': {
    parameters: [...parameters, parameter('version', { pattern: '^[0-9]+$', maxLength: 9 })],
    get: operation('getVersion'),
  },
  '/users/all': { get: operation('getAll') },
};
const User = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } };
const read = modelIn({ paths, components: { schemas: { User } } });
const send = await serve(await deriveProvider('paths', [{ name: 'paths@v1', read }]));

test.each<[method: string, path: string, status: number, operation: string | undefined]>([
  ['GET', '/users/a', 200, 'getUser'],
  ['GET', '/users/a.json', 200, 'getUserAsJson'],
  ['GET', '/users/a%2Ejson', 200, 'getUserAsJson'],
  ['GET', '/users/b.json', 404, 'getUserAsJson'],
  ['GET', '/users/a.json.json', 404, 'getUserAsJson'],
  ['GET', '/users/.json', 404, 'getUser'],
  ['POST', '/users/a:activate', 200, 'activateUser'],
  ['POST', '/users/a%3Aactivate', 200, 'activateUser'],
  ['POST', '/users/:activate', 400, 'activateUser'],
  ['DELETE', '/users/a:activate', 405, undefined],
  ['GET', '/users/v1-a!', 200, 'getVersion'],
  ['GET', '/users/vx-a!', 400, 'getVersion'],
  ['GET', '/users/v-a!', 404, 'getUser'],
  ['GET', '/users/all', 200, 'getAll'],
  ['GET', '/users/a/b', 404, undefined],
])('%s %s is answered with %i, as %s', async (method, path, status, operation) => {
  await send('DELETE', '/__amend/requests');
  expect((await send(method, `/paths${path}`)).status).toBe(status);
  const { body } = await send('GET', '/__amend/requests');
  expect(body.map((entry: { operation?: string }) => entry.operation)).toEqual([operation]);
});

test.each([
  ['GET', '/users/a.json'],
  ['POST', '/users/a:activate'],
])('Prism answers %s %s too, with an example', async (method, path) => {
  const { status, body } = await send(method, `/paths${path}`, undefined, { Prefer: 'example=one' });
  expect({ status, body }).toEqual({ status: 200, body: user });
});
