import { describe, expect, test } from 'vitest';
import { envelopeFor, frameOf, listPage } from './list-page.ts';

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

test('a list is in the order that its frame tells, and a search looks at the fields that it may', () => {
  const people = [
    { id: 'a', name: 'Ann', city: 'Bonn', made: '2' },
    { id: 'b', name: 'Hanna', city: 'Rome', made: '3' },
    { id: 'c', name: 'Carl', city: 'Cannes', made: '1' },
  ];
  const form = { names: ['id'], searched: ['name'], envelope: { page: { sort: 'made:desc' } } };
  const found = (asked: object) => listPage(people, { ...asked }, form).users.map(({ id }) => id);
  expect(found({})).toEqual(['b', 'a', 'c']);
  expect(found({ search: 'ANN' })).toEqual(['b', 'a']);
  expect(found({ q: 'nobody' })).toEqual([]);
});

test('an envelope repeats what was asked for, and is that of an example which counts its own users', () => {
  const asked = { page: '2', search: 'x', status: 'y' };
  expect(envelopeFor({ page: 1, search: '', size: 9 }, 0, asked)).toEqual({ page: 2, search: 'x', size: 9 });
  const [excerpt, whole] = [
    { data: [{}], total: 3 },
    { data: [{}, {}], total: 2 },
  ];
  const usersIn = (answer: unknown) => (answer as typeof whole).data;
  expect(frameOf([excerpt, whole], usersIn)).toBe(whole);
  expect(frameOf([excerpt], usersIn)).toBe(excerpt);
});
