import { readFileSync } from 'node:fs';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { parse } from 'yaml';
import { type Fields, isFields } from './json.ts';
import type { PrismOperation } from './prism.ts';
import type { ContractSource, OperationValidators } from './provider.ts';
import { type Node, resolve, rolesOf } from './schema.ts';
import { specs } from './specs.ts';

/** An operation of a contract, as the mock needs it. */
export interface Operation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** The values of the named examples of each answer, by status. */
  readonly examples: ReadonlyMap<number, Fields>;
  readonly takesBody: boolean;
  /** The properties of the body that are no field of the user. */
  readonly roles: Readonly<Record<string, string>>;
  readonly validators: OperationValidators | undefined;
  /** The same operation, as Prism knows it. */
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
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

const jsonContent = (node: Node): Node => {
  const content = isFields(node.content) ? node.content['application/json'] : undefined;
  return isFields(content) ? content : {};
};

const valuesOf = (document: Node, { examples }: Node): Fields =>
  Object.fromEntries(
    Object.entries(isFields(examples) ? examples : {}).map(([name, example]) => [
      name,
      resolve(document, example).value,
    ]),
  );

const readOperation = (document: Node, node: Node, operation: Omit<Operation, 'examples' | 'takesBody' | 'roles'>) => {
  const responses = Object.entries(isFields(node.responses) ? node.responses : {});
  return {
    ...operation,
    examples: new Map(
      responses.map(([status, response]) => [
        Number(status),
        valuesOf(document, jsonContent(resolve(document, response))),
      ]),
    ),
    takesBody: node.requestBody !== undefined,
    roles: rolesOf(document, jsonContent(resolve(document, node.requestBody)).schema),
  };
};

const headersOf = (document: Node): readonly string[] => {
  const { securitySchemes = {}, parameters = {} } = isFields(document.components) ? document.components : {};
  return [...Object.values(securitySchemes as Fields), ...Object.values(parameters as Fields)].flatMap((node) =>
    isFields(node) && node.in === 'header' ? [String(node.name)] : [],
  );
};

/** Reads a contract, and has Prism read it. */
export const loadContract = async ({ name, file, prefix, validators }: ContractSource): Promise<Contract> => {
  const document = parse(readFileSync(new URL(file, specs), 'utf8')) as Node;
  const byId = new Map(
    (await getHttpOperationsFromSpec(structuredClone(document))).map((operation) => [operation.iid, operation]),
  );
  const operations = Object.entries(document.paths as Fields).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const node = isFields(item) ? item[method] : undefined;
      if (!isFields(node)) return [];
      const id = String(node.operationId);
      const prism = byId.get(id);
      if (!prism) throw new Error(`Prism did not find ${id} in ${file}.`);
      return [
        readOperation(document, node, { id, method: method.toUpperCase(), path, validators: validators[id], prism }),
      ];
    }),
  );
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const basePaths = servers.map(({ url }) => new URL(url).pathname.replace(/\/$/, ''));
  return { name, prefix, basePaths: [...new Set(basePaths)], document, operations, headers: headersOf(document) };
};
