import { createMock } from '@amend/mock';
import { serveChanged } from '@amend/mock/testing';
import { listSubjects, type ProviderName, providers } from 'amend/providers';
import type { CheckOptions } from '../check-options.ts';
import type { Model } from '../model.ts';

type Fetch = typeof globalThis.fetch;

/** What a check of a provider takes that answers in this process, and is steered as a mock is. */
export const optionsFor = async (name: ProviderName, served: Fetch, change = served): Promise<CheckOptions> => {
  const { connect, credentials } = await providers[name].describe();
  const contracts = Object.values(providers[name].contracts);
  const at = `http://localhost/__amend/users`;
  return {
    provider: name,
    models: await Promise.all(contracts.map(async ({ model }) => (await model()).model)),
    subjects: (await listSubjects()).filter(({ provider }) => provider === name),
    answers: await Promise.all(contracts.map(async ({ answers }) => (await answers()).answers)),
    connect: (options) => connect(credentials, { ...options, baseUrl: `http://localhost/${name}`, fetch: change }),
    clock: { now: Date.now, sleep: async () => {} },
    setStatus: async (id, status) => {
      await served(`${at}/${name}/${id}/status`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status }),
      });
    },
    changesOf: async (id) => {
      const users = (await (await served(`${at}?provider=${name}&limit=1000`)).json()) as { id: string }[];
      return Object(users.find((user) => user.id === id)).changes ?? {};
    },
  };
};

/** A check of a provider's mock, whose answers a test may change. */
export const mocked = async (name: ProviderName, change: (fetch: Fetch) => Fetch = (fetch) => fetch) => {
  const mock = await createMock({ only: [name], seed: 'check' });
  const served = mock.fetch as Fetch;
  return { mock, options: await optionsFor(name, served, change(served)) };
};

/** A check of a mock by contracts that a test has changed; what is checked are those that have not. */
export const changed = async (name: ProviderName, change: (model: Model) => Model): Promise<CheckOptions> =>
  optionsFor(name, (await serveChanged(name, change)) as Fetch);
