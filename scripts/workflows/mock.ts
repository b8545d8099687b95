import { randomUUID } from 'node:crypto';
import { createMock, type Mock, type Secrets } from '@amend/mock';
import { providers } from 'amend/providers';
import type { Target } from './run-workflows.ts';

export interface MockTarget extends Target {
  readonly origin: string;
  /** The same without a port. */
  readonly fetch: Mock['fetch'];
  readonly close: () => Promise<void>;
}

/** Serves all providers with credentials made up for this run, so that signatures and keys are checked. */
export const startMock = async (): Promise<MockTarget> => {
  const described = await Promise.all(Object.values(providers).map(({ describe }) => describe()));
  const secrets = Object.fromEntries(
    described.map(({ name, credentials }) => [
      name,
      Object.fromEntries(Object.keys(credentials).map((option) => [option, randomUUID()])),
    ]),
  );
  const mock = await createMock({ secrets: secrets as Secrets });
  const { url: origin } = await mock.listen();
  return {
    origin,
    fetch: mock.fetch,
    addressOf: (contract) => {
      const mount = mock.mounts.find((candidate) => candidate.contract === contract);
      if (!mount) throw new Error(`The mock does not serve ${contract}.`);
      return origin + mount.path;
    },
    credentialsOf: (provider) => secrets[provider] ?? {},
    close: mock.close,
  };
};
