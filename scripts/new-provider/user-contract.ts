import type { ContractModel, ContractOperation, Way } from '@amend/contract';
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
  readonly way: Way | undefined;
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

const actionOf = ({ id, update, body, way, path }: ContractOperation): Action => {
  const [{ name = undefined } = {}, another] = body?.schemas ?? [];
  if (name === undefined || another)
    throw new UsageError(
      `${id} has no body that is one $ref to a schema: write the mapping by hand, as machnet.ts does.`,
    );
  const [verb = ''] = /^[a-z]+/.exec(id) ?? [];
  return {
    verb: update === 'replacement' ? 'replace' : verb,
    operation: id,
    body: name,
    isUpdate: update !== undefined,
    way,
    hasPathParameter: path.includes('{'),
  };
};

/** @throws {UsageError} if a part is missing without which there is nothing to map. */
export const readUserContract = ({
  servers,
  credentials,
  operations,
  user,
  verification,
}: ContractModel): UserContract => {
  if (!user?.schema.properties)
    throw new UsageError('The contract needs a schema User with properties: the user as it is answered.');
  if (!servers[0]) throw new UsageError('The contract needs a server: where the client sends its calls by default.');
  const options = Object.keys(credentials);
  if (options.length === 0)
    throw new UsageError('The contract needs a security scheme: what the client signs in with.');
  const actions = operations
    .filter(({ id, body, update }) => (id.startsWith('create') && body) || update !== undefined)
    .map(actionOf);
  if (!actions.some(({ isUpdate }) => isUpdate))
    throw new UsageError('The contract needs an operation with x-update: a change of a user.');
  const twice = actions.find(({ verb }, index) => actions.findIndex((each) => each.verb === verb) < index);
  if (twice)
    throw new UsageError(`Two operations would be called ${twice.verb}: give ${twice.operation} another verb.`);
  if (user.id === undefined)
    throw new UsageError('The schema User needs a property id, or one of the name of the path parameter.');
  const read = operations.find(
    ({ method, path, way }) => method === 'GET' && path.includes('{') && way?.includes('*') === false,
  );
  return {
    actions,
    read: read?.id,
    operations: operations.map(({ id }) => id),
    credentials: options,
    id: user.id,
    status: verification?.property,
  };
};
