import { expect, test } from 'vitest';
import { freezeDeep, isUnreadable, readPlain, unreadable } from './read-plain.ts';

class Own {
  name = 'Ann';
  greet() {
    return this.name;
  }
}

class Shown extends Own {
  get email() {
    return 'a@b.example';
  }
}

class Empty {}

/** So many objects, each the only property of the next. */
const nested = (depth: number): object => (depth === 1 ? {} : { a: nested(depth - 1) });
/** So many objects with one value each. */
const many = (count: number, value: unknown): object => Array.from({ length: count }, () => ({ a: value }));

test.each<[what: string, given: unknown, value: unknown, isWhole: boolean]>([
  ['a text', 'a', 'a', true],
  ['a number', 0, 0, true],
  ['a yes', true, true, true],
  ['null', null, null, true],
  ['nothing', undefined, undefined, true],
  ['no number', Number.NaN, unreadable, false],
  ['a number without end', Number.POSITIVE_INFINITY, unreadable, false],
  ['a bigint', 7n, unreadable, false],
  ['a symbol', Symbol('a'), unreadable, false],
  ['a function', () => 'a', unreadable, false],
  ['a Date', new Date(0), unreadable, false],
  ['a boxed text', new String('a'), unreadable, false],
  ['a Map', new Map([['a', 1]]), unreadable, false],
  ['a list', ['a', [1]], ['a', [1]], true],
  // biome-ignore lint/suspicious/noSparseArray: JSON writes null for both
  ['a list with a hole', ['a', undefined, , null], ['a', unreadable, unreadable, null], true],
  ['an object', { a: { b: 1 } }, { a: { b: 1 } }, true],
  ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }, true],
  ['an empty object', {}, {}, true],
  ['what is undefined in it', { a: undefined, b: 1 }, { b: 1 }, true],
  ['a function in it', { a: () => 1, b: 1 }, { a: unreadable, b: 1 }, false],
  ['what is not enumerable', Object.defineProperty({ b: 1 }, 'a', { value: 1 }), { a: unreadable, b: 1 }, false],
  ['what is inherited', Object.create({ a: 1 }), { a: unreadable }, false],
  ['an object of a class with values of its own', new Own(), { name: 'Ann' }, true],
  ['one with an accessor', new Shown(), { name: 'Ann', email: unreadable }, false],
  ['one that shows nothing', new Empty(), unreadable, false],
  ['toJSON', { toJSON: () => ({ a: 1 }) }, { a: 1 }, true],
  ['the name that toJSON is told', { a: { toJSON: (name: string) => name } }, { a: 'a' }, true],
  ['toJSON of what toJSON gave', { toJSON: () => ({ toJSON: () => 1, b: 1 }) }, { toJSON: unreadable, b: 1 }, false],
  ['a toJSON that is none', { toJSON: 1 }, { toJSON: 1 }, true],
  ['what is as deep as can be', nested(32), nested(32), true],
])('%s is read as what JSON makes of it', (_, given, value, isWhole) => {
  expect(readPlain(given)).toEqual({ value, isWhole });
});

test('what is too deep cannot be read there', () => {
  expect([nested(32), nested(33)].map((each) => JSON.stringify(readPlain(each).value))).toEqual([
    JSON.stringify(nested(32)),
    // A symbol, which is no JSON.
    JSON.stringify(nested(32)),
  ]);
  expect([nested(32), nested(33)].map((each) => isUnreadable(readPlain(each).value))).toEqual([false, true]);
});

test.each(['', 0])('of too many values, %j or others, not all are read', (value) => {
  expect([299_999, 300_000].map((count) => readPlain(many(count, value)).isWhole)).toEqual([true, false]);
});

test('a copy is no part of what it was made of, and can be frozen', () => {
  const given = { a: [{ b: 1 }] };
  const { value } = readPlain(given) as { value: typeof given };
  given.a.push({ b: 2 });
  expect(value).toEqual({ a: [{ b: 1 }] });
  expect(freezeDeep(value)).toBe(value);
  expect([value, value.a, value.a[0]].every(Object.isFrozen)).toBe(true);
  expect(Object.isFrozen(given.a)).toBe(false);
  for (const each of [null, undefined, 'a', { a: null, b: [null] }]) expect(freezeDeep(each)).toBe(each);
});

test.each<[what: string, value: unknown, isAny: boolean]>([
  ['by itself', unreadable, true],
  ['in a list', [1, unreadable], true],
  ['far below', { a: { b: unreadable } }, true],
  ['nowhere', { a: [1, null, 'x'] }, false],
  ['not in null', null, false],
  ['not in nothing', undefined, false],
])('what cannot be read is found %s', (_, value, isAny) => {
  expect(isUnreadable(value)).toBe(isAny);
});
