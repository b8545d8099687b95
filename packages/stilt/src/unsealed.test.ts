import { expect, test } from 'vitest';
import { createStilt } from './index.ts';

const body = { ssn: '111-22-3333' };

test.each<[name: string, body: unknown]>([
  ['a JSON text', JSON.stringify(body)],
  ['a list', [body]],
  ['a list of values', Object.values(body)],
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
