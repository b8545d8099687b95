import type { ProviderDescriptor } from '@amend/client/provider';
import type { Operation, OperationValidators, UpdateRules, Validate, Verification } from '@amend/contract';
import { providers as list } from './generated/providers.ts';
import type { Users } from './user-operation.ts';

/** What is generated from a contract and there at run time. */
export interface ContractModules {
  readonly operations: () => Promise<{ readonly operations: Readonly<Record<string, Operation>> }>;
  /** A table for each body of an update, by the body's name, and what the status words mean. */
  readonly rules: () => Promise<Readonly<Record<string, UpdateRules<object> | Verification>>>;
  /** Of each operation, and of single bodies. */
  readonly validators: () => Promise<Readonly<Record<string, OperationValidators | Validate>>>;
}

/** A provider, of which nothing is loaded before it is asked for. */
export interface ListedProvider {
  readonly describe: () => Promise<ProviderDescriptor>;
  readonly users: () => Promise<Users>;
  /** By version. */
  readonly contracts: Readonly<Record<string, ContractModules>>;
}

export type ProviderName = keyof typeof list;

/** What a provider's client takes as credentials. */
export type CredentialsOf<Name extends ProviderName> = Awaited<
  ReturnType<(typeof list)[Name]['describe']>
>['credentials'];

/** Every provider, by name. */
export const providers: Readonly<Record<ProviderName, ListedProvider>> = list;

export const providerNames = Object.keys(providers) as readonly ProviderName[];
