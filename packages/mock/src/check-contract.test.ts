import { expect, test } from 'vitest';
import { checkContract } from './check-contract.ts';

const getUser = { operationId: 'getUser', responses: { 200: { $ref: '#/components/responses/~1User' } } };
const sound = {
  openapi: '3.1.0',
  paths: { '/users': { get: getUser } },
  components: { responses: { '/User': { description: 'A user.' } } },
};

test.each<[string, unknown, readonly string[]]>([
  ['can be served', sound, []],
  ['is no document', 'openapi: 3.1.0', ['it is no OpenAPI 3.']],
  ['is of another version', { ...sound, openapi: '2.0' }, ['it is no OpenAPI 3.']],
  ['is empty', { openapi: '3.1.0' }, ['it has no operation.']],
  [
    'does not name an operation',
    { ...sound, paths: { '/users': { get: { responses: {} } } } },
    ['get /users has no operationId.'],
  ],
  [
    'names two operations alike',
    { ...sound, paths: { '/users': { get: getUser, put: getUser } } },
    ['it has two operations named getUser.'],
  ],
  [
    'refers to nothing',
    { ...sound, components: {} },
    ['#/paths/~1users/get/responses/200 refers to #/components/responses/~1User, which is not in it.'],
  ],
  [
    'refers to what every object has',
    { ...sound, 'x-a': [{ $ref: '#/components/constructor' }] },
    ['#/x-a/0 refers to #/components/constructor, which is not in it.'],
  ],
  [
    'refers to another file',
    { ...sound, 'x-a': { $ref: 'other.yaml' } },
    ['#/x-a refers to other.yaml, which is not in it.'],
  ],
  ['refers into a list', { ...sound, 'x-a': [{}, { $ref: '#/x-a/0' }] }, []],
])('a contract that %s', (_, document, want) => expect(checkContract(document)).toEqual(want));
