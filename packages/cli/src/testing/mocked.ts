import { createMock, type Mock } from '@amend/mock';
import { providerNames, type Resource, resources } from '../resources.ts';
import { variableOf } from '../variable-of.ts';
import type { World } from './fake-io.ts';

/** Credentials for every provider, and where each is, as environment variables. */
export const environment = (url: string): Record<string, string> =>
  Object.fromEntries(
    providerNames.flatMap((name) => {
      const { credentials }: Resource = resources[name];
      return [
        [variableOf(name, 'baseUrl'), `${url}/${name}`],
        // Stilt's secret seals SSNs, with 32 characters.
        ...credentials.map((option) => [variableOf(name, option), 'x'.repeat(32)]),
      ];
    }),
  );

/** A world in which every provider is a mock, without a port. */
export const mockedWorld = async (): Promise<World & { readonly mock: Mock }> => {
  const mock = await createMock({ seed: 'cli' });
  return { mock, env: environment('http://localhost'), fetch: mock.fetch };
};
