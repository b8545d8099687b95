import type { ContractOperation } from '@amend/contract';
import { expect, test } from 'vitest';
import { openedFor } from './enveloped.ts';

const text = { type: 'string' } as const;
const source = { evidence: 'seed', from: 'Small' } as const;

test('what stands in an envelope has the rules of its members', () => {
  const inner = { type: 'object', properties: { name: text, email: text, home: { type: 'object', properties: {} } } };
  const city = { updatable: [], sources: [source] };
  const operation = {
    id: 'updateUser',
    body: {
      roles: {},
      examples: {},
      schemas: [
        {
          schema: { type: 'object', properties: { data: inner } },
          rules: {
            operation: 'updateUser',
            update: 'partial',
            documented: true,
            properties: {
              data: {
                updatable: ['unverified', 'verified'],
                required: false,
                merges: true,
                sources: [source],
                members: {
                  name: { updatable: ['unverified'], sources: [source] },
                  home: { updatable: ['unverified', 'verified'], sources: [source], members: { city } },
                },
              },
            },
          },
        },
      ],
    },
  } as unknown as ContractOperation;
  const { body, inside } = openedFor(operation, { properties: { name: text, email: text } });
  expect(inside).toEqual(['data']);
  const { name, email, home } = body?.schemas[0]?.rules?.properties ?? {};
  expect(name).toEqual({ updatable: ['unverified'], required: false, sources: [source] });
  expect(email).toEqual({ updatable: ['unverified', 'verified'], required: false, sources: [source] });
  expect(home).toMatchObject({ members: { city } });
});
