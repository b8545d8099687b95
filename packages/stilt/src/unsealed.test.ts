import { expect, test } from 'vitest';
import { createStilt } from './index.ts';

const body = { ssn: '111-22-3333' };

test.each<[name: string, body: unknown]>([
  ['a JSON text', JSON.stringify(body)],
  ['null', null],
  ['a number', 111223333],
])(
  '%s is never sent, since a number in it would not be sealed, whether requests are validated or not',
  async (_, odd) => {
    for (const validate of ['on', 'off'] as const) {
      const stilt = createStilt({
        clientUuid: 'CLIENT_UUID',
        secret: '00112233-4455-6677-8899-aabbccddeeff',
        validate,
        fetch: () => Promise.reject(new Error('Nothing is sent here.')),
      });
      const result = await stilt.updateUser({ path: { user_id: 'u1' }, body: odd as never });
      expect(result).toMatchObject({
        ok: false,
        error: { kind: 'invalid', attempts: 0, issues: [{ path: '', message: 'must be of type object' }] },
      });
    }
  },
);

test.each<[name: string, body: unknown]>([
  ['a list', [body, { email: 'a@example.com' }]],
  ['a list of values', ['a', ...Object.values(body)]],
  ['lists of lists', [[body, [body.ssn]]]],
])('%s is sent where nobody validates it, with each number in it sealed', async (_, odd) => {
  const sent: string[] = [];
  const stilt = createStilt({
    clientUuid: 'CLIENT_UUID',
    secret: '00112233-4455-6677-8899-aabbccddeeff',
    validate: 'off',
    fetch: async (_url, init) => {
      sent.push(String(init.body));
      return new Response('{}', { status: 400 });
    },
  });
  await stilt.updateUser({ path: { user_id: 'u1' }, body: odd as never });
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toMatch(/111-?22/);
  expect(sent[0]).toMatch(/"[A-Za-z0-9+/]{43}="/);
});
