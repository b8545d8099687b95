import { expect, test } from 'vitest';
import { holdsUser, wayToUsers } from './way-to-users.ts';

const user = { $ref: '#/components/schemas/User' };
const object = (properties: object) => ({ type: 'object', properties: properties as Record<string, object> });
const document = {
  paths: {},
  components: { schemas: { User: object({}), Page: object({ data: { type: 'array', items: user } }) } },
};

test.each<[name: string, schema: object, way: readonly string[] | undefined]>([
  ['the user itself', user, []],
  ['an envelope', object({ data: user, ok: {} }), ['data']],
  ['a list', { type: 'array', items: user }, ['*']],
  ['a page', { $ref: '#/components/schemas/Page' }, ['data', '*']],
  ['envelopes in a list', { type: 'array', items: object({ user }) }, ['*', 'user']],
  ['a user or word of one', { oneOf: [object({ message: {} }), user] }, []],
  ['an envelope of either', object({ data: { anyOf: [user, object({ code: {} })] } }), ['data']],
  ['one envelope or another', { anyOf: [object({ data: user }), object({ user })] }, undefined],
  ['a map', { type: 'object', additionalProperties: user }, undefined],
  ['no user', object({ message: { type: 'string' } }), undefined],
])('%s', (_, schema, way) => {
  expect(wayToUsers(document, schema)).toEqual(way);
});

test.each<[name: string, schema: object, holds: boolean]>([
  ['a map', { type: 'object', additionalProperties: user }, true],
  ['one envelope or another', { anyOf: [object({ data: user }), object({ user })] }, true],
  ['what it is not', { not: user }, false],
  ['no user', object({ message: { type: 'string' } }), false],
])('whether a user stands anywhere in %s', (_, schema, holds) => expect(holdsUser(document, schema)).toBe(holds));
