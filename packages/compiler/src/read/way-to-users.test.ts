import { expect, test } from 'vitest';
import { wayToUsers } from './way-to-users.ts';

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
  ['no user', object({ message: { type: 'string' } }), undefined],
])('%s', (_, schema, way) => expect(wayToUsers(document, schema)).toEqual(way));
