import { toForm } from '@amend/client';
import { describe, expect, test } from 'vitest';
import { always, bodyOf, type SmallContract, serveSmall, unlessVerified } from '../testing/small-contract.ts';

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

describe('a user whom bodies hold in an envelope is remembered, and its rules hold', () => {
  const home = { type: 'object', properties: { city: { type: 'string' }, zip: { type: 'string' } } };
  const about = { type: 'object', properties: { name: { type: 'string' }, home }, required: ['name'] };

  /** A body that holds what is about a user below these names; of the update, each object says what it does with the rest. */
  const below = (way: readonly string[], update?: string): { properties: Record<string, object> } & object => {
    const said = update === undefined ? {} : { 'x-update': update };
    const inner = { ...about, ...said, properties: { ...about.properties, home: { ...home, ...said } } };
    const { properties = {} } = way
      .toReversed()
      .reduce<{ properties?: Record<string, object> }>(
        (schema, name) => ({ type: 'object', ...said, properties: { [name]: schema } }),
        inner,
      );
    const rules = Object.entries(properties).map(([name, schema]) => [name, { ...schema, ...unlessVerified }]);
    const schema = { type: 'object', 'x-rules-documented': true, properties: Object.fromEntries(rules) };
    return schema;
  };
  const valueBelow = (way: readonly string[], value: object): object =>
    way.toReversed().reduce((inner, name) => ({ [name]: inner }), value);
  const serveBelow = (way: readonly string[], update: string, shown: readonly string[]) =>
    serveSmall(({ components: { responses, schemas } }) => {
      schemas.UserCreate = below(way);
      schemas.UserUpdate = below(way, update);
      const [[first, schema] = []] = Object.entries(shown.length > 0 ? below(shown).properties : {});
      Object.assign(schemas.User.properties, first === undefined ? about.properties : { [first]: schema });
      const value = { id: jane.id, state: 'open', ...valueBelow(shown, { name: 'Jane', home: { city: 'Eugene' } }) };
      responses.User = { description: 'The user.', ...bodyOf(envelope(User), { jane: { value: { data: value } } }) };
    });

  test.each<[name: string, way: string[], shown: string[]]>([
    ['as the answer does', ['data'], []],
    ['of another name', ['user'], []],
    ['that holds another', ['data', 'attributes'], []],
    ['and within it beside its id', ['data', 'attributes'], ['attributes']],
  ])('%s', async (_, way, shown) => {
    const send = await serveBelow(way, 'partial', shown);
    const change = async (value: object) => send('PATCH', at, valueBelow(way, value));
    const about = async (place: string) =>
      shown.reduce((user, name) => user[name], (await send('GET', place)).body.data);
    expect((await change({ name: 'Joan', home: { zip: '97401' } })).status).toBe(200);
    expect(await about(at)).toMatchObject({ name: 'Joan', home: { city: 'Eugene', zip: '97401' } });
    expect((await send('GET', at)).body.data).toMatchObject({ id: jane.id, state: 'open' });
    const { data: made } = (await send('POST', '/small/users', valueBelow(way, { name: 'Ann' }))).body;
    expect(await about(`/small/users/${made.id}`)).toMatchObject({ name: 'Ann' });
    await send('PUT', '/__amend/users/small/usr_8fk2m1/status', { status: 'approved' });
    expect((await change({ name: 'Joan' })).status).toBe(200);
    expect((await change({ name: 'June' })).status).toBe(400);
    expect(await about(at)).toMatchObject({ name: 'Joan' });
  });

  test('which takes the place of what was there', async () => {
    const send = await serveBelow(['data'], 'replacement', []);
    expect((await send('PATCH', at, { data: { name: 'Joan' } })).status).toBe(200);
    expect((await send('GET', at)).body.data).toEqual({ id: jane.id, state: 'open', name: 'Joan' });
  });

  test('and a refusal says where in it something is wrong', async () => {
    const send = await serveBelow(['data'], 'partial', []);
    await send('PUT', '/__amend/users/small/usr_8fk2m1/status', { status: 'approved' });
    expect((await send('PATCH', at, { data: { name: 'June' } })).body.message).toMatch(/^data\.name cannot change/);
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

test('a text that is JSON is shown as what it says, where answers show that', async () => {
  const send = await serveSmall(({ components: { schemas } }) => {
    schemas.UserUpdate.properties.keys = { type: 'string', ...always };
    schemas.User.properties.keys = { type: 'object', properties: { code: { type: 'string' } } };
  });
  expect((await send('PATCH', at, { keys: '{"code":"1"}' })).body.keys).toEqual({ code: '1' });
  expect((await send('PATCH', at, { keys: 'code' })).status).toBe(400);
  expect((await send('GET', at)).body.keys).toEqual({ code: '1' });
});

test('schemas that lead to one another are served, however many', async () => {
  const send = await serveSmall(({ components: { schemas } }) => {
    const names = Array.from({ length: 12 }, (_, index) => `Part${index}`);
    const parts = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    for (const name of names) schemas[name] = { type: 'object', properties: { note: { type: 'string' }, ...parts } };
    schemas.UserUpdate.properties.part = { $ref: '#/components/schemas/Part0', 'x-update': 'replacement', ...always };
    schemas.User.properties.part = { $ref: '#/components/schemas/Part0' };
  });
  const part = { note: 'a', Part1: { note: 'b', Part2: { note: 'c' } } };
  expect((await send('PATCH', at, { part })).body.part).toEqual(part);
  expect((await send('PATCH', at, { part: { note: 1 } })).status).toBe(400);
});

describe('credentials', () => {
  const basic = `Basic ${btoa('us3r:pa$s')}`;
  const schemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    queryKey: { type: 'apiKey', in: 'query', name: 'key' },
    basic: { type: 'http', scheme: 'basic' },
    bearer: { type: 'http', scheme: 'bearer' },
    oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } } },
    certificate: { type: 'mutualTLS' },
  };
  const withSecurity =
    (...alternatives: (keyof typeof schemes)[][]) =>
    (contract: SmallContract) => {
      contract.components.securitySchemes = schemes;
      const security = alternatives.map((together) => Object.fromEntries(together.map((name) => [name, []])));
      Object.assign(contract, { security });
    };
  const none = { Authorization: '' };

  test.each<
    [name: string, alternatives: (keyof typeof schemes)[][], ways: (readonly [query: string, headers: object])[]]
  >([
    ['a key in a header', [['key']], [['', { 'X-Key': 'k' }]]],
    ['a key in the query', [['queryKey']], [['?key=k', {}]]],
    ['HTTP basic', [['basic']], [['', { Authorization: basic }]]],
    ['a bearer token', [['bearer']], [['', { Authorization: 'Bearer t' }]]],
    ['a token of OAuth 2', [['oauth']], [['', { Authorization: 'Bearer t' }]]],
    ['a certificate, which no mock sees, and a key', [['certificate', 'key']], [['', { 'X-Key': 'k' }]]],
    [
      'either of two',
      [['key'], ['basic']],
      [
        ['', { 'X-Key': 'k' }],
        ['', { Authorization: basic }],
      ],
    ],
  ])('%s', async (_, alternatives, ways) => {
    const send = await serveSmall(withSecurity(...alternatives));
    expect((await send('GET', at, undefined, none)).status).toBe(401);
    for (const [query, headers] of ways)
      expect((await send('GET', at + query, undefined, { ...none, ...headers })).status).toBe(200);
  });

  test('a token is given for client credentials, and to nobody else', async () => {
    const send = await serveSmall(withSecurity(['oauth']));
    const ask = (body: string, headers: object = {}) =>
      send('POST', '/small/token', body, { 'Content-Type': 'application/x-www-form-urlencoded', ...none, ...headers });
    const grant = 'grant_type=client_credentials';
    const given = await ask(grant, { Authorization: basic });
    expect(given).toMatchObject({ status: 200, body: { token_type: 'bearer', expires_in: 3600 } });
    expect((await ask(`${grant}&client_id=us3r&client_secret=pa$s`)).body).toEqual(given.body);
    expect((await ask(grant)).status).toBe(401);
    expect((await ask('grant_type=password', { Authorization: basic })).status).toBe(400);
    const open = await serveSmall(withSecurity(['bearer']));
    expect((await open('POST', '/small/token', grant, { Authorization: basic })).status).toBe(404);
  });

  test.each<[name: string, scheme: object, message: string]>([
    ['a cookie', { type: 'apiKey', in: 'cookie', name: 'sid' }, 'Cookies are not handled.'],
    [
      'another scheme of HTTP',
      { type: 'http', scheme: 'digest' },
      'The scheme digest is not handled; write it as a bearer',
    ],
    [
      'a token in the open',
      { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'http://small.example/token', scopes: {} } } },
      'The address of a token must be https, since the credentials are sent there.',
    ],
    [
      'another kind',
      { type: 'openIdConnect' },
      'Security of the type openIdConnect is not handled; write it as a bearer',
    ],
  ])('%s is refused with its line', async (_, scheme, message) => {
    const withScheme = (contract: SmallContract) => {
      contract.components.securitySchemes = { odd: scheme };
    };
    await expect(serveSmall(withScheme)).rejects.toThrow(`small@v1.yaml:1: ${message}`);
  });
});

describe('headers that a call needs', () => {
  const parameter = (name: string, schema: object = { type: 'string' }) => ({
    name,
    in: 'header',
    required: true,
    schema,
  });
  const withHeaders = (contract: SmallContract) => {
    const { parameters } = contract.components;
    parameters.IdempotencyKey = parameter('Idempotency-Key');
    parameters.Version = parameter('Small-Version', { type: 'string', const: '2026-01-01' });
    contract.paths['/users'].post.parameters = ['IdempotencyKey', 'Version'].map((name) => ({
      $ref: `#/components/parameters/${name}`,
    }));
    contract.paths['/users'].post['x-retry'] = { 'idempotent-by': 'Idempotency-Key' };
  };

  test('a key makes a repeated call one call, and the same key for another is refused', async () => {
    const send = await serveSmall(withHeaders);
    const create = (key: string, name = 'Ann') =>
      send('POST', '/small/users', { name }, { 'Idempotency-Key': key, 'Small-Version': '2026-01-01' });
    const first = await create('k1');
    expect(await create('k1')).toMatchObject({ status: 201, body: first.body });
    expect((await create('k2')).body.id).not.toBe(first.body.id);
    expect((await create('k1', 'Bea')).status).toBe(400);
    await send('POST', '/__amend/reset');
    expect((await create('k1', 'Bea')).status).toBe(201);
  });

  test('without one, or in another version, a call is refused', async () => {
    const send = await serveSmall(withHeaders);
    const create = async (headers: Record<string, string>) => (await send('POST', '/small/users', {}, headers)).status;
    expect(await create({ 'Small-Version': '2026-01-01' })).toBe(400);
    expect(await create({ 'Idempotency-Key': 'k1', 'Small-Version': '2025-01-01' })).toBe(400);
  });

  test('one that is retried by what it does not take is refused with its line', async () => {
    const wrong = (contract: SmallContract) => {
      contract.paths['/users'].post['x-retry'] = { 'idempotent-by': 'Idempotency-Key' };
    };
    await expect(serveSmall(wrong)).rejects.toThrow(
      'small@v1.yaml:1: Idempotency-Key is no header that this operation takes.',
    );
  });
});

describe('media types', () => {
  test('relatives of JSON are taken, and answered', async () => {
    const media = 'application/vnd.small.v1+json';
    const as = (body: object) => ({ content: { [media]: Object.values((body as { content: object }).content)[0] } });
    const send = await serveSmall((contract) => {
      contract.paths['/users/{user_id}'].patch.requestBody = as(contract.paths['/users/{user_id}'].patch.requestBody);
      contract.components.responses.User = {
        description: 'The user.',
        ...as(contract.components.responses.User ?? {}),
      };
    });
    const headers = { 'Content-Type': media, Accept: media };
    const answer = await send('PATCH', at, { name: 'Joan' }, headers);
    expect(answer).toMatchObject({ status: 200, body: { name: 'Joan' } });
    expect(answer.headers.get('content-type')).toBe(media);
    expect((await send('PATCH', at, { name: 'Joan' })).status).toBe(415);
    expect((await send('GET', at, undefined, { Accept: 'application/hal+json' })).status).toBe(406);
  });

  test('forms are read as the contract has their values', async () => {
    const form = 'application/x-www-form-urlencoded';
    const send = await serveSmall((contract) => {
      const { UserUpdate, User: answered } = contract.components.schemas;
      const properties = {
        age: { type: 'integer' },
        active: { type: 'boolean' },
        nick: { type: ['string', 'null'] },
        tags: { type: 'array', items: { type: 'string' } },
        home: { type: 'object', properties: { city: { type: 'string' }, zip: { type: 'integer' } } },
        metadata: { anyOf: [{ type: 'object', additionalProperties: { type: 'string' } }, { type: 'null' }] },
      };
      for (const [name, schema] of Object.entries(properties)) {
        UserUpdate.properties[name] = { ...schema, ...always, 'x-update': 'replacement' };
        answered.properties[name] = schema;
      }
      const schema = { $ref: '#/components/schemas/UserUpdate' };
      contract.paths['/users/{user_id}'].patch.requestBody = { content: { [form]: { schema } } };
    });
    const body = {
      age: 7,
      active: false,
      tags: ['a&b', 'c'],
      home: { city: 'New York', zip: 10001 },
      metadata: { k: '1' },
    };
    const headers = { 'Content-Type': form };
    const send_ = (value: object) => send('PATCH', at, toForm(value), headers);
    expect(await send_(body)).toMatchObject({ status: 200, body });
    expect(await send_({ nick: null, metadata: null })).toMatchObject({ body: { nick: null, metadata: null } });
    expect(await send_({ age: 'seven' })).toMatchObject({ status: 400 });
    for (const odd of ['a[b=1', 'name=1&name=2', 'name=1&name[a]=2', 'a[__proto__][b]=1', '[]=1', '%ff=1'])
      expect([odd, (await send('PATCH', at, odd, headers)).status]).toEqual([odd, 400]);
  });
});

describe('a success without a body', () => {
  const empty = { description: 'Done.' };

  test('a create says where the new user is', async () => {
    const send = await serveSmall(({ paths }) => {
      paths['/users'].post.responses = { '201': empty };
    });
    const made = await send('POST', '/small/users', { name: 'Ann' });
    expect(made).toMatchObject({ status: 201, body: undefined });
    const location = made.headers.get('location') ?? '';
    expect(location).toMatch(/^\/small\/users\/usr_[0-9a-f]{6}$/);
    expect((await send('GET', location)).body).toMatchObject({ name: 'Ann' });
  });

  test('an update is made, and its rules hold', async () => {
    const send = await serveSmall(({ paths }) => {
      paths['/users/{user_id}'].patch.responses = { '204': empty };
    });
    expect(await send('PATCH', at, { name: 'Joan' })).toMatchObject({ status: 204, body: undefined });
    expect((await send('GET', at)).body).toEqual({ ...jane, name: 'Joan' });
    await send('PUT', '/__amend/users/small/usr_8fk2m1/status', { status: 'approved' });
    expect((await send('PATCH', at, { name: 'June' })).status).toBe(400);
  });

  test('what has no users below it makes none', async () => {
    const send = await serveSmall((contract) => {
      Object.assign(contract.paths, {
        '/hooks': {
          post: { operationId: 'createHook', 'x-retry': 'never', requestBody: bodyOf({}), responses: { '201': empty } },
        },
      });
    });
    expect((await send('POST', '/small/hooks', {})).status).toBe(201);
    expect((await send('GET', '/__amend/users')).body).toHaveLength(2);
  });
});

describe('ids', () => {
  test('may be numbers', async () => {
    const send = await serveSmall((contract) => {
      contract.components.schemas.User.properties.id = { type: 'integer' };
      contract.paths['/users/{user_id}'].parameters = [
        { name: 'user_id', in: 'path', required: true, schema: { type: 'integer' } },
      ];
      contract.components.responses.User = {
        description: 'The user.',
        ...bodyOf(User, { jane: { value: { ...jane, id: 4711 } } }),
      };
    });
    expect((await send('PATCH', '/small/users/4711', { name: 'Joan' })).body).toMatchObject({ id: 4711, name: 'Joan' });
    const { id } = (await send('POST', '/small/users', { name: 'Ann' })).body;
    expect(id).toEqual(expect.any(Number));
    expect((await send('GET', `/small/users/${id}`)).body).toMatchObject({ id, name: 'Ann' });
    expect((await send('GET', '/small/users/none')).status).toBe(400);
  });

  test.each<[how: string, role: object, value: string]>([
    ['as the one whose role it is', { 'x-role': 'identifier' }, 'usr_7'],
    ['as the one that shows what the path shows', {}, 'usr_8fk2m1'],
  ])('may have any name, and are found %s', async (_, role, value) => {
    const send = await serveSmall((contract) => {
      const { id: __, ...properties } = contract.components.schemas.User.properties;
      const examples = { jane: { value: 'usr_8fk2m1' } };
      const [parameter] = contract.paths['/users/{user_id}'].parameters;
      contract.paths['/users/{user_id}'].parameters = [{ ...parameter, examples } as never];
      contract.components.schemas.User.required = ['token', 'state'];
      contract.components.schemas.User.properties = { ...properties, token: { type: 'string', ...role } };
      const answer = { token: value, state: 'open', name: 'Jane' };
      contract.components.responses.User = { description: 'The user.', ...bodyOf(User, { jane: { value: answer } }) };
    });
    expect((await send('PATCH', `/small/users/${value}`, { name: 'Joan' })).body).toMatchObject({ token: value });
    const made = (await send('POST', '/small/users', { name: 'Ann' })).body;
    expect((await send('GET', `/small/users/${made.token}`)).body).toEqual(made);
  });

  test('may stand behind those of an account', async () => {
    const send = await serveSmall((contract) => {
      const { '/users': all, '/users/{user_id}': one } = contract.paths;
      const account = { name: 'account_id', in: 'path', required: true, schema: { type: 'string' } };
      Object.assign(contract, {
        paths: {
          '/accounts/{account_id}/users': { ...all, parameters: [account] },
          '/accounts/{account_id}/users/{user_id}': { ...one, parameters: [account, ...one.parameters] },
        },
      });
    });
    const made = await send('POST', '/small/accounts/acc_1/users', { name: 'Ann' });
    expect(made.status).toBe(201);
    const own = `/small/accounts/acc_1/users/${made.body.id}`;
    expect((await send('PATCH', own, { name: 'Anna' })).body).toMatchObject({ name: 'Anna' });
  });
});

test('a status may be one in which nothing can change, and an unknown one may be that', async () => {
  const send = await serveSmall(({ components: { schemas } }) => {
    schemas.UserUpdate.properties.name = { type: 'string', ...always };
    const words = { verified: ['approved'], unverified: ['open'], frozen: ['held'] };
    schemas.User['x-verification'] = { property: 'state', ...words };
  });
  const change = async (status: string) => {
    await send('PUT', '/__amend/users/small/usr_8fk2m1/status', { status });
    return (await send('PATCH', at, { name: status })).status;
  };
  expect([await change('approved'), await change('held')]).toEqual([200, 400]);
  expect((await send('GET', '/__amend/users')).body).toContainEqual(expect.objectContaining({ status: 'held' }));
});

test('where no example shows a user who is not verified, there is one all the same', async () => {
  const send = await serveSmall(({ components }) => {
    components.responses.User = {
      description: 'The user.',
      ...bodyOf(User, { jane: { value: { ...jane, state: 'approved' } } }),
    };
  });
  const { body } = await send('GET', '/__amend/users');
  expect(body.map(({ status }: { status: string }) => status)).toEqual(['approved', 'open']);
});

test('a new user has what every example shows and nobody can send', async () => {
  const send = await serveSmall(({ components }) => {
    Object.assign(components.schemas.User.properties, { tier: { type: 'string' }, nick: { type: 'string' } });
    const examples = { jane: { ...jane, tier: 'basic' }, joan: { ...jane, id: 'usr_2', tier: 'gold', nick: 'J' } };
    const shown = Object.entries(examples).map(([name, value]) => [name, { value }]);
    components.responses.User = { description: 'The user.', ...bodyOf(User, Object.fromEntries(shown)) };
  });
  const { body } = await send('POST', '/small/users', { name: 'Ann' });
  expect(body).toEqual({ id: expect.any(String), state: 'open', name: 'Ann', tier: 'basic' });
});

describe('parts of a user', () => {
  const address = (update?: string) => ({
    type: 'object',
    ...(update && { 'x-update': update }),
    properties: { street: { type: 'string' }, city: { type: 'string' } },
  });
  const withAddress = (update: string) => (contract: SmallContract) => {
    const { UserCreate, UserUpdate, User: answered } = contract.components.schemas;
    UserCreate.properties.address = address();
    UserUpdate.properties.address = { ...address(update), ...unlessVerified };
    answered.properties.address = address();
  };
  const home = { street: 'Elm 1', city: 'Eugene' };

  test.each<[update: string, want: object]>([
    ['partial', { ...home, city: 'Salem' }],
    ['replacement', { city: 'Salem' }],
  ])('an object that is left out in part: %s', async (update, want) => {
    const send = await serveSmall(withAddress(update));
    const { id } = (await send('POST', '/small/users', { address: home })).body;
    expect((await send('PATCH', `/small/users/${id}`, { address: { city: 'Salem' } })).body.address).toEqual(want);
  });

  test('a part that is locked may be sent as it is', async () => {
    const send = await serveSmall(withAddress('partial'));
    const { id } = (await send('POST', '/small/users', { address: home })).body;
    await send('PUT', `/__amend/users/small/${id}/status`, { status: 'approved' });
    const change = async (part: object) => (await send('PATCH', `/small/users/${id}`, { address: part })).status;
    expect([await change({ city: 'Eugene' }), await change({ city: 'Salem' })]).toEqual([200, 400]);
  });

  test('have what only the provider sets in them, at any depth', async () => {
    const sent = { type: 'object', properties: { kind: { type: 'string' } } };
    const shown = {
      type: 'object',
      required: ['state', 'id', 'kind'],
      properties: { id: { type: 'string' }, kind: { type: 'string' }, state: { type: 'string', enum: ['new', 'old'] } },
    };
    const listOf = (items: object) => ({ type: 'array', items });
    const send = await serveSmall((contract) => {
      const { UserUpdate, User: answered } = contract.components.schemas;
      UserUpdate.properties.cards = { ...listOf(sent), ...always };
      UserUpdate.properties.home = {
        type: 'object',
        'x-update': 'partial',
        properties: { keys: listOf(sent) },
        ...always,
      };
      answered.properties.cards = listOf(shown);
      answered.properties.home = {
        type: 'object',
        required: ['ref_id'],
        properties: { ref_id: { type: 'string' }, keys: listOf(shown) },
      };
      const shownJane = {
        ...jane,
        home: { ref_id: 'ref_1a2b', keys: [{ id: 'key_9z8y', kind: 'door', state: 'new' }] },
      };
      contract.components.responses.User = {
        description: 'The user.',
        ...bodyOf(User, { jane: { value: shownJane } }),
      };
    });
    const body = { cards: [{ kind: 'blue' }], home: { keys: [{ kind: 'back' }, { kind: 'front' }] } };
    const answer = await send('PATCH', at, body);
    expect(answer.body).toMatchObject({
      cards: [{ kind: 'blue', state: 'new', id: expect.any(String) }],
      home: { ref_id: 'ref_1a2b', keys: [{ kind: 'back', state: 'new' }, { kind: 'front' }] },
    });
    const [back, front] = answer.body.home.keys;
    expect(back.id).toMatch(/^key_[0-9a-f]{4}$/);
    expect(back.id).not.toBe(front.id);
  });
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
