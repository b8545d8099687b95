import type { Contract } from '../contract.ts';
import { providers } from './providers.ts';

/** An operation with the bodies of its request examples. */
export interface RequestExamples {
  readonly contract: Contract;
  readonly provider: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly bodies: readonly unknown[];
}

const contracts = providers.flatMap((provider) => provider.contracts);
await Promise.all(contracts.map(({ ready }) => ready()));

/** Every operation of every contract, with what its contract shows of its requests. */
export const requestExamples: readonly RequestExamples[] = contracts.flatMap((contract) =>
  contract.operations.map(({ id, method, path, body }) => ({
    contract,
    provider: contract.model.provider,
    id,
    method,
    path,
    bodies: Object.values(body?.examples ?? {}),
  })),
);
