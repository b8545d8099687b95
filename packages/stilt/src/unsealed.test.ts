import { expect, test } from 'vitest';
import { createStilt } from './index.ts';

// Bodies that the types do not know, for who has none or leaves validation to Stilt.

const key = '00112233-4455-6677-8899-aabbccddeeff';

const update = async (body: unknown, validate: 'on' | 'off' = 'off', secret = key) => {
  const sent: string[] = [];
  const stilt = createStilt({
    clientUuid: 'CLIENT_UUID',
    secret,
    validate,
    fetch: async (_url, init) => {
      sent.push(String(init.body));
      return new Response('{}', { status: 400 });
    },
  });
  return { result: await stilt.updateUser({ path: { user_id: 'u1' }, body: body as never }), sent };
};

const body = { ssn: '111-22-3333' };

test.each<[name: string, body: unknown]>([
  ['a JSON text', JSON.stringify(body)],
  ['null', null],
  ['a number', 111223333],
])(
  '%s is never sent, since a number in it would not be sealed, whether requests are validated or not',
  async (_, odd) => {
    for (const validate of ['on', 'off'] as const)
      expect(await update(odd, validate)).toMatchObject({
        result: {
          ok: false,
          error: { kind: 'invalid', attempts: 0, issues: [{ path: '', message: 'must be of type object' }] },
        },
        sent: [],
      });
  },
);

test.each<[name: string, body: unknown]>([
  ['a list', [body, { email: 'a@example.com' }]],
  ['a list of values', ['a', ...Object.values(body)]],
  ['lists of lists', [[body, [body.ssn]]]],
  ['an object in an object', { user: body }],
  ['a list in an object', { users: [{ email: 'a@example.com' }, { user: body }] }],
])('%s is sent where nobody validates it, with each number in it sealed', async (_, odd) => {
  const { sent } = await update(odd);
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toMatch(/111-?22/);
  expect(sent[0]).toMatch(/"[A-Za-z0-9+/]{43}="/);
});

test.each<[name: string, body: unknown]>([
  ['a number', { ssn: 111223333 }],
  ['a number, deeper', { user: { ssn: 111223333 } }],
  ['a number, in a list', [{ ssn: 111223333 }]],
  ['words beside it', { user: { ssn: 'SSN 111-22-3333' } }],
  ['a list', { user: { ssn: [body.ssn] } }],
])('what cannot be sealed under the name of the SSN is never sent: %s', async (_, odd) => {
  expect(await update(odd)).toMatchObject({
    result: { error: { issues: [{ path: '/ssn', message: 'must be nine digits, with or without dashes' }] } },
    sent: [],
  });
});

test('nine digits under another name, such as a long ZIP, are sent as they are', async () => {
  const { sent } = await update({ ...body, zips: ['606011234'], address: { zip: '606011234' } });
  expect(JSON.parse(sent[0] ?? '')).toEqual({
    ssn: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    zips: ['606011234'],
    address: { zip: '606011234' },
  });
});

test('a secret that is no key sends what is sealed already, and refuses what is not', async () => {
  const sealed = { ssn: Buffer.alloc(32, 7).toString('base64') };
  expect(await update(sealed, 'on', 'secret')).toMatchObject({ sent: [JSON.stringify(sealed)] });
  expect(await update(body, 'on', 'secret')).toMatchObject({
    result: { error: { issues: [{ path: '/ssn', message: expect.stringContaining('has not 32 characters') }] } },
    sent: [],
  });
});
