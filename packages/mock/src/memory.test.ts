import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids, type Send, sendTo } from './testing/call.ts';
import { requestExamples } from './testing/examples.ts';

const mock = await createMock({ seed: 'memory' });
const send: Send = sendTo(mock.fetch);

beforeEach(() => mock.reset());

const example = {
  'ingo user': {
    first_name: 'Robin',
    last_name: 'Fields',
    email: 'robin.fields@example.com',
    phone_number: '+15125550142',
    address_one: '12 Juniper Lane',
    city: 'Austin',
    state: 'TX',
    country: 'US',
    postal_code: '78701',
    ssn: '111-22-3333',
    username: 'robin',
  },
  'machnet individual': {
    type: 'SEND',
    first_name: 'Rosa',
    last_name: 'Example',
    mobile_phone: '2125550101',
    physical_documents: [{ document_type: 'STATE_ID', document_value: 'data:image/jpeg;base64,SUQ=', country: 'US' }],
    virtual_documents: [{ document_type: 'SSN', document_value: '111111113', country: 'US' }],
  },
  'stilt user': {
    first_name: 'Riley',
    last_name: "O'Sample",
    email: 'riley.osample@example.com',
    phone: '3125550168',
    dob: '1985-11-30',
    ssn: 'AAECAwQFBgcICQoLDA0OD1O2sThMBVkhrHfzDOS3Wsk=',
    address: { line_1: '200 Sample Avenue', zip: '60601', city: 'Chicago', state: 'IL', country: 'United States' },
  },
  'hpay user': { app_user_id: 7, name: 'Joseph Placeholder', phone_number: '+13125550187' },
};

describe('a user is created, read, changed and read again', () => {
  test('machnet', async () => {
    const { status, body: created } = await send('POST', '/machnet/users', example['machnet individual']);
    expect(status).toBe(200);
    expect(created).toMatchObject({
      status: 'UNVERIFIED',
      first_name: 'Rosa',
      created_at: '2030-01-01T00:00:00.000000',
    });
    expect(created.virtual_documents[0].document_value).toBe('*****1113');
    expect(created.physical_documents[0]).toEqual({ id: expect.any(String), document_type: 'STATE_ID', country: 'US' });
    const path = `/machnet/users/${created.id}`;
    expect((await send('GET', path)).body).toEqual(created);
    const { body: changed } = await send('PATCH', path, { city: 'Albany' });
    expect(changed).toEqual({ ...created, city: 'Albany' });
    expect((await send('GET', path)).body).toEqual(changed);
  });

  test('ingo, over both versions', async () => {
    const { body: created } = await send('POST', '/ingo/v3/user/create', example['ingo user']);
    const [user] = created.data.items;
    expect(user).toMatchObject({ first_name: 'Robin', middle_name: '', ssn_last_4: '3333', kyc_status: 'not_started' });
    expect(user.uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(user).not.toHaveProperty('ssn');
    expect(user).not.toHaveProperty('username');
    const { body: changed } = await send('POST', '/ingo/v4/user/update', { user_id: user.id, city: 'Eugene' });
    expect(changed.data.items).toEqual([{ ...user, city: 'Eugene', updated_at: expect.any(String) }]);
    expect(changed.data.items[0].updated_at > user.updated_at).toBe(true);
    await send('POST', '/ingo/v3/user/send-verification-request', { user_id: user.id });
    const { body: listed } = await send('POST', '/ingo/v4/user/get-all', { search: 'ROBIN', per_page: 1 });
    expect(listed.data.items).toMatchObject([{ id: user.id, city: 'Eugene', kyc_status: 'verified' }]);
    expect(listed.data.pagination).toMatchObject({ page: 1, per_page: 1, total: 3, search: 'ROBIN' });
  });

  test('stilt', async () => {
    const { body: created } = await send('POST', '/stilt/users', example['stilt user']);
    const { ssn: _, dob: __, ...shown } = example['stilt user'];
    expect(created).toEqual({
      uuid: expect.any(String),
      middle_name: null,
      citizenship: null,
      dwolla_customer_url: null,
      ...shown,
      address: { ...shown.address, line_2: null, line_3: null, country: 'UNITED STATES' },
    });
    const path = `/stilt/users/${created.uuid}`;
    const { body: changed } = await send('PUT', path, { phone: '4155550127' });
    expect(changed).toEqual({ ...created, phone: '4155550127' });
    expect((await send('GET', path)).body).toEqual(changed);
    const { body: page } = await send('GET', '/stilt/users?limit=1&offset=3');
    expect(page).toEqual({ data: [changed], pagination: { offset: 3, limit: 1, total: 4 } });
  });

  test('hpay', async () => {
    const { body: created } = await send('POST', '/hpay/api/v1/users/create/', {
      ...example['hpay user'],
      email: 'j@example.com',
      is_active: false,
    });
    expect(created).toMatchObject({ app_user_id: '7', email: 'j@example.com', username: null, is_active: false });
    const path = `/hpay/api/v1/users/${created.id}/`;
    const { body: patched } = await send('PATCH', path, { name: 'Joseph Other' });
    expect(patched).toEqual({ ...created, name: 'Joseph Other', updated_at: expect.any(String) });
    const { body: replaced } = await send('PUT', path, example['hpay user']);
    expect(replaced).toMatchObject({ name: 'Joseph Placeholder', email: null, is_active: true });
    expect(replaced.updated_at > patched.updated_at).toBe(true);
    expect(replaced.created_at).toBe(created.created_at);
    await send('POST', `/hpay/api/v1/users/${created.id}/disable`);
    expect(
      (await send('GET', '/hpay/api/v1/users/?is_active=false')).body.map(({ id }: { id: string }) => id),
    ).toContain(created.id);
    expect((await send('DELETE', path)).status).toBe(200);
    expect(await send('GET', path)).toMatchObject({ status: 404, body: { detail: 'User not found' } });
  });
});

describe('documents', () => {
  const path = `/machnet/users/${ids.verified}`;
  const licence = { document_type: 'DRIVING_LICENCE', document_value: 'data:image/jpeg;base64,SUQ=' };

  test('a new one takes the place of the older one of its kind, which is archived', async () => {
    const before = (await send('GET', path)).body.physical_documents;
    const { body } = await send('PATCH', path, {
      physical_documents: [licence, { document_type: 'BANK_STATEMENT', document_value: 'data:,x' }],
    });
    expect(body.physical_documents).toEqual([
      { id: expect.any(String), document_type: 'DRIVING_LICENCE' },
      { id: expect.any(String), document_type: 'BANK_STATEMENT' },
    ]);
    expect(body.physical_documents[0].id).not.toBe(before[0].id);
    const users = (await send('GET', '/__amend/users?provider=machnet')).body;
    expect(users.find(({ id }: { id: string }) => id === ids.verified).archived).toBe(1);
  });

  test.each([
    ['a business’s scans', ids.verifiedBusiness, 'physical_documents', 'AUDITED_FINANCIALS'],
    ['an individual’s numbers', ids.verified, 'virtual_documents', 'PASSPORT'],
  ])('%s are added, since no page says that the older one is archived', async (_, id, list, document_type) => {
    const at = `/machnet/users/${id}`;
    const before = (await send('GET', at)).body[list] ?? [];
    const add = (document_value: string) => send('PATCH', at, { [list]: [{ document_type, document_value }] });
    await add('000000001');
    const { body } = await add('000000002');
    expect(body[list].slice(0, before.length)).toEqual(before);
    expect(body[list].slice(before.length)).toMatchObject([{ document_type }, { document_type }]);
    const users = (await send('GET', '/__amend/users?provider=machnet')).body;
    expect(users.find((user: { id: string }) => user.id === id).archived).toBe(0);
  });

  test('the same scan of a locked kind is no change, and another one is', async () => {
    const { body } = await send('POST', '/machnet/users', {
      business: true,
      first_name: 'Sample Goods',
      mobile_phone: '2125550101',
      physical_documents: [{ document_type: 'EIN', document_value: 'data:,one' }],
    });
    await send('PUT', `/__amend/users/machnet/${body.id}/status`, { status: 'VERIFIED' });
    const update = (value: string) =>
      send('PATCH', `/machnet/users/${body.id}`, {
        physical_documents: [{ document_type: 'EIN', document_value: value }],
      });
    expect((await update('data:,one')).body.physical_documents).toEqual(body.physical_documents);
    expect((await update('data:,two')).status).toBe(400);
  });
});

describe('the KYC check moves on by a call', () => {
  const statusOf = async () => (await send('GET', `/machnet/users/${ids.unverified}/cip-info`)).body.kyc_status;
  const start = () => send('POST', `/machnet/users/${ids.unverified}/kyc`);

  test.each([
    ['UNVERIFIED', ['IN_PROGRESS', 'VERIFIED', 'VERIFIED']],
    ['RETRY', ['IN_PROGRESS', 'VERIFIED']],
    ['REVIEW_PENDING', ['VERIFIED']],
    ['SUSPENDED', ['SUSPENDED']],
  ])('from %s', async (from, steps) => {
    await send('PUT', `/__amend/users/machnet/${ids.unverified}/status`, { status: from });
    for (const step of steps) {
      expect((await start()).body).toEqual({ success: true, status: 'INITIATED' });
      expect(await statusOf()).toBe(step);
    }
  });

  test.each([
    ['an individual', ids.unverified, { FIRST_NAME: 'SUBMIT', OCCUPATION: 'REQUESTED' }, { FIRST_NAME: 'REVIEWING' }],
    ['a business, whose pieces are not public', ids.unverifiedBusiness, undefined, undefined],
  ])('the detail of %s is the example’s for that kind and status', async (_, id, before, after) => {
    const detail = async () => (await send('GET', `/machnet/users/${id}/cip-info`)).body;
    const shown = (kyc_status: string, cip_info: object | undefined) =>
      expect.objectContaining({
        user_id: id,
        kyc_status,
        ...(cip_info && { cip_info: expect.objectContaining(cip_info) }),
      });
    expect(await detail()).toEqual(shown('UNVERIFIED', before));
    await send('POST', `/machnet/users/${id}/kyc`);
    expect(await detail()).toEqual(shown('IN_PROGRESS', after));
    expect('cip_info' in (await detail())).toBe(before !== undefined);
  });

  test('and what was free is then locked', async () => {
    const rename = () => send('PATCH', `/machnet/users/${ids.unverified}`, { first_name: 'Other' });
    await start();
    expect((await rename()).status).toBe(200);
    await start();
    expect((await send('PATCH', `/machnet/users/${ids.unverified}`, { first_name: 'Third' })).status).toBe(400);
    expect((await rename()).status).toBe(200);
  });
});

test('the same calls make the same ids and times under the same seed, and others under another', async () => {
  const run = async (seed: string) => {
    const { fetch } = await createMock({ seed });
    const answers = [];
    for (let call = 0; call < 3; call += 1)
      answers.push((await sendTo(fetch)('POST', '/machnet/users', example['machnet individual'])).body);
    return answers;
  };
  const [first, again, other] = await Promise.all([run('a'), run('a'), run('b')]);
  expect(again).toEqual(first);
  expect(other?.[0].id).not.toBe(first?.[0].id);
  expect(new Set(first?.map(({ id }) => id)).size).toBe(3);
});

test.each([
  ['a UUID in capitals is the same user', `/machnet/users/${ids.verified.toUpperCase()}`, 200],
  ['an id that is none is another', `/hpay/api/v1/users/${ids.hpay.toUpperCase()}/`, 404],
])('%s', async (_, path, status) => {
  expect((await send('GET', path)).status).toBe(status);
});

const { body: free } = exampleOf(machnetIndividual.update, true);

test('an id in capitals may stand in the body as it does in the path, and no other may', async () => {
  const inPath = ids.verified.toUpperCase();
  for (const [id, status] of [
    [inPath, 200],
    [ids.verified, 200],
    [ids.unverified.toUpperCase(), 400],
  ] as const)
    expect((await send('PATCH', `/machnet/users/${inPath}`, { id, ...free })).status).toBe(status);
});

test('a reset brings the fixtures back', async () => {
  const path = `/hpay/api/v1/users/${ids.hpay}/`;
  const before = (await send('GET', path)).body;
  await send('PATCH', path, { name: 'Other' });
  expect((await send('POST', '/__amend/reset')).status).toBe(204);
  expect((await send('GET', path)).body).toEqual(before);
});

test('a user who shares such a field already may change the others', async () => {
  const path = `/hpay/api/v1/users/${ids.hpay}/`;
  const { name, email, phone_number } = (await send('GET', path)).body;
  await send('POST', '/hpay/api/v1/users/create/', { app_user_id: 9, name, email, phone_number });
  expect((await send('PATCH', path, { name: 'Other' })).status).toBe(200);
  await send('POST', '/hpay/api/v1/users/create/', {
    app_user_id: 9,
    name,
    email: 'o@example.com',
    phone_number: '+9',
  });
  expect((await send('PATCH', path, { email: 'o@example.com' })).body.detail).toBe('email belongs to another user.');
});

test('two new users cannot share what HPay and Stilt want to be unique', async () => {
  const create = (email: string, phone_number: string) =>
    send('POST', '/hpay/api/v1/users/create/', { app_user_id: 1, name: 'A', email, phone_number });
  expect((await create('a@example.com', '+1')).status).toBe(201);
  expect(await create('a@example.com', '+2')).toMatchObject({ status: 400, body: { detail: 'Email already exists' } });
  expect((await create('b@example.com', '+1')).body.detail).toBe('phone_number belongs to another user.');
  expect((await send('POST', '/stilt/users', example['stilt user'])).status).toBe(200);
  expect(await send('POST', '/stilt/users', example['stilt user'])).toMatchObject({
    status: 400,
    body: { message: 'A user with this SSN already exists' },
  });
});

test('what a call gave to a fixture is taken like any other', async () => {
  const [first, second] = mock.fixtures.filter(({ provider }) => provider === 'hpay');
  const rename = (id = '') => send('PATCH', `/hpay/api/v1/users/${id}/`, { email: 'fresh@example.com' });
  expect((await rename(first?.id)).status).toBe(200);
  expect((await rename(second?.id)).body.detail).toBe('email belongs to another user.');
});

test('a refused call leaves no trace, not even in the ids and times to come', async () => {
  const run = async (...refused: readonly (readonly [method: string, path: string, body: object])[]) => {
    const ask = sendTo((await createMock({ seed: 'trace' })).fetch);
    await ask('POST', '/hpay/api/v1/users/create/', example['hpay user']);
    for (const [method, path, body] of refused) expect((await ask(method, path, body)).status).toBe(400);
    const made = await ask('POST', '/hpay/api/v1/users/create/', { ...example['hpay user'], phone_number: '+1' });
    const business = await ask('POST', '/machnet/users', example['machnet individual']);
    return [made.body, business.body, (await ask('GET', '/__amend/users')).body];
  };
  const [free, locked] = [true, false].map((isFree) => exampleOf(machnetIndividual.update, isFree).body);
  const scan = { document_type: 'DRIVING_LICENCE', document_value: 'data:,x' };
  const refused = [
    ['POST', '/hpay/api/v1/users/create/', example['hpay user']],
    ['PATCH', `/hpay/api/v1/users/${ids.hpay}/`, { phone_number: example['hpay user'].phone_number }],
    ['PATCH', `/machnet/users/${ids.verified}`, { ...free, ...locked }],
    ['PATCH', `/machnet/users/${ids.verified}`, { ...locked, physical_documents: [scan] }],
    [
      'PATCH',
      `/machnet/users/${ids.unverified}`,
      { city: 'Albany', virtual_documents: [{ document_type: 'SSN', document_value: 'none' }] },
    ],
  ] as const;
  expect(await run(...refused)).toEqual(await run());
});

test('HPay answers a create with 201', async () => {
  const user = { app_user_id: 'c-201', name: 'A', phone_number: '+201' };
  expect((await send('POST', '/hpay/api/v1/users/create/', user)).status).toBe(201);
});

describe('what the contract takes, the mock can show', () => {
  const business = `/machnet/users/${ids.verifiedBusiness}`;
  const person = `/machnet/users/${ids.unverified}`;
  const address = { line_1: '1 Way', zip: '60601', city: 'Chicago', state: 'Illinois', country: 'United States' };
  const passport = { document_type: 'PASSPORT', document_value: 'data:,x' };

  test.each<[method: string, path: string, body: object]>([
    ['PATCH', business, { mailing_address: { state: 'CA', country: 'US' } }],
    ['PATCH', business, { number_of_transaction_per_month: '40' }],
    ['PATCH', person, { physical_documents: [{ ...passport, country: 'US', state: 'CA' }] }],
    ['PUT', `/stilt/users/${ids.stilt}`, { address }],
  ])('%s %s %j', async (method, path, body) => {
    expect(await send(method, path, body)).toMatchObject({ status: 200 });
  });

  test.each<[path: string, body: object, says: RegExp]>([
    [
      business,
      { mailing_address: { state: 'California' } },
      /^mailing_address\.state must have at most 2 characters\./,
    ],
    [business, { mailing_address: { country: 'usa' } }, /^mailing_address\.country must have at most 2 characters\./],
    [person, { physical_documents: [{ ...passport, state: 'ca' }] }, /^physical_documents\.0\.state must match /],
    [person, { virtual_documents: [{ ...passport, country: 'u' }] }, /^virtual_documents\.0\.country must match /],
    ...['forty', '', '-1', -1].map((number_of_transaction_per_month): [string, object, RegExp] => [
      business,
      { number_of_transaction_per_month },
      /^number_of_transaction_per_month must /,
    ]),
  ])('and the rest is refused by the contract: PATCH %s %j', async (path, body, says) => {
    expect(await send('PATCH', path, body)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(says) },
    });
  });
});

describe('HPay’s violations have the words of the contract’s examples', () => {
  const path = `/hpay/api/v1/users/${ids.hpay}/`;
  const { contract } = requestExamples.find(({ provider }) => provider === 'hpay') ?? {};
  const shown = contract?.operations.find(({ id }) => id === 'updateUser')?.answers[422] ?? {};
  const [missingField, wrongType, wrongText] = ['missingField', 'wrongType', 'wrongText'].map((name) => {
    const { detail: [{ msg, type } = {}] = [] } = shown[name] as { detail?: { msg?: string; type?: string }[] };
    return { msg, type };
  }) as [object, object, object];
  expect([missingField, wrongText]).toEqual([
    { msg: 'Field required', type: 'missing' },
    { msg: 'Input should be a valid string', type: 'string_type' },
  ]);
  const full = { app_user_id: 1, name: 'A', phone_number: '+1', is_active: true };
  const { phone_number: _, ...withoutPhone } = full;

  test.each<[name: string, method: string, path: string, body: unknown, loc: readonly string[], want: object]>([
    ['a missing field', 'PUT', path, withoutPhone, ['body', 'phone_number'], missingField],
    ['one of a new user', 'POST', '/hpay/api/v1/users/create/', withoutPhone, ['body', 'phone_number'], missingField],
    ['a wrong switch', 'PUT', path, { ...full, is_active: 'sometimes' }, ['body', 'is_active'], wrongType],
    ['one that may be null', 'PATCH', path, { is_active: 'sometimes' }, ['body', 'is_active'], wrongType],
    ['one in the address', 'GET', '/hpay/api/v1/users/?is_active=x', undefined, ['query', 'is_active'], wrongType],
    ['a number for a text', 'PUT', path, { ...full, name: 7 }, ['body', 'name'], wrongText],
    ['one for a text that may be null', 'PATCH', path, { username: 7 }, ['body', 'username'], wrongText],
  ])('%s', async (_, method, at, body, loc, want) => {
    const { status, body: answer } = await send(method, at, body);
    expect(status).toBe(422);
    expect(answer.detail).toEqual([{ ...want, loc }]);
  });

  test('and a kind that no example shows has ours', async () => {
    const { body } = await send('PATCH', path, { email: 'nobody' });
    expect(body.detail).toEqual([{ loc: ['body', 'email'], msg: 'must have the format email', type: 'format' }]);
  });
});
