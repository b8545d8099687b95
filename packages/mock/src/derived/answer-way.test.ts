import { expect, test } from 'vitest';
import { answerWith, usersAt, type Way, wayToUsers } from './answer-way.ts';

const user = { $ref: '#/components/schemas/User' };
const object = (properties: object) => ({ type: 'object', properties });
const document = {
  components: { schemas: { User: object({}), Page: object({ data: { type: 'array', items: user } }) } },
};
const jane = { id: '1' };
const example = { id: '0' };

const answers: readonly (readonly [name: string, schema: object, way: Way, example: unknown, answer: unknown])[] = [
  ['the user itself', user, [], example, jane],
  ['an envelope', object({ data: user, ok: {} }), ['data'], { data: example, ok: true }, { data: jane, ok: true }],
  ['a list', { type: 'array', items: user }, ['*'], [example, example], [jane]],
  [
    'a page',
    { $ref: '#/components/schemas/Page' },
    ['data', '*'],
    { data: [], next: null },
    { data: [jane], next: null },
  ],
  [
    'envelopes in a list',
    { type: 'array', items: object({ user }) },
    ['*', 'user'],
    [{ user: example, role: 'x' }],
    [{ user: jane, role: 'x' }],
  ],
];

test.each(answers)('%s', (_, schema, way, shown, answer) => {
  expect(wayToUsers(document, schema)).toEqual(way);
  expect(answerWith(way, shown, jane)).toEqual(answer);
  expect(usersAt(way, answer)).toEqual([jane]);
});

test('an answer without users has no way to them, and one of another form no users', () => {
  expect(wayToUsers(document, object({ message: { type: 'string' } }))).toBeUndefined();
  expect(
    wayToUsers(
      { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } },
      { $ref: '#/components/schemas/A' },
    ),
  ).toBeUndefined();
  for (const odd of [null, 1, [], { data: null }, { data: { 0: jane } }])
    expect(usersAt(['data', '*'], odd)).toEqual([]);
  expect(answerWith(['data', '*'], undefined, [])).toEqual({ data: [] });
});
