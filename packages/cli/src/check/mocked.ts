import type { ClientOptions } from '@amend/client';
import { createMock } from '@amend/mock';
import { type ProviderName, providers } from 'amend/providers';

interface MockUser {
  readonly id: string;
  readonly changes?: Readonly<Record<string, number>>;
}

/** A provider that is a mock in this process, and what the mock tells and does beside it. */
export const mockedProvider = async (name: ProviderName) => {
  const { connect, credentials } = await providers[name].describe();
  const mock = await createMock({ only: [name], seed: 'check' });
  const control = (path: string, init?: RequestInit): Promise<Response> =>
    mock.fetch(`http://localhost/__amend${path}`, init);
  return {
    connect: (options: ClientOptions) =>
      connect(credentials, { ...options, baseUrl: `http://localhost/${name}`, fetch: mock.fetch }),
    setStatus: async (id: string, status: string): Promise<void> => {
      await control(`/users/${name}/${encodeURIComponent(id)}/status`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status }),
      });
    },
    changesOf: async (id: string): Promise<Readonly<Record<string, number>>> => {
      const users = (await (await control(`/users?provider=${name}&limit=1000`)).json()) as readonly MockUser[];
      return users.find((user) => user.id === id)?.changes ?? {};
    },
  };
};
