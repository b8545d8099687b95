import { expect, test } from 'vitest';
import { createIds } from './ids.ts';
import { createClock } from './store.ts';

const rows: [name: string, seed: string | undefined, notBefore: number, want: number[]][] = [
  ['a clock that stands still', undefined, 0, [5, 6, 7]],
  ['users from the future', undefined, 100, [101, 102, 103]],
  ['a seed', 'a', 0, [0, 1000, 2000].map((more) => Date.UTC(2030, 0, 1) + more)],
];

test.each(rows)('%s: every look is later', (_, seed, notBefore, want) => {
  const clock = createClock(seed, () => 5, notBefore);
  expect([clock(), clock(), clock()]).toEqual(want);
});

test('every id is a UUID of version 4, and only a seed makes it again', () => {
  const make = (seed?: string) => {
    const ids = createIds(seed);
    return Array.from({ length: 50 }, () => ids.uuid());
  };
  for (const id of [...make('a'), ...make()])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(make('a')).toEqual(make('a'));
  expect(new Set([...make('a'), ...make('b'), ...make(), ...make()]).size).toBe(200);
});
