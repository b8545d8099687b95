import { expect, test } from 'vitest';
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
