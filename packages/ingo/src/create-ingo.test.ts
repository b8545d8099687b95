import { expect, test } from 'vitest';
import { servers as v3 } from './generated/v3/operations.ts';
import { servers as v4 } from './generated/v4/operations.ts';
import { createIngo } from './index.ts';

const credentials = { apiKey: 'key', username: 'program', secret: 'secret' };

test.each(['a"b', '"', 'a\\', '\\"'])(
  'the username %j would end its place in the header, and is not repeated',
  (username) => {
    expect(() => createIngo({ ...credentials, username })).toThrow(
      new TypeError('username must not hold a quotation mark or a backslash.'),
    );
  },
);

test.each(['apiKey', 'secret'] as const)('%s has no such place', (name) => {
  expect(() => createIngo({ ...credentials, [name]: 'a"b\\' })).not.toThrow();
});

test('without an address, each version is at the sandbox of its contract', async () => {
  const sent: string[] = [];
  const fetch = async (url: string) => {
    sent.push(url);
    return new Response('{}');
  };
  const ingo = createIngo({ ...credentials, fetch });
  await ingo.startKyc({ body: { user_id: 'u' } });
  await ingo.listUsers({ body: {} });
  expect(sent.map((url) => url.slice(0, url.indexOf('/user')))).toEqual([v3[0], v4[0]]);
});

test.each(['https://api.example.com/ingo', 'https://api.example.com/ingo/'])(
  'below %s, each version has a path of its own',
  async (baseUrl) => {
    const sent: string[] = [];
    const fetch = async (url: string) => {
      sent.push(url);
      return new Response('{}');
    };
    const ingo = createIngo({ ...credentials, baseUrl, fetch });
    await ingo.startKyc({ body: { user_id: 'u' } });
    await ingo.listUsers({ body: {} });
    expect(sent).toEqual([
      'https://api.example.com/ingo/v3/user/send-verification-request',
      'https://api.example.com/ingo/v4/user/get-all',
    ]);
  },
);
