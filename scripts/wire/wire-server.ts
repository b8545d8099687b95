import type { Contract } from '@amend/compiler/read';
import { createMock, type Secrets } from '@amend/mock';
import { prismOn } from '../contracts/start-prism.ts';

/** A provider's contracts, served on this machine. */
export interface WireServer {
  /** One per contract, in their order. */
  readonly urls: readonly string[];
  /** Whether an answer depends on the calls before it; else it is one of the contract's examples. */
  readonly remembers: boolean;
  readonly reset: () => void;
  readonly stop: () => Promise<unknown>;
}

const startPrisms = async (contracts: readonly Contract[]): Promise<WireServer> => ({
  urls: await Promise.all(contracts.map(({ path }) => prismOn(path))),
  remembers: false,
  reset: () => {},
  stop: async () => {},
});

const startMock = async (contracts: readonly Contract[], secrets: Secrets): Promise<WireServer> => {
  const mock = await createMock({ seed: 'wire', secrets });
  const { url } = await mock.listen();
  const pathOf = (name: string) => mock.mounts.find(({ contract }) => contract === name)?.path;
  return {
    urls: contracts.map(({ name }) => url + pathOf(name)),
    remembers: true,
    reset: mock.reset,
    stop: mock.close,
  };
};

/** The servers that every client is held against; only the mock checks what is signed with the secrets. */
export const wireServers: readonly (readonly [name: string, start: typeof startMock])[] = [
  ['stock Prism', startPrisms],
  ['the mock', startMock],
];
