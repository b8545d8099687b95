import { expect, test } from 'vitest';
import { usersAt } from './users-at.ts';

const [one, other] = [{ id: '1' }, { id: '2' }];

test.each<[what: string, way: readonly string[], answer: unknown, users: readonly object[]]>([
  ['the answer itself', [], one, [one]],
  ['below a name', ['user'], { user: one }, [one]],
  ['each of a list', ['*'], [one, other], [one, other]],
  ['each of a list below a name', ['data', '*', 'user'], { data: [{ user: one }, { user: other }] }, [one, other]],
  ['a list where one is expected', [], [one], []],
  ['a list where a name is expected', ['user'], [{ user: one }], []],
  ['one where a list is expected', ['*'], one, []],
  ['what is no object', [], 'text', []],
  ['null', [], null, []],
  ['nothing', ['user'], undefined, []],
  ['nothing below a name', ['user'], {}, []],
  ['null below a name', ['user'], { user: null }, []],
  ['what is none in a list', ['*'], [one, null, 'text', [other]], [one]],
])('%s', (_, way, answer, users) => expect(usersAt(way, answer)).toEqual(users));
