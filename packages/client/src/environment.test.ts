import { expect, test } from 'vitest';
import { credentialsIn } from './environment.ts';

const provider = { name: 'acme', credentials: { clientId: 'CLIENT_ID', key: 'KEY' } };

test.each([
  [
    { AMEND_ACME_CLIENT_ID: 'an-id', AMEND_ACME_KEY: 'a-key', OTHER: 'b' },
    { credentials: { clientId: 'an-id', key: 'a-key' } },
  ],
  [{ AMEND_ACME_CLIENT_ID: 'an-id', AMEND_ACME_KEY: '' }, { problem: 'acme needs credentials: set AMEND_ACME_KEY.' }],
  [{}, { problem: 'acme needs credentials: set AMEND_ACME_CLIENT_ID and AMEND_ACME_KEY.' }],
])('%j', (env, found) => {
  expect(credentialsIn(provider, env)).toEqual(found);
});
