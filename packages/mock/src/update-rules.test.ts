import { businessUserUpdate, individualUserUpdate } from '@amend/machnet/v4/rules';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from './index.ts';
import type { Rules } from './provider.ts';
import { ids, type Send, sendTo } from './testing/call.ts';

const mock = await createMock({ seed: 'rules' });
const send: Send = sendTo(mock.fetch);

const { url } = await mock.listen();

afterAll(() => mock.close());
beforeEach(() => mock.reset());

// The two tables of Machnet's page "Update User", cell by cell, copied from the page: the field, a new value for it,
// whether it may change when the user is verified, and when the user is not verified.

type Row = [field: string, value: unknown, verified: 'Yes' | 'No', notVerified: 'Yes' | 'No'];

const document = (document_type: string) => [{ document_type, document_value: '999999999' }];

const individual: Row[] = [
  ['first_name', 'New', 'No', 'Yes'],
  ['middle_name', 'New', 'No', 'Yes'],
  ['last_name', 'New', 'No', 'Yes'],
  ['mobile_phone', '9995550101', 'Yes', 'Yes'],
  ['email', 'new@example.com', 'No', 'Yes'],
  ['address_line1', 'New', 'Yes', 'Yes'],
  ['address_line2', 'New', 'Yes', 'Yes'],
  ['city', 'New', 'Yes', 'Yes'],
  ['state', 'CA', 'Yes', 'Yes'],
  ['country', 'CA', 'No', 'No'],
  ['zipcode', '99999', 'Yes', 'Yes'],
  ['date_of_birth', '2001-01-01', 'No', 'Yes'],
  ['gender', 'other', 'No', 'Yes'],
  ['user_scope', 'NEW', 'No', 'Yes'],
  ['occupation', 'New', 'Yes', 'Yes'],
  ['type', 'RECEIVE', 'No', 'No'],
  ...['DRIVING_LICENCE', 'STATE_ID', 'PASSPORT', 'BANK_STATEMENT'].map(
    (kind): Row => ['physical_documents', document(kind), 'Yes', 'Yes'],
  ),
  ['virtual_documents', document('SSN'), 'No', 'Yes'],
  ['virtual_documents', document('PASSPORT'), 'Yes', 'Yes'],
  ['virtual_documents', document('DRIVING_LICENCE'), 'Yes', 'Yes'],
  ['virtual_documents', document('EIN_NUMBER'), 'Yes', 'Yes'],
  ['company_details', { company_name: 'New' }, 'Yes', 'Yes'],
];

const business: Row[] = [
  ['first_name', 'New', 'No', 'Yes'],
  ['mobile_phone', '9995550101', 'Yes', 'Yes'],
  ['email', 'new@example.com', 'Yes', 'Yes'],
  ['address_line1', 'New', 'Yes', 'Yes'],
  ['address_line2', 'New', 'Yes', 'Yes'],
  ['city', 'New', 'Yes', 'Yes'],
  ['state', 'NY', 'Yes', 'Yes'],
  ['country', 'CA', 'No', 'No'],
  ['zipcode', '99999', 'Yes', 'Yes'],
  ['date_of_birth', '2001-01-01', 'No', 'Yes'],
  ['business', false, 'No', 'No'],
  ['business_type', 'NEW', 'No', 'Yes'],
  ['user_scope', 'NEW', 'No', 'Yes'],
  ['company_website', 'new.example.com', 'Yes', 'Yes'],
  ['number_of_employee', 'NEW', 'Yes', 'Yes'],
  ['mailing_address', { city: 'New' }, 'Yes', 'Yes'],
  ...['SSN', 'DRIVING_LICENCE', 'PASSPORT', 'EIN_NUMBER'].map(
    (kind): Row => ['virtual_documents', document(kind), 'No', 'Yes'],
  ),
  ['physical_documents', document('EIN'), 'No', 'Yes'],
  ['physical_documents', document('CERTIFICATE_OF_INCORPORATION'), 'No', 'Yes'],
  ['physical_documents', document('CERTIFICATION_OF_INCORPORATION'), 'No', 'Yes'],
  ...['AUDITED_FINANCIALS', 'BANK_STATEMENT', 'DRIVING_LICENCE', 'STATE_ID', 'PASSPORT'].map(
    (kind): Row => ['physical_documents', document(kind), 'Yes', 'Yes'],
  ),
  ['user_relationship', 'NEW', 'No', 'No'],
  ['number_of_transaction_per_month', 99, 'Yes', 'Yes'],
  ['transaction_frequency', 'NEW', 'Yes', 'Yes'],
];

const cells = [
  ...individual.flatMap(([field, value, verified, notVerified]) => [
    ['a verified individual', ids.verified, field, verified, value] as const,
    ['an individual who is not verified', ids.unverified, field, notVerified, value] as const,
  ]),
  ...business.flatMap(([field, value, verified, notVerified]) => [
    ['a verified business', ids.verifiedBusiness, field, verified, value] as const,
    ['a business that is not verified', ids.unverifiedBusiness, field, notVerified, value] as const,
  ]),
];

/** What the tables say something about: each field of the bodies, and each kind of their documents. */
const tested = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(([field, value]) => [field, ...(Array.isArray(value) ? [`${field} ${value[0].document_type}`] : [])]);

const kindsOf = (fields: Rules['fields']): readonly string[] =>
  Object.entries(fields).flatMap(([field, rule]) =>
    'items' in rule && rule.items ? Object.keys(rule.items.kinds).map((kind) => `${field} ${kind}`) : [field],
  );

// The page's table says nothing of the two that an individual may have beside its rows; its sample sends both.
test.each<[string, readonly Row[], Rules, string[]]>([
  ['individuals', individual, individualUserUpdate, ['id', 'ip_address']],
  ['businesses', business, businessUserUpdate, []],
])('each field of %s that the contract has, and each kind of document, has its row', (_, rows, rules, notInTable) => {
  const missing = kindsOf(rules.fields).filter((field) => !tested(rows).includes(field));
  expect(missing.sort()).toEqual(notInTable);
});

describe.each([
  ['in process', send],
  ['on a port', sendTo(fetch, url)],
])('%s', (_, send) => {
  test.each(cells)('%s (%s): may %s change? %s', async (_, id, field, may, value) => {
    const path = `/machnet/users/${id}`;
    const before = (await send('GET', path)).body;
    const { status, body } = await send('PATCH', path, { [field]: value });
    const after = (await send('GET', path)).body;
    if (may === 'Yes') {
      expect(status).toBe(200);
      expect(body).toEqual(after);
      expect(after).not.toEqual(before);
    } else {
      expect(status).toBe(400);
      expect(body.message).toMatch(
        new RegExp(`^${field}.* (cannot change once the user is verified|can never change)\\.$`),
      );
      expect(after).toEqual(before);
    }
  });
});

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

  test('another id is refused', async () => {
    const { status, body } = await send('PATCH', `/machnet/users/${ids.verified}`, { id: ids.unverified });
    expect({ status, ...body }).toEqual({ status: 400, message: 'id must be the id in the path.' });
  });
});

test('a status that tells nothing allows only what every status allows', async () => {
  const path = `/machnet/users/${ids.suspended}`;
  expect((await send('PATCH', path, { city: 'Albany' })).status).toBe(200);
  expect((await send('PATCH', path, { first_name: 'New' })).body.message).toBe(
    'first_name cannot change while it is not known whether the user is verified.',
  );
});

test('a field of the other kind of user is none', async () => {
  const { status, body } = await send('PATCH', `/machnet/users/${ids.unverifiedBusiness}`, { gender: 'other' });
  expect({ status, ...body }).toEqual({ status: 400, message: 'gender is no field of this kind of user.' });
});

test('what no answer could show is refused and not stored', async () => {
  const path = `/machnet/users/${ids.unverifiedBusiness}`;
  const { status, body } = await send('PATCH', path, { mailing_address: { state: 'Illinois' } });
  expect({ status, ...body }).toEqual({
    status: 400,
    message:
      'mailing_address.state must NOT have more than 2 characters. mailing_address.state must match pattern "^[A-Z]{2}$".',
  });
  expect((await send('GET', path)).body.mailing_address.state).toBe('IL');
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

test('Stilt: an SSN never changes, and the same text is no change', async () => {
  const ssn = 'AAECAwQFBgcICQoLDA0ODwlxzWvGEOKej4izB1iBPpg=';
  const path = `/stilt/users/${ids.stilt}`;
  expect(await send('PUT', path, { ssn })).toMatchObject({ status: 400, body: { message: 'ssn can never change.' } });
  expect((await send('PUT', path, { ssn }, { Prefer: 'rules=off' })).status).toBe(200);
  expect((await send('PUT', path, { ssn })).status).toBe(200);
});
