import { expect, test } from 'vitest';
import { credentialsFor, type SecurityScheme } from './security.ts';

const token: SecurityScheme = { is: 'client-credentials', tokenUrl: 'https://acme.example/token', scope: '' };
const basic: SecurityScheme = { is: 'basic' };
const schemes: Readonly<Record<string, SecurityScheme>> = {
  key: { is: 'header', name: 'X-Key' },
  account: { is: 'query', name: 'account' },
  bearer: { is: 'bearer' },
  signature: { is: 'code' },
  basic,
  token,
  otherToken: token,
};

test.each<[together: readonly string[], names: readonly string[], optional: readonly string[]]>([
  [['key'], ['key'], []],
  [['key', 'account', 'bearer'], ['key', 'account', 'bearer'], []],
  [['basic'], ['username', 'password'], ['password']],
  [['key', 'basic'], ['key', 'username', 'password'], ['password']],
  [['token'], ['clientId', 'clientSecret'], []],
  [['token', 'otherToken'], ['clientId', 'clientSecret'], []],
  [['signature'], [], []],
  [['signature', 'key'], ['key'], []],
  [['nowhere'], [], []],
  [[], [], []],
])('%j takes %j, of which %j may be missing', (together, names, optional) => {
  expect(credentialsFor({ schemes, alternatives: [together, ['key']] })).toEqual([
    { names, optional },
    { names: ['key'], optional: [] },
  ]);
});
