import type { ContractOperation, OperationValidators, RequestBody, Validate } from '@amend/contract';
import type { Checks, OperationChecks } from './checks.ts';
import { type Model, type ReadModel, readModel, type StockOperation } from './models.ts';
import { URL } from './platform.ts';

/** A contract that a provider is mocked from. */
export interface ContractSource {
  /** As redocly.yaml names it. */
  readonly name: string;
  /** Where the mock serves it, with or without the base path of the contract's servers. */
  readonly prefix: string;
  /** Generated, those of single bodies among them; an operation without any is held against the contract's own schemas. */
  readonly validators?: Readonly<Record<string, OperationValidators | Validate>>;
  /** Reads it; by default as it was built, or else from the repository. */
  readonly read?: (name: string) => Promise<ReadModel>;
}

/** An operation of a contract, as the mock needs it. */
export interface Operation extends ContractOperation {
  /** The properties of the body that are no field of the user. */
  readonly roles: RequestBody['roles'];
  readonly validators: OperationValidators | undefined;
  /** @throws before the contract is ready. */
  readonly checks: OperationChecks;
}

export interface Contract {
  readonly name: string;
  readonly prefix: string;
  /** The paths of the contract's servers, such as `/v4`. */
  readonly basePaths: readonly string[];
  readonly model: Model;
  readonly operations: readonly Operation[];
  /** Has the checks loaded, which only requests need. */
  readonly ready: () => Promise<void>;
  /** An operation as Prism knows it. */
  readonly stock: (operation: Pick<Operation, 'id'>) => Promise<StockOperation>;
  readonly document: ReadModel['document'];
}

const basePathsOf = ({ servers }: Model): readonly string[] => [
  ...new Set(servers.map((url) => new URL(url, 'http://localhost').pathname.replace(/\/$/, ''))),
];

const validatorsOf = ({ validators = {} }: ContractSource, id: string): OperationValidators | undefined => {
  const found = Object.hasOwn(validators, id) ? validators[id] : undefined;
  return typeof found === 'object' ? found : undefined;
};

/** @throws if the contract cannot be read. */
export const loadContract = async (source: ContractSource): Promise<Contract> => {
  const { name, prefix, read = readModel } = source;
  const { model, checks, stock, document } = await read(name);
  let known: Checks | undefined;

  const operationOf = (operation: ContractOperation): Operation => ({
    ...operation,
    roles: operation.body?.roles ?? {},
    validators: validatorsOf(source, operation.id),
    get checks() {
      const found = known?.[operation.id];
      if (!found) throw new Error(`There are no checks ${known ? 'of' : 'yet of'} ${operation.id} in ${name}.`);
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
      known ??= await checks();
    },
    stock: async ({ id }) => {
      const found = (await stock()).find(({ iid }) => iid === id);
      if (!found) throw new Error(`Prism did not find ${id} of ${name}.`);
      return found;
    },
    document,
  };
};
