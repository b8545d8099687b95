import { URL } from 'node:url';
import type { ContractOperation, OperationValidators, RequestBody } from '@amend/contract';
import { type Model, readModel } from './models.ts';
import type { PrismOperation } from './prism.ts';
import type { ContractSource } from './provider.ts';

/** An operation of a contract, as the mock needs it. */
export interface Operation extends ContractOperation {
  /** The properties of the body that are no field of the user. */
  readonly roles: RequestBody['roles'];
  readonly validators: OperationValidators | undefined;
  /** The same operation, as Prism knows it. @throws before the contract is ready. */
  readonly prism: PrismOperation;
}

export interface Contract {
  readonly name: string;
  readonly prefix: string;
  /** The paths of the contract's servers, such as `/v4`. */
  readonly basePaths: readonly string[];
  readonly model: Model;
  readonly operations: readonly Operation[];
  /** Has Prism read the contract, which takes a while, and which only requests need. */
  readonly ready: () => Promise<void>;
}

const basePathsOf = ({ servers }: Model): readonly string[] => [
  ...new Set(servers.map((url) => new URL(url).pathname.replace(/\/$/, ''))),
];

const validatorsOf = (validators: ContractSource['validators'], id: string): OperationValidators | undefined => {
  const found = Object.hasOwn(validators, id) ? validators[id] : undefined;
  return typeof found === 'object' ? found : undefined;
};

/** @throws if the contract cannot be read. */
export const loadContract = async ({
  name,
  prefix,
  validators,
  read = readModel,
}: ContractSource): Promise<Contract> => {
  const { model, prismOperations } = await read(name);
  let known: ReadonlyMap<string | undefined, PrismOperation> | undefined;

  const operationOf = (operation: ContractOperation): Operation => ({
    ...operation,
    roles: operation.body?.roles ?? {},
    validators: validatorsOf(validators, operation.id),
    get prism() {
      const found = known?.get(operation.id);
      if (!found) throw new Error(`Prism ${known ? 'did not find' : 'has not read'} ${operation.id} of ${name}.`);
      return found;
    },
  });

  return {
    name,
    prefix,
    basePaths: basePathsOf(model),
    model,
    operations: model.operations.map(operationOf),
    ready: async () => {
      known ??= new Map((await prismOperations()).map((operation) => [operation.iid, operation]));
    },
  };
};
