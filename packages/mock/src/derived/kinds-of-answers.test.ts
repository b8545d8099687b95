import { describe, expect, test } from 'vitest';
import { bodyOf, type SmallContract, serveSmall } from '../testing/small-contract.ts';

// What real documents have, each in a contract that has nothing else of the kind: it is served with memory and rules, or
// refused with file and line.

const at = '/small/users/usr_8fk2m1';
const User = { $ref: '#/components/schemas/User' };
const Failed = { type: 'object', required: ['code'], properties: { code: { type: 'string' } } };
const jane = { id: 'usr_8fk2m1', state: 'open', name: 'Jane' };

const answerWith = (schema: object, value: unknown) => (contract: SmallContract) => {
  contract.components.responses.User = { description: 'The user.', ...bodyOf(schema, { jane: { value } }) };
};
const envelope = (data: object) => ({ type: 'object', properties: { data } });

describe('a user among the alternatives of an answer is remembered, and its rules hold', () => {
  test.each<[name: string, schema: object, value: unknown, read: (body: never) => unknown]>([
    ['at the root', { oneOf: [User, Failed] }, jane, (body) => body],
    ['behind an error', { anyOf: [Failed, User] }, jane, (body) => body],
    ['in an envelope', envelope({ anyOf: [User, Failed] }), { data: jane }, ({ data }) => data],
    ['of two envelopes', { oneOf: [envelope(User), Failed] }, { data: jane }, ({ data }) => data],
  ])('%s', async (_, schema, value, read) => {
    const send = await serveSmall(answerWith(schema, value));
    expect((await send('PATCH', at, { name: 'Joan' })).status).toBe(200);
    expect(read((await send('GET', at)).body as never)).toEqual({ ...jane, name: 'Joan' });
    expect((await send('GET', '/small/users/usr_nobody')).status).toBe(404);
    expect((await send('PATCH', '/small/users/usr_nobody', { name: 'Joan' })).status).toBe(404);
    await send('PUT', '/__amend/users/small/usr_8fk2m1/status', { status: 'approved' });
    expect((await send('PATCH', at, { name: 'June' })).status).toBe(400);
    const made = read((await send('POST', '/small/users', { name: 'Ann' })).body as never) as { id: string };
    expect(read((await send('GET', `/small/users/${made.id}`)).body as never)).toMatchObject({ name: 'Ann' });
  });
});

test.each<[name: string, schema: object, value: unknown]>([
  ['in a map', { type: 'object', additionalProperties: User }, { jane }],
  [
    'in one place or another',
    { anyOf: [envelope(User), { type: 'object', properties: { user: User } }] },
    { data: jane },
  ],
])('a user %s is refused with its line, and not served as nothing', async (_, schema, value) => {
  await expect(serveSmall(answerWith(schema, value))).rejects.toThrow(
    /^small@v1\.yaml:1: createUser answers with a User where none can be found; let it stand in one place/,
  );
});

test('a server may be relative, and have variables', async () => {
  const send = await serveSmall((contract) => {
    const variables = { region: { default: 'eu', enum: ['eu', 'us'] }, version: { default: 'v2' } };
    contract.servers = [{ url: '/api' }, { url: 'https://{region}.small.example/{version}', variables }];
  });
  for (const base of ['', '/api', '/v2'])
    expect((await send('GET', `/small${base}/users/usr_8fk2m1`)).body).toEqual(jane);
});

test('examples without an id are refused with their line', async () => {
  const { id: _, ...nobody } = jane;
  await expect(serveSmall(answerWith(User, nobody))).rejects.toThrow(
    'small@v1.yaml:1: The example jane shows no user with id, and so do all others; give one an id.',
  );
});
