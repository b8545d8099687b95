import type { User } from 'amend';

// The users in HPay's examples, as ours. A name comes back as its first word and the rest.

export const users: readonly User[] = [
  // As they were created.
  {
    id: '50a59abe-e714-4416-a9f9-273a9b1dbe87',
    kind: 'individual',
    externalId: 'customer-2041',
    firstName: 'Aminata',
    lastName: 'Specimen',
    email: 'aminata.specimen@example.com',
    username: 'aminata.specimen',
    phone: '+12025550142',
    active: true,
    native: {
      stripe_connect_account_id: 'acct_0000000000EXAMPLE',
      stripe_connect_verified: false,
      created_at: '2026-07-02T09:15:00Z',
      updated_at: '2026-07-02T09:15:00Z',
    },
  },
  {
    id: 'b0d82d54-7cc0-494d-af68-c2af7d85d427',
    kind: 'individual',
    externalId: '2042',
    firstName: 'Joseph',
    lastName: 'Placeholder',
    phone: '+13125550187',
    active: true,
    native: { stripe_connect_verified: false, created_at: '2026-04-20T12:00:00Z', updated_at: '2026-04-20T12:00:00Z' },
  },
  // Later.
  {
    id: '50a59abe-e714-4416-a9f9-273a9b1dbe87',
    kind: 'individual',
    externalId: 'customer-2041',
    firstName: 'Aminata',
    lastName: 'Specimen',
    email: 'aminata.specimen@example.com',
    username: 'aminata.specimen',
    phone: '+12025550142',
    active: true,
    native: {
      stripe_connect_account_id: 'acct_0000000000EXAMPLE',
      stripe_connect_verified: true,
      created_at: '2026-07-02T09:15:00Z',
      updated_at: '2026-08-11T16:40:00Z',
    },
  },
  {
    id: 'b0d82d54-7cc0-494d-af68-c2af7d85d427',
    kind: 'individual',
    externalId: '2042',
    firstName: 'Joseph',
    lastName: 'Placeholder',
    phone: '+13125550187',
    active: false,
    native: { stripe_connect_verified: false, created_at: '2026-04-20T12:00:00Z', updated_at: '2026-06-01T08:05:00Z' },
  },
  {
    id: 'user_abc123',
    kind: 'individual',
    externalId: 1,
    firstName: 'John',
    lastName: 'Updated Doe',
    email: 'john.new@example.com',
    phone: '+23279123456',
    active: true,
    native: { updated_at: '2025-01-18T14:20:00Z' },
  },
];
