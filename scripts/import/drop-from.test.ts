import { expect, test } from 'vitest';
import { dropFrom } from './drop-from.ts';

const twelve = (): { list: number[] } => ({ list: Array.from({ length: 12 }, (_, index) => index) });

test.each([
  ['elements of a list, whatever order they are named in', ['#/list/9', '#/list/2', '#/list/10'], [2, 9, 10]],
  ['an element that is named twice', ['#/list/3', '#/list/3'], [3]],
  ['an element, and what was in it', ['#/list/3', '#/list'], undefined],
])('takes away %s', (_, pointers, gone) => {
  const document = twelve();
  dropFrom('acme.yaml', document, pointers);
  expect(document).toEqual(gone ? { list: twelve().list.filter((each) => !gone.includes(each)) } : {});
});

test.each(['#/list/', '#/list/12', '#/list/length', '#/lists'])('refuses %s, which leads nowhere', (pointer) => {
  const document = twelve();
  expect(() => dropFrom('acme.yaml', document, [pointer])).toThrow(`--drop ${pointer} leads nowhere in acme.yaml`);
  expect(document).toEqual(twelve());
});
