import { usersAt, type Way } from '@amend/contract';
import { expect, test } from 'vitest';
import { answerWith } from './answer-with.ts';

const jane = { id: '1' };
const example = { id: '0' };

const answers: readonly (readonly [name: string, way: Way, example: unknown, answer: unknown])[] = [
  ['the user itself', [], example, jane],
  ['an envelope', ['data'], { data: example, ok: true }, { data: jane, ok: true }],
  ['a list', ['*'], [example, example], [jane]],
  ['a page', ['data', '*'], { data: [], next: null }, { data: [jane], next: null }],
  ['envelopes in a list', ['*', 'user'], [{ user: example, role: 'x' }], [{ user: jane, role: 'x' }]],
];

test.each(answers)('%s', (_, way, shown, answer) => {
  expect(answerWith(way, shown, jane)).toEqual(answer);
  expect(usersAt(way, answer)).toEqual([jane]);
});

test('an answer of another form has no users', () => {
  for (const odd of [null, 1, [], { data: null }, { data: { 0: jane } }])
    expect(usersAt(['data', '*'], odd)).toEqual([]);
  expect(answerWith(['data', '*'], undefined, [])).toEqual({ data: [] });
});
