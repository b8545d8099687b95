import { expect, test } from 'vitest';
import { loadContract } from '../contract.ts';
import { listContracts } from '../contract-list.ts';
import { deriveOperations } from './operation-kind.ts';

// What was written down by hand for the providers that have a file of their own, read off their contracts.

const kinds: readonly (readonly [contract: string, Readonly<Record<string, string>>])[] = [
  ['ingo@v3', { createUser: 'create data.items.*', startKyc: 'check' }],
  ['ingo@v4', { updateUser: 'update data.items.*', listUsers: 'list data.items.*' }],
  ['machnet@v4', { createUser: 'create', getUser: 'read', updateUser: 'update', startKyc: 'check', getKyc: 'other' }],
  [
    'stilt@v1',
    { listUsers: 'list data.*', createUser: 'create', getUser: 'read', updateUser: 'update', deleteUser: 'delete' },
  ],
  [
    'hpay@v1',
    {
      createUser: 'create',
      listUsers: 'list *',
      getUser: 'read',
      updateUser: 'update',
      deleteUser: 'delete',
      patchUser: 'update',
      disableUser: 'other',
      enableUser: 'other',
    },
  ],
];

const listed = await listContracts();

test.each(kinds)('%s', async (name, expected) => {
  const source = listed.find((contract) => contract.name === name);
  const contract = await loadContract({ name, file: source?.file ?? '', prefix: '', validators: {} });
  const found = deriveOperations(contract).map(({ operation: { id }, kind, way = [] }) => [
    id,
    `${kind} ${way.join('.')}`.trim(),
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});
