import {
  camelCase,
  type FoundOperation,
  type LoadedContract,
  operationsOf,
  parseReference,
  requestSchema,
  resolve,
  responseSchemas,
  type Schema,
} from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';

/** An operation that creates or changes a user. */
export interface Action {
  /** `create`, `update`, `replace`: the name in the mapping. */
  readonly verb: string;
  readonly operation: string;
  /** The name of the body's schema. */
  readonly body: string;
  readonly isUpdate: boolean;
  /** Where its answer has the user: property names, `*` for an element of a list; nothing if it has none. */
  readonly way: readonly string[] | undefined;
  readonly hasPathParameter: boolean;
}

/** What a mapping, a client and the command need to know of a contract. */
export interface UserContract {
  readonly actions: readonly Action[];
  /** The operation that reads one user, where there is one. */
  readonly read: string | undefined;
  readonly operations: readonly string[];
  /** The client's options for its credentials, named for the security schemes. */
  readonly credentials: readonly string[];
  /** The property of `User` that identifies it. */
  readonly id: string;
  readonly status: string | undefined;
}

const wayToUser = (contract: LoadedContract, schema: Schema | undefined, depth = 0): readonly string[] | undefined => {
  if (schema === undefined || depth > 5) return undefined;
  if (schema.$ref === '#/components/schemas/User') return [];
  const { items, properties = {} } = resolve(contract.document, schema);
  const branches: [string, Schema | undefined][] = [['*', items], ...Object.entries(properties)];
  for (const [step, child] of branches) {
    const way = wayToUser(contract, child, depth + 1);
    if (way) return [step, ...way];
  }
  return undefined;
};

/** Where an answer of this operation has the user, as in an `Action`. */
export const wayOf = (contract: LoadedContract, operation: FoundOperation): Action['way'] =>
  wayToUser(contract, responseSchemas(contract, operation, 'success')[0]?.schema);

const actionOf = (contract: LoadedContract, operation: FoundOperation): Action => {
  const { operationId, 'x-update': update } = operation.node;
  const { name: body } = parseReference(requestSchema(contract, operation)?.schema.$ref ?? '') ?? {};
  if (body === undefined)
    throw new UsageError(
      `${operationId} has no body that is one $ref to a schema: write the mapping by hand, as machnet.ts does.`,
    );
  const [verb = ''] = /^[a-z]+/.exec(operationId) ?? [];
  return {
    verb: update === 'replacement' ? 'replace' : verb,
    operation: operationId,
    body,
    isUpdate: update !== undefined,
    way: wayOf(contract, operation),
    hasPathParameter: operation.path.includes('{'),
  };
};

const idOf = (properties: Readonly<Record<string, Schema>>, found: readonly FoundOperation[]): string => {
  const parameters = found.flatMap(({ path }) => path.match(/[^{}]+(?=\})/g)?.at(-1) ?? []);
  const id = [...parameters, 'id', 'uuid', 'user_id'].find((name) => Object.hasOwn(properties, name));
  if (id === undefined)
    throw new UsageError('The schema User needs a property id, or one of the name of the path parameter.');
  return id;
};

/** @throws {UsageError} if a part is missing without which there is nothing to map. */
export const readUserContract = (contract: LoadedContract): UserContract => {
  const { servers = [], components = {} } = contract.document;
  const user = components.schemas?.User;
  const credentials = Object.keys(components.securitySchemes ?? {}).map(camelCase);
  if (!user?.properties)
    throw new UsageError('The contract needs a schema User with properties: the user as it is answered.');
  if (!servers[0]) throw new UsageError('The contract needs a server: where the client sends its calls by default.');
  if (credentials.length === 0)
    throw new UsageError('The contract needs a security scheme: what the client signs in with.');
  const found = operationsOf(contract);
  const isCreate = ({ node }: FoundOperation) =>
    node.operationId.startsWith('create') && node.requestBody !== undefined;
  const actions = found
    .filter((operation) => isCreate(operation) || operation.node['x-update'] !== undefined)
    .map((operation) => actionOf(contract, operation));
  if (!actions.some(({ isUpdate }) => isUpdate))
    throw new UsageError('The contract needs an operation with x-update: a change of a user.');
  const twice = actions.find(({ verb }, index) => actions.findIndex((each) => each.verb === verb) < index);
  if (twice)
    throw new UsageError(`Two operations would be called ${twice.verb}: give ${twice.operation} another verb.`);
  const read = found.find(
    (operation) =>
      operation.method === 'get' && operation.path.includes('{') && wayOf(contract, operation)?.includes('*') === false,
  );
  return {
    actions,
    read: read?.node.operationId,
    operations: found.map(({ node }) => node.operationId),
    credentials,
    id: idOf(user.properties, found),
    status: user['x-verification']?.property,
  };
};
