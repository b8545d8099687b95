import type { ContractOperation, OperationKind } from '@amend/contract';

/** What of an operation tells what it does with a user. */
interface Told extends Pick<ContractOperation, 'id' | 'method' | 'path' | 'body' | 'update' | 'sets' | 'way'> {
  /** Whether users stand below its path, each at the parameter that follows. */
  readonly isCollection: boolean;
  /** Whether a success is told without a body. */
  readonly isEmpty: boolean;
}

/** What an operation does with a user, as its contract tells it; `OperationKind` says how. */
export const kindOf = ({ id, method, path, body, update, sets, way, isCollection, isEmpty }: Told): OperationKind => {
  const namesUser = (path.includes('{') && !isCollection) || Object.values(body?.roles ?? {}).includes('identifier');
  if (update) return 'update';
  if (sets) return 'set';
  if (method === 'DELETE' && namesUser) return 'delete';
  if (!way) return isEmpty && isCollection && body && method === 'POST' ? 'create' : 'other';
  if (namesUser) return 'read';
  const isList = way.includes('*');
  if (body && (id.startsWith('create') || (method === 'POST' && !isList))) return 'create';
  return isList ? 'list' : 'other';
};
