import { expect, test } from 'vitest';
import { sameJson } from './same-json.ts';

/** So many objects, each the only property of the next. */
const nested = (depth: number): unknown => (depth === 0 ? {} : { a: nested(depth - 1) });
const itself: Record<string, unknown> = {};
itself.a = itself;
const again: Record<string, unknown> = {};
again.a = again;

test.each<[one: unknown, other: unknown, isSame: boolean]>([
  [1, 1, true],
  [1, 2, false],
  [1, '1', false],
  ['a', 'a', true],
  [null, null, true],
  [null, undefined, false],
  [null, {}, false],
  [{}, null, false],
  [{}, {}, true],
  [[], [], true],
  [[], {}, false],
  [{}, [], false],
  ['', [], false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[1, 2], [1], false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ constructor: Object }, { a: 1 }, false],
  [{ toString: Object.prototype.toString }, { a: 1 }, false],
  [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }, true],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
  [nested(31), nested(31), true],
  [nested(32), nested(32), false],
  [itself, again, false],
])('%# is the same: %s', (one, other, isSame) => {
  expect(sameJson(one, other)).toBe(isSame);
});
