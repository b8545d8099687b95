import { expect, test } from 'vitest';
import type { Fields } from './json.ts';
import { sentProblems } from './sent-problems.ts';

const problem = (field: string) => ({ field, rule: 'type', message: 'must be string' });
const envelope = (user: Fields) => ({ data: { items: [user] } });

test.each<[name: string, at: readonly string[], answer: unknown, body: unknown, want: readonly string[] | undefined]>([
  ['a field as it was sent', ['/name'], { name: null }, { name: null }, ['/name']],
  ['in an envelope', ['/data/items/0/name'], envelope({ name: 7 }), { name: 7 }, ['/name']],
  ['inside a field', ['/home/state'], { home: { state: 'x' } }, { home: { state: 'x' } }, ['/home/state']],
  [
    'in a list that has grown',
    ['/papers/1/state'],
    { papers: [{ state: 'NY' }, { id: 1, state: 'x' }] },
    { papers: [{ state: 'x' }] },
    ['/papers/0/state'],
  ],
  ['an element of a list', ['/tags/1'], { tags: ['a', 7] }, { tags: [7] }, ['/tags/0']],
  ['a list', ['/tags'], { tags: [7] }, { tags: [7] }, ['/tags']],
  ['a field that was not sent', ['/id'], { id: 7 }, { name: 7 }, undefined],
  ['a field that was sent with another value', ['/count'], { count: 'forty' }, { count: 40 }, undefined],
  ['the whole answer', [''], {}, {}, undefined],
  ['a field that is missing', ['/papers/0'], { papers: [{ id: 1 }] }, { papers: [{}] }, undefined],
  ['one that was sent and one that was not', ['/name', '/id'], { name: 7, id: 7 }, { name: 7 }, undefined],
  ['a name of every object', ['/constructor'], {}, {}, undefined],
])('%s', (_, at, answer, body, want) => {
  expect(sentProblems(at.map(problem), { answer, body })?.map(({ field }) => field)).toEqual(want);
});
