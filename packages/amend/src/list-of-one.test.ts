import { describe, expect, test } from 'vitest';
import { text } from './codecs.ts';
import { privateIn } from './private-in.ts';
import { group, listOfOne, objectOf } from './rows.ts';

const address = listOfOne(
  objectOf({
    kind: { value: 'main' },
    line1: { field: 'address.line1', codec: text, required: true },
    city: { field: 'address.city', codec: text },
  }),
);
const context = { today: '2026-11-27' };
const home = { kind: 'main', line1: 'Elm 1', city: 'Eugene' };
const values = [
  ['address.line1', 'Elm 1'],
  ['address.city', 'Eugene'],
] as const;

describe('a list of one', () => {
  test.each<[string, Parameters<typeof address.encode>[0], object]>([
    ['holds what is written', new Map(values), { wire: [home] }],
    ['is not written of nothing', new Map(), { wire: undefined }],
    ['says what cannot be written', new Map([['address.city', 7]]), { issues: expect.any(Map) }],
  ])('%s', (_, given, want) => expect(address.encode(given, context)).toEqual(want));

  test.each<[string, unknown, readonly unknown[]]>([
    ['is read', [home], values],
    ['of several is not read, since nobody knows which is meant', [home, home], []],
    ['of none is not read', [], []],
    ['that is none is not read', home, []],
  ])('%s', (_, wire, want) => expect(address.decode(wire)).toEqual(want));

  test('tells what else is lost', () => expect(address.loss).toMatch(/all that the provider's list holds/));

  test('has its parts below each element', () => {
    expect(address.places?.['address.city']).toMatchObject({ path: ['*', 'city'] });
    const birth = listOfOne(objectOf({ born: { field: 'dateOfBirth', codec: text } }));
    const rows = { people: group(['dateOfBirth'], birth) };
    const body = { people: [{ born: '1990-04-15' }] };
    expect(privateIn({ rows, facts: { schemas: {} } } as never, body)).toEqual(['/people/0/born']);
  });
});
