import type { AnyClient, ProviderDescriptor } from '@amend/client/provider';
import type {
  AnswerTable,
  ContractModel,
  Operation,
  OperationValidators,
  UpdateRules,
  Validate,
  Verification,
  Webhook,
} from '@amend/contract';
import { connectAll, type Environment, type SharedOptions } from './clients-from-env.ts';
import { providers as list } from './generated/providers.ts';
import { oneOf } from './names.ts';
import { type AskedOperation, type FoundOperation, registryOf, type Subject } from './registry.ts';
import type { Users } from './user-operation.ts';

export type { AnyClient, ProviderDescriptor } from '@amend/client/provider';
export type { Environment, SharedOptions } from './clients-from-env.ts';
export { oneOf, unknownName } from './names.ts';
export type { AskedOperation, FoundOperation, Subject } from './registry.ts';
export { SetupError } from './setup-error.ts';

/** What is generated from a contract and there at run time. */
export interface ContractModules {
  /** What the contract knows of answers. */
  readonly answers: () => Promise<{ readonly answers: AnswerTable }>;
  /** The whole reading of the contract. */
  readonly model: () => Promise<{ readonly model: Omit<ContractModel, 'document'> }>;
  readonly operations: () => Promise<{ readonly operations: Readonly<Record<string, Operation>> }>;
  /** A table for each body of an update, by the body's name, and what the status words mean. */
  readonly rules: () => Promise<Readonly<Record<string, UpdateRules<object> | Verification>>>;
  /** Of each operation, and of single bodies. */
  readonly validators: () => Promise<Readonly<Record<string, OperationValidators | Validate>>>;
  readonly webhooks: () => Promise<{ readonly webhooks: Readonly<Record<string, Webhook>> }>;
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

/** Every kind of user at every provider, the usual one of each first. */
export const listSubjects = (): Promise<Subject<ProviderName>[]> => registryOf(providers).listSubjects();

/**
 * The operation on each kind of user that may be meant, the usual kind first; one alone where the type is named.
 *
 * @throws {SetupError} on a name that does not exist, with the nearest one.
 */
export const findOperations = (asked: AskedOperation): Promise<FoundOperation<ProviderName>[]> =>
  registryOf(providers).findOperations(asked);

/**
 * The one operation that is meant: of the provider's usual kind of user, and the update that leaves alone what it does not
 * name, unless told otherwise.
 *
 * @throws {SetupError} on a name that does not exist, with the nearest one.
 */
export const findOperation = (asked: AskedOperation): Promise<FoundOperation<ProviderName>> =>
  registryOf(providers).findOperation(asked);

/**
 * Clients with the credentials of the environment, one for each provider that is named. `AMEND_ALLOW_PLAIN_HTTP=1` lets
 * addresses be http to a private name, for development. What the options say goes before the environment.
 *
 * @throws {SetupError} that names the variables that are missing, or what a client cannot take; never a value.
 */
export const clientsFromEnv = async <Name extends ProviderName = ProviderName>(
  env: Environment,
  names: readonly Name[] = providerNames as readonly Name[],
  options: SharedOptions<Name> = {},
): Promise<Readonly<Record<Name, AnyClient>>> => {
  const known = names.map((name) => oneOf('provider', name, providerNames));
  return connectAll(await Promise.all(known.map((name) => providers[name].describe())), env, options);
};
