import { createMock } from '@amend/mock';
import { listSubjects, type ProviderName, providers } from 'amend/providers';
import type { CheckOptions } from '../check-provider.ts';

/** What a check of a provider takes, on a mock in this process whose answers a test may change. */
export const mocked = async (
  name: ProviderName,
  change: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
) => {
  const { connect, credentials } = await providers[name].describe();
  const mock = await createMock({ only: [name], seed: 'check' });
  const options: CheckOptions = {
    provider: name,
    models: await Promise.all(Object.values(providers[name].contracts).map(async ({ model }) => (await model()).model)),
    subjects: (await listSubjects()).filter(({ provider }) => provider === name),
    client: connect(credentials, {
      baseUrl: `http://localhost/${name}`,
      fetch: change(mock.fetch as typeof globalThis.fetch),
      retries: 0,
    }),
    clock: { now: Date.now, sleep: async () => {} },
    setStatus: async (id, status) => {
      await mock.fetch(`http://localhost/__amend/users/${name}/${id}/status`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status }),
      });
    },
    changesOf: async (id) => {
      const users = await (await mock.fetch(`http://localhost/__amend/users?provider=${name}&limit=1000`)).json();
      return users.find((user: { id: string }) => user.id === id)?.changes ?? {};
    },
  };
  return { mock, options };
};
