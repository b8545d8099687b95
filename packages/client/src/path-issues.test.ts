import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathIssues } from './path-issues.ts';
import { queryIssues } from './query-issues.ts';
import { writeUrl } from './write-url.ts';

const template = '/users/{user_id}/kyc';
const flaws = (user_id: unknown) => pathIssues(template, { user_id }).map(({ path, message }) => `${path} ${message}`);

test.each(['f45680e1-014d-42c7-be86-3b2899e911c3', 7, -1, 'user_abc123', 'a..b', '...', 'jos\u00e9', '100%'])(
  'takes %s',
  (id) => {
    expect(flaws(id)).toEqual([]);
  },
);

test.each([
  ['', 'must be a text that is not empty'],
  [undefined, 'must be a text that is not empty'],
  [7.5, 'must be a text that is not empty'],
  [['a'], 'must be a text that is not empty'],
  ['.', 'must not be a step in a path'],
  ['..', 'must not be a step in a path'],
  ['%2e%2E', 'must not be a step in a path'],
  ['a/b', 'must be a single part of a path'],
  ['a\\b', 'must be a single part of a path'],
  ['a%2Fb', 'must be a single part of a path'],
  ['a?b', 'must be a single part of a path'],
  ['a#b', 'must be a single part of a path'],
  ['a\nb', 'must be a single part of a path'],
  ['a\u0000', 'must be a single part of a path'],
  ['\ud800', 'must be well-formed text'],
])('refuses %j', (id, message) => {
  expect(flaws(id)).toEqual([`/path/user_id ${message}`]);
});

test('refuses a missing parameter, and one that is only inherited', () => {
  expect(pathIssues(template, undefined)).toHaveLength(1);
  expect(pathIssues('/users/{toString}', {})).toHaveLength(1);
});

// fast-check's `unit: 'binary'` keeps a map of all of these, which takes two seconds.
const anySign = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

test('what is taken stays in its part of the path', () => {
  const sign = fc.constantFrom(...'ab.%25eEfF/\\?#@:; &=+~\u2024\uff0e\u2215\u0000\r\n\ud800', '..', '%2e', '%2F');
  const id = fc.oneof(
    fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
    fc.string({ unit: anySign, maxLength: 12 }),
  );
  fc.assert(
    fc.property(id, (user_id) => {
      if (pathIssues(template, { user_id }).length > 0) return;
      const url = new URL(writeUrl('https://api.example.com/v4', template, { path: { user_id }, query: [] }));
      expect(url.origin + url.search + url.hash).toBe('https://api.example.com');
      const [, v4, users, last, kyc, ...rest] = url.pathname.split('/');
      expect([v4, users, kyc, rest]).toEqual(['v4', 'users', 'kyc', []]);
      expect(decodeURIComponent(last ?? '')).toBe(user_id);
    }),
    { numRuns: 2000 * times },
  );
});

test.each<[query: [string, unknown][], want: string]>([
  [[], ''],
  [[['a', undefined]], ''],
  [
    [
      ['a', 'x y&b=1#?'],
      ['b', undefined],
      ['c', 0],
      ['d', false],
      ['e', ''],
    ],
    '?a=x%20y%26b%3D1%23%3F&c=0&d=false&e=',
  ],
])('a query of %j is written as %j', (query, want) => {
  expect(writeUrl('https://api.example.com', '/users', { path: {}, query })).toBe(
    `https://api.example.com/users${want}`,
  );
});

test('where texts have no isWellFormed, as in older runtimes', () => {
  const { isWellFormed } = String.prototype;
  Reflect.deleteProperty(String.prototype, 'isWellFormed');
  try {
    expect([...flaws('\u{1f600}'), ...flaws('a\ud800')]).toEqual(['/path/user_id must be well-formed text']);
    const queried = queryIssues(['q'], [['q', '\u{1f600}']]).concat(queryIssues(['q'], [['q', '\udc00']]));
    expect(queried).toEqual([{ path: '/query/q', message: 'must be well-formed text' }]);
  } finally {
    Object.defineProperty(String.prototype, 'isWellFormed', {
      value: isWellFormed,
      configurable: true,
      writable: true,
    });
  }
});
