import { URL } from 'node:url';
import type { OperationValidators } from '@amend/contract';
import { checkContract } from './check-contract.ts';
import { type Fields, isFields } from './json.ts';
import type { PrismOperation } from './prism.ts';
import type { ContractSource } from './provider.ts';
import { readSpec } from './read-spec.ts';
import { jsonContent, type Node, operationsOf, resolve, rolesOf } from './schema.ts';

/** An operation of a contract, as the mock needs it. */
export interface Operation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** The values of the named examples of each answer, by status. */
  readonly examples: ReadonlyMap<number, Fields>;
  /** The status of a success: 200, unless only others are documented. */
  readonly success: number;
  readonly takesBody: boolean;
  /** The properties of the body that are no field of the user. */
  readonly roles: Readonly<Record<string, string>>;
  readonly validators: OperationValidators | undefined;
  /** The same operation, as Prism knows it. @throws before the contract is ready. */
  readonly prism: PrismOperation;
}

export interface Contract {
  readonly name: string;
  readonly prefix: string;
  /** The paths of the contract's servers, such as `/v4`. */
  readonly basePaths: readonly string[];
  readonly document: Node;
  readonly operations: readonly Operation[];
  /** The names of the headers that its calls may carry, as the contract spells them. */
  readonly headers: readonly string[];
  /** Has Prism read the contract, which takes a while, and which only requests need. */
  readonly ready: () => Promise<void>;
}

const valuesOf = (document: Node, { examples }: Node): Fields =>
  Object.fromEntries(
    Object.entries(isFields(examples) ? examples : {}).map(([name, example]) => [
      name,
      resolve(document, example).value,
    ]),
  );

const examplesOf = (document: Node, { responses }: Node): Operation['examples'] =>
  new Map(
    Object.entries(isFields(responses) ? responses : {}).map(([status, response]) => [
      Number(status),
      valuesOf(document, jsonContent(document, response)),
    ]),
  );

const successOf = (examples: Operation['examples']): number =>
  [200, ...examples.keys()].find((status) => examples.has(status) && status >= 200 && status < 300) ?? 200;

const headersOf = (document: Node): readonly string[] => {
  const { securitySchemes = {}, parameters = {} } = isFields(document.components) ? document.components : {};
  return [...Object.values(securitySchemes as Fields), ...Object.values(parameters as Fields)].flatMap((node) =>
    isFields(node) && node.in === 'header' ? [String(node.name)] : [],
  );
};

const basePathsOf = ({ servers }: Node): readonly string[] => {
  const paths = (Array.isArray(servers) ? servers : []).map(({ url }) => new URL(url).pathname.replace(/\/$/, ''));
  return [...new Set(paths)];
};

const validatorsOf = (validators: ContractSource['validators'], id: string): OperationValidators | undefined => {
  const found = Object.hasOwn(validators, id) ? validators[id] : undefined;
  return typeof found === 'object' ? found : undefined;
};

/** @throws if the contract cannot be read, or could not be served. */
export const loadContract = async ({ name, file, prefix, validators }: ContractSource): Promise<Contract> => {
  const { document, prismOperations } = await readSpec(file);
  const [problem] = checkContract(document);
  if (problem) throw new Error(`The contract ${name} cannot be served: ${problem}`);

  let known: ReadonlyMap<string | undefined, PrismOperation> | undefined;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    known = new Map((await prismOperations()).map((operation) => [operation.iid, operation]));
  };

  const operationOf = (id: string, method: string, path: string, node: Node): Operation => {
    const examples = examplesOf(document, node);
    return {
      id,
      method: method.toUpperCase(),
      path,
      examples,
      success: successOf(examples),
      takesBody: node.requestBody !== undefined,
      roles: rolesOf(document, jsonContent(document, node.requestBody).schema),
      validators: validatorsOf(validators, id),
      get prism() {
        const operation = known?.get(id);
        if (!operation) throw new Error(`Prism ${known ? 'did not find' : 'has not read'} ${id} of ${name}.`);
        return operation;
      },
    };
  };

  const operations = operationsOf(document).map(({ method, path, node }) =>
    operationOf(String(node.operationId), method, path, node),
  );
  return {
    name,
    prefix,
    basePaths: basePathsOf(document),
    document,
    operations,
    headers: headersOf(document),
    ready: () => {
      reading ??= read();
      return reading;
    },
  };
};
