import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import { ids, type Send, sendTo } from './testing/call.ts';

const mock = await createMock({ seed: 'rules' });
const send: Send = sendTo(mock.fetch);

afterAll(() => mock.close());
beforeEach(() => mock.reset());

const document = (document_type: string) => [{ document_type, document_value: '999999999' }];

describe('a refused update changes nothing, not even in part', () => {
  test('and names each field and why', async () => {
    const path = `/machnet/users/${ids.verified}`;
    const before = (await send('GET', path)).body;
    const { status, body } = await send('PATCH', path, {
      city: 'Albany',
      first_name: 'New',
      country: 'CA',
      virtual_documents: document('SSN'),
    });
    expect({ status, ...body }).toEqual({
      status: 400,
      message: [
        'first_name cannot change once the user is verified.',
        'country can never change.',
        'virtual_documents.0 (SSN) cannot change once the user is verified.',
      ].join(' '),
    });
    expect((await send('GET', path)).body).toEqual(before);
  });
});

describe('a locked field with the value that it has is no violation', () => {
  test.each([
    ['a name', { first_name: 'Jonas' }],
    ['a country', { country: 'US' }],
    ['the type, which no answer shows', { type: 'SEND' }],
    ['the id, which must be the one in the path', { id: ids.verified }],
    [
      'the SSN, which every answer masks',
      { virtual_documents: [{ document_type: 'SSN', document_value: '111111114' }] },
    ],
  ])('%s', async (_, body) => {
    const path = `/machnet/users/${ids.verified}`;
    const before = (await send('GET', path)).body;
    expect(await send('PATCH', path, { ...body, city: before.city })).toMatchObject({ status: 200, body: before });
  });

  test.each([
    ['an unverified individual', ids.unverified],
    ['a verified individual', ids.verified],
  ])('a public client sends business: false with every update of %s', async (_, id) => {
    const change = { business: false, city: 'Albany' };
    expect(await send('PATCH', `/machnet/users/${id}`, change)).toMatchObject({
      status: 200,
      body: { city: 'Albany' },
    });
    expect((await send('PATCH', `/machnet/users/${id}`, { ...change, business: true })).status).toBe(400);
  });

  test('and of an individual whom it registered without saying so', async () => {
    const person = { type: 'SEND', first_name: 'Jane', last_name: 'Doe', mobile_phone: '2105550132' };
    const { id } = (await send('POST', '/machnet/users', person)).body;
    const patch = (body: object) => send('PATCH', `/machnet/users/${id}`, { ...body, business: false });
    expect(await patch({ first_name: 'Janet' })).toMatchObject({ status: 200, body: { first_name: 'Janet' } });
    await send('PUT', `/__amend/users/machnet/${id}/status`, { status: 'VERIFIED' });
    expect(await patch({ first_name: 'Janet', city: 'Albany' })).toMatchObject({
      status: 200,
      body: { city: 'Albany' },
    });
    expect((await patch({ first_name: 'Jane' })).body.message).toBe(
      'first_name cannot change once the user is verified.',
    );
  });

  test('business: false is refused of a business', async () => {
    expect(await send('PATCH', `/machnet/users/${ids.unverifiedBusiness}`, { business: false })).toMatchObject({
      status: 400,
      body: { message: 'business can never change.' },
    });
  });

  test('another id is refused', async () => {
    const { status, body } = await send('PATCH', `/machnet/users/${ids.verified}`, { id: ids.unverified });
    expect({ status, ...body }).toEqual({ status: 400, message: 'id must be the id in the path.' });
  });
});

test('a status that tells nothing allows only what every status allows', async () => {
  const path = `/machnet/users/${ids.suspended}`;
  expect((await send('PATCH', path, { city: 'Albany' })).status).toBe(200);
  expect((await send('PATCH', path, { first_name: 'New' })).body.message).toBe(
    'first_name cannot change while the user is neither verified nor unverified.',
  );
});

test('a field of the other kind of user is none', async () => {
  const { status, body } = await send('PATCH', `/machnet/users/${ids.unverifiedBusiness}`, { gender: 'other' });
  expect({ status, ...body }).toEqual({ status: 400, message: 'gender is no field of this kind of user.' });
});

test('what no answer could show is refused and not stored', async () => {
  const path = `/hpay/api/v1/users/${ids.hpay}/`;
  const before = (await send('GET', path)).body;
  const { status, body } = await send('PATCH', path, { is_active: null });
  expect({ status, ...body }).toEqual({ status: 400, detail: 'is_active must be boolean.' });
  expect((await send('GET', path)).body).toEqual(before);
});

test('a count that comes as text is kept as a number', async () => {
  const path = `/machnet/users/${ids.unverifiedBusiness}`;
  const { body: counted } = await send('PATCH', path, { number_of_transaction_per_month: '122' });
  expect(counted.number_of_transaction_per_month).toBe(122);
  expect((await send('PATCH', path, { number_of_transaction_per_month: 'many' })).status).toBe(400);
});

test('Prefer: rules=off lets a locked field change', async () => {
  const path = `/machnet/users/${ids.verified}`;
  const { status, body } = await send('PATCH', path, { first_name: 'New' }, { Prefer: 'rules=off' });
  expect({ status, name: body.first_name }).toEqual({ status: 200, name: 'New' });
});

describe('HPay', () => {
  const path = `/hpay/api/v1/users/${ids.hpay}/`;
  const user = { name: 'John', phone_number: '+1' };

  test.each([
    ['another app_user_id', 'PUT', { app_user_id: 2, ...user }, 400, 'App user ID cannot be changed'],
    ['an empty PATCH', 'PATCH', {}, 400, 'No fields to update'],
    ['what null does is not known', 'PATCH', { name: null }, 400, 'name must be string.'],
  ])('%s', async (_, method, body, status, detail) => {
    expect(await send(method, path, body)).toMatchObject({ status, body: { detail } });
  });

  test('the stored app_user_id, as a number or as its digits', async () => {
    for (const app_user_id of [1, '1']) expect((await send('PUT', path, { app_user_id, ...user })).status).toBe(200);
  });
});

test('Stilt: who is too young is refused in its words', async () => {
  const path = `/stilt/users/${ids.stilt}`;
  const dob = (years: number) => ({ dob: new Date(Date.UTC(2030 - years, 0, 1)).toISOString().slice(0, 10) });
  expect(await send('PUT', path, dob(17))).toMatchObject({ status: 400, body: { message: 'Invalid date of birth' } });
  expect((await send('PUT', path, { dob: '1990/02/30' })).status).toBe(400);
  expect((await send('PUT', path, dob(18))).status).toBe(200);
});

test('Stilt: an SSN never changes, and the same text is no change', async () => {
  const ssn = 'AAECAwQFBgcICQoLDA0ODwlxzWvGEOKej4izB1iBPpg=';
  const path = `/stilt/users/${ids.stilt}`;
  expect(await send('PUT', path, { ssn })).toMatchObject({ status: 400, body: { message: 'ssn can never change.' } });
  expect((await send('PUT', path, { ssn }, { Prefer: 'rules=off' })).status).toBe(200);
  expect((await send('PUT', path, { ssn })).status).toBe(200);
});
