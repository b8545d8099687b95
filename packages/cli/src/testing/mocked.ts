import { variableOf } from '@amend/client/provider';
import { createMock, type Mock } from '@amend/mock';
import { providers } from 'amend/providers';
import type { World } from './fake-io.ts';

const described = await Promise.all(Object.values(providers).map(({ describe }) => describe()));

/** Credentials for every provider, and where each is, as environment variables. */
export const environment = (url: string): Record<string, string> =>
  Object.fromEntries(
    described.flatMap(({ name, credentials }) => [
      [variableOf(name, 'baseUrl'), `${url}/${name}`],
      ...Object.entries(credentials).map(([option, sample]) => [variableOf(name, option), sample]),
    ]),
  );

/** A world in which every provider is a mock, without a port. */
export const mockedWorld = async (): Promise<World & { readonly mock: Mock }> => {
  const mock = await createMock({ seed: 'cli' });
  return { mock, env: environment('http://localhost'), fetch: mock.fetch };
};
