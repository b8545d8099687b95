import { usersAt } from '@amend/contract';
import { readModel } from '../models.ts';
import type { ContractSource, Provider } from '../provider.ts';
import { deriveErrorBody } from './derive-error-body.ts';
import { deriveHandler } from './derive-handler.ts';
import { newId } from './new-id.ts';
import { shownUser, userIn } from './user-fields.ts';

/**
 * A provider that is mocked by what its contract says, and by nothing else: its users are those of its `User`, a body
 * for several kinds of users is judged by what all of them allow, and credentials only have to be there.
 *
 * @throws {Error} a sentence that says what keeps its contract from being served.
 */
export const deriveProvider = async (
  name: string,
  [contract, another]: readonly string[],
  read: NonNullable<ContractSource['read']> = readModel,
): Promise<Provider> => {
  if (!contract || another)
    throw new Error(
      `${name} has several contracts; say in packages/mock/src/providers/${name}.ts how they belong together.`,
    );
  const { model } = await read(contract);
  const { operations, verification, errors } = model;
  const user = userIn(model);
  const ways = operations.flatMap(({ way }) => (way ? [way] : [])).toSorted((a, b) => b.length - a.length);
  return {
    name,
    contracts: [{ name: contract, prefix: `/${name}`, validators: {}, read }],
    ...(verification && { verification }),
    operations: Object.fromEntries(operations.map((operation) => [operation.id, deriveHandler(operation, user)])),
    usersIn: (answer) =>
      ways
        .map((way) => usersAt(way, answer).filter(({ [user.id]: id }) => id !== undefined))
        .find(({ length }) => length > 0) ?? [],
    idOf: ({ [user.id]: id }) => String(id),
    withNewIds: (fields, ids) => ({ ...fields, [user.id]: newId(fields[user.id], ids) }),
    read: (fields) => shownUser(user, fields),
    errorBody: deriveErrorBody(errors),
  };
};
