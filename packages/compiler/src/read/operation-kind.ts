import type { ContractOperation, OperationKind } from '@amend/contract';

/** What an operation does with a user, as its contract tells it; `OperationKind` says how. */
export const kindOf = ({
  id,
  method,
  path,
  body,
  update,
  sets,
  way,
}: Pick<ContractOperation, 'id' | 'method' | 'path' | 'body' | 'update' | 'sets' | 'way'>): OperationKind => {
  const namesUser = path.includes('{') || Object.values(body?.roles ?? {}).includes('identifier');
  if (update) return 'update';
  if (sets) return 'set';
  if (method === 'DELETE' && namesUser) return 'delete';
  if (!way) return 'other';
  if (namesUser) return 'read';
  const isList = way.includes('*');
  if (body && (id.startsWith('create') || (method === 'POST' && !isList))) return 'create';
  return isList ? 'list' : 'other';
};
