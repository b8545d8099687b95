import type { Contract, Operation } from '../contract.ts';
import { isFields } from '../json.ts';
import { jsonContent, type Node, operationsOf } from '../schema.ts';
import { type Way, wayToUsers } from './answer-way.ts';

/**
 * What an operation does with a user, as its contract tells it:
 *
 * - `update`: it has an `x-update`;
 * - `check`: it is called `startKyc`;
 * - `delete`: a DELETE that names a user;
 * - `read`: it names a user, and its answer holds a `User`;
 * - `create`: its answer holds a `User`, and it is called `create...`, or is a POST with a body whose answer holds no list;
 * - `list`: its answer holds a list of `User`;
 * - `other`: Prism would answer with the first example, and so does the mock.
 *
 * A user is named by a parameter of the path, or by a property of the body whose `x-role` is `identifier`.
 */
type OperationKind = 'update' | 'check' | 'delete' | 'read' | 'create' | 'list' | 'other';

export interface DerivedOperation {
  readonly operation: Operation;
  readonly kind: OperationKind;
  readonly node: Node;
  /** The schema of the request's body. */
  readonly body: unknown;
  /** Where a success holds users; nothing if it holds none. */
  readonly way: Way | undefined;
}

const kindOf = ({ id, method, path, roles, takesBody }: Operation, node: Node, way: Way | undefined): OperationKind => {
  const namesUser = path.includes('{') || Object.values(roles).includes('identifier');
  if (node['x-update'] !== undefined) return 'update';
  if (id === 'startKyc') return 'check';
  if (method === 'DELETE' && namesUser) return 'delete';
  if (!way) return 'other';
  if (namesUser) return 'read';
  const isList = way.includes('*');
  if (takesBody && (id.startsWith('create') || (method === 'POST' && !isList))) return 'create';
  return isList ? 'list' : 'other';
};

/** Every operation of a contract. */
export const deriveOperations = ({ document, operations }: Contract): readonly DerivedOperation[] => {
  const nodes = operationsOf(document).map(({ node }) => node);
  return operations.map((operation, index) => {
    const node = nodes[index] ?? {};
    const { responses } = node;
    const success = isFields(responses) ? responses[operation.success] : undefined;
    const way = wayToUsers(document, jsonContent(document, success).schema);
    const body = jsonContent(document, node.requestBody).schema;
    return { operation, kind: kindOf(operation, node, way), node, body, way };
  });
};
