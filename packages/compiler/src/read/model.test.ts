import { expect, test } from 'vitest';
import { golden, goldenText } from '../testing/golden.ts';
import { contracts } from './contracts.ts';
import { modelOf } from './model.ts';
import { loadContract, parseContract } from './read-contract.ts';
import { updateRulesOf } from './update-rules.ts';

const models = Object.fromEntries(
  [...contracts, golden].map((contract) => [contract.name, modelOf(loadContract(contract))]),
);
const model = models[golden.name];
const operation = (id: string) => model?.operations.find((each) => each.id === id);

test.each(Object.entries(models))('%s is plain JSON', (_, each) => {
  expect(JSON.parse(JSON.stringify(each))).toStrictEqual(each);
});

test('of a contract: where it is served, its headers, which of them are credentials, and its status words', () => {
  expect(model).toMatchObject({
    name: 'golden@v1',
    provider: 'golden',
    version: 'v1',
    servers: ['https://sandbox.golden.example/v1', 'https://golden.example/v1'],
    headers: { apiKey: 'api_key', clientID: 'X-Client-Id', xDate: 'X-Date' },
    credentials: { apiKey: 'api_key', clientID: 'X-Client-Id' },
    verification: { property: 'status', verified: ['DONE'], unverified: ['OPEN', 'CHECKING'], unknown: ['CLOSED'] },
  });
  expect(model?.credentials).not.toHaveProperty('xDate');
});

test('of an operation: what it does, how it may be sent again, and what stands around its body', () => {
  expect(operation('updateUser')).toMatchObject({
    method: 'PATCH',
    path: '/users/{user_id}',
    kind: 'update',
    update: 'partial',
    after: 'listUsers',
    retry: { idempotentUnless: ['documents'] },
    pathParameters: [{ name: 'user_id', required: true, examples: {} }],
    query: [],
    success: 200,
    way: [],
  });
  expect(operation('listUsers')).toMatchObject({ query: [{ name: 'page', required: false, default: 1 }], way: ['*'] });
  expect(operation('deleteUser')).toMatchObject({ kind: 'delete', success: 204 });
  expect(operation('deleteUser')).not.toHaveProperty('body');
  // What may be a user is found where it stands.
  expect(operation('replaceUser')?.way).toEqual([]);
});

test.each<[name: string, schemes: string, security: string, want: object | undefined]>([
  ['headers, of which all are sent', '', '[{ apiKey: [], ClientID: [] }, { apiKey: [] }]', undefined],
  [
    'headers, of which one is enough',
    '',
    '[{ apiKey: [] }, { ClientID: [] }]',
    { alternatives: [['apiKey'], ['clientID']] },
  ],
  [
    'all other kinds',
    `Basic: { type: http, scheme: Basic }
    Token: { type: http, scheme: bearer }
    login: { type: oauth2, flows: { authorizationCode: {} } }
    machine: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token } } }
    in_query: { type: apiKey, in: query, name: key }
    certificate: { type: mutualTLS }`,
    '[{ Basic: [], Token: [], login: [], machine: [a, b], in_query: [], certificate: [] }]',
    {
      schemes: {
        basic: { is: 'basic' },
        token: { is: 'bearer' },
        login: { is: 'bearer' },
        machine: { is: 'client-credentials', tokenUrl: '/token', scope: 'a b' },
        inQuery: { is: 'query', name: 'key' },
        certificate: { is: 'code' },
      },
    },
  ],
])('of how a caller is known: %s', (_, schemes, security, want) => {
  const text = goldenText
    .replace('  securitySchemes:\n', `  securitySchemes:\n    ${schemes}\n`)
    .replace(/^paths:/m, `security: ${security}\npaths:`);
  const { security: found, credentials } = modelOf(parseContract(golden, text));
  if (want) expect(found).toMatchObject(want);
  else expect(found).toBeUndefined();
  expect(credentials).toEqual(model?.credentials);
});

test('of a success that has no body while others have one: its status', () => {
  const text = goldenText.replace(
    /^( +)operationId: updateUser\n[\s\S]*?\n +responses:\n/m,
    "$&        '204': { description: Changed. }\n",
  );
  const { operations } = modelOf(parseContract(golden, text));
  expect(operations.find(({ id }) => id === 'updateUser')).toMatchObject({ success: 200, empty: [204] });
  expect(operation('updateUser')).not.toHaveProperty('empty');
  expect(operation('deleteUser')).not.toHaveProperty('empty');
});

test('of a body: each schema that it may fit, with its rules, and what is no field of the user', () => {
  const { body } = operation('updateUser') ?? {};
  expect(body?.roles).toEqual({ api_key: 'credential' });
  expect(body?.schemas.map(({ name }) => name)).toEqual(['PersonUpdate', 'BusinessUpdate']);
  const rules = ['updateUser', 'replaceUser'].flatMap((id) => operation(id)?.body?.schemas.map((each) => each.rules));
  expect(rules).toEqual(updateRulesOf(loadContract(golden)).map((each) => each.rules));
  expect(operation('createUser')?.body?.schemas[0]).not.toHaveProperty('rules');
});

test('of what a call sets, what tells a status, which example answers what, and what no answer shows', () => {
  expect(operation('startKyc')).toMatchObject({
    kind: 'set',
    sets: { status: { OPEN: 'CHECKING' } },
    tells: 'reached',
  });
  expect(operation('updateUser')).not.toHaveProperty('tells');
  const refusal = { example: 'taken', rule: 'taken', property: 'email' };
  expect(operation('createUser')?.refusals).toEqual([{ status: 400, ...refusal }]);
  expect(model?.user?.unshown).toEqual({ 'user-1': { ssn: '000000001' } });
});

test('of a schema: its references written out, what our keys say of a value, and nothing that describes', () => {
  expect(operation('createUser')?.body?.schemas[0]?.schema.properties).toMatchObject({
    email: { type: ['string', 'null'], format: 'email', unique: true },
    number: { type: ['integer', 'string'], storedAs: 'text' },
    birth_date: { minimumAge: 18 },
  });
  const { properties = {} } = operation('updateUser')?.body?.schemas[0]?.schema ?? {};
  expect(properties.name).toEqual({ type: 'string', pattern: "^\\p{L}+(?:[ .'-]\\p{L}+)*$", maxLength: 40 });
  expect(properties.documents).toMatchObject({ items: { properties: { document_value: { writeOnly: true } } } });
  const user = model?.user?.schema.properties ?? {};
  // What stands beside a reference counts first, and a user in a user has no end.
  expect(user.employer).toMatchObject({ required: ['country'], then: { required: ['zip'] } });
  expect(user.referred).toEqual({ type: 'array', items: {} });
  expect(user.checks?.additionalProperties).toEqual({ type: 'string', enum: ['PASSED', 'FAILED'] });
});

const kinds: readonly (readonly [contract: string, id: string, Readonly<Record<string, string>>])[] = [
  ['ingo@v3', 'id', { createUser: 'create data.items.*', startKyc: 'set' }],
  ['ingo@v4', 'id', { updateUser: 'update data.items.*', listUsers: 'list data.items.*' }],
  [
    'machnet@v4',
    'id',
    { createUser: 'create', getUser: 'read', updateUser: 'update', startKyc: 'set', getKyc: 'other' },
  ],
  [
    'stilt@v1',
    'uuid',
    { listUsers: 'list data.*', createUser: 'create', getUser: 'read', updateUser: 'update', deleteUser: 'delete' },
  ],
  [
    'hpay@v1',
    'id',
    {
      createUser: 'create',
      listUsers: 'list *',
      getUser: 'read',
      updateUser: 'update',
      deleteUser: 'delete',
      patchUser: 'update',
      disableUser: 'set',
      enableUser: 'set',
    },
  ],
];

test.each(kinds)(
  '%s: what each operation does, where its answer holds users, and by what one is found',
  (name, id, expected) => {
    const { operations = [], user, errors } = models[name] ?? {};
    const found = operations.map((each) => [each.id, `${each.kind} ${(each.way ?? []).join('.')}`.trim()]);
    expect(Object.fromEntries(found)).toEqual(expected);
    expect(user?.id).toBe(id);
    expect(Object.keys(errors ?? {})).toContain('400');
  },
);

test('of a webhook: where its parts stand, and what each event makes of the user; it is no operation', () => {
  expect(model?.webhooks).toEqual([
    {
      id: 'userChecked',
      at: {
        name: { body: ['event'] },
        id: { body: ['data', 'id'] },
        user: { body: ['data', 'user_id'], optional: true },
        time: { header: 'x-time', optional: true },
        signature: { header: 'X-Signature' },
      },
      events: {
        'check.done': { word: 'DONE', verification: 'verified' },
        'check.failed': { word: 'CLOSED', verification: 'unknown' },
      },
      examples: { done: { event: 'check.done', data: { id: 'event-1', user_id: 'user-1' } } },
      headers: { 'X-Signature': {}, 'X-Time': {} },
    },
  ]);
  expect(operation('userChecked')).toBeUndefined();
  expect(model?.headers).not.toHaveProperty('signature');
});
