import { describe, expect, test } from 'vitest';
import { envelopeFor, listPage } from './list-page.ts';

const users = ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({ id, is_active: index % 2 === 0 }));

describe('a list', () => {
  test.each([
    [{}, 'abcde', 5],
    [{ is_active: 'true' }, 'ace', 3],
    [{ id: 'b' }, 'b', 1],
    [{ limit: '2' }, 'ab', 5],
    [{ limit: '2', offset: '3' }, 'de', 5],
    [{ per_page: 2, page: 3 }, 'e', 5],
    [{ per_page: '2', page: '0' }, 'ab', 5],
    [{ limit: '-1', offset: 'x' }, 'abcde', 5],
    [{ is_active: 'false', page_size: '1', page: '2' }, 'd', 2],
  ])('%j: %s of %i', (asked, ids, total) => {
    const page = listPage(users, asked, { names: ['id', 'is_active'], searched: [], envelope: {} });
    expect(page.users.map(({ id }) => id).join('')).toBe(ids);
    expect(page.total).toBe(total);
  });
});

test('counts of all users are true, and other numbers as they were', () => {
  const envelope = { total: 1, page: 1, meta: { total_count: 1, count: 'x' }, data: [{ total: 1 }] };
  expect(envelopeFor(envelope, 7, {})).toEqual({ ...envelope, total: 7, meta: { total_count: 7, count: 'x' } });
});
