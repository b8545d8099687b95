import { expect, test } from 'vitest';
import { deriveErrorBody } from './derive-error-body.ts';

const problem = { field: '/address/city', rule: 'locked', message: 'cannot change' };
const sentence = 'address.city cannot change.';

const forms: readonly (readonly [name: string, example: unknown, expected: unknown])[] = [
  ['a sentence', { message: 'Bad' }, { message: sentence }],
  ['an envelope', { error: { code: 'E1', message: 'Bad' } }, { error: { code: 'E1', message: sentence } }],
  ['a word for the kind', { error: 'invalid', detail: 'Bad' }, { error: 'invalid', detail: sentence }],
  [
    'a list of problems',
    { title: 'Bad', status: 422, errors: [{ field: 'email', message: 'taken' }] },
    { title: sentence, status: 400, errors: [{ field: 'address.city', message: 'cannot change' }] },
  ],
  [
    'a list of places',
    { detail: [{ loc: ['body', 'email'], msg: 'taken', type: 'x' }] },
    { detail: [{ loc: ['body', 'address', 'city'], msg: 'cannot change', type: 'x' }] },
  ],
  ['a list of sentences', { errors: ['Bad'] }, { errors: [sentence] }],
  ['a text', 'Bad', sentence],
  ['nothing', undefined, { message: sentence }],
];

test.each(forms)('%s', (_, example, expected) => {
  const errorBody = deriveErrorBody(example === undefined ? {} : { 400: example });
  expect(errorBody({ message: sentence, problems: [problem], status: 400 })).toEqual(expected);
});

test('a status without an example is worded like the usual refusal', () => {
  const errorBody = deriveErrorBody({ 401: { error: 'x' }, 400: { message: 'y' } });
  expect(errorBody({ message: 'The body is too large.', problems: [], status: 413 })).toEqual({
    message: 'The body is too large.',
  });
});
