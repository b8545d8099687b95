import { loadContract } from '../contract.ts';
import type { ListedContract } from '../contract-list.ts';
import type { Provider } from '../provider.ts';
import { usersAt } from './answer-way.ts';
import { deriveErrorBody } from './derive-error-body.ts';
import { deriveHandler } from './derive-handler.ts';
import { deriveUser } from './derive-user.ts';
import { newId } from './new-id.ts';
import { deriveOperations } from './operation-kind.ts';
import { shownUser } from './user-fields.ts';

/**
 * A provider that is mocked by what its contract says, and by nothing else: its users are those of its `User`, a body
 * for several kinds of users is judged by what all of them allow, and credentials only have to be there.
 *
 * @throws {Error} a sentence that says what keeps its contract from being served.
 */
export const deriveProvider = async (name: string, versions: readonly ListedContract[]): Promise<Provider> => {
  const [version, another] = versions;
  if (!version || another)
    throw new Error(
      `${name} has several contracts; say in packages/mock/src/providers/${name}.ts how they belong together.`,
    );
  const source = { name: version.name, file: version.file, prefix: `/${name}`, validators: {} };
  const contract = await loadContract(source);
  const { document } = contract;
  try {
    const operations = deriveOperations(contract);
    const user = deriveUser(document, operations);
    const ways = operations.flatMap(({ way }) => (way ? [way] : [])).toSorted((a, b) => b.length - a.length);
    const errors = operations.flatMap(({ operation: { examples } }) =>
      [...examples].flatMap(([status, shown]) => (status >= 400 ? [[status, Object.values(shown)[0]] as const] : [])),
    );
    return {
      name,
      contracts: [source],
      ...(user.verification && { verification: user.verification }),
      operations: Object.fromEntries(
        operations.map((derived) => [derived.operation.id, deriveHandler(derived, user, document)]),
      ),
      usersIn: (answer) =>
        ways
          .map((way) => usersAt(way, answer).filter(({ [user.id]: id }) => id !== undefined))
          .find(({ length }) => length > 0) ?? [],
      idOf: ({ [user.id]: id }) => String(id),
      withNewIds: (fields, ids) => ({ ...fields, [user.id]: newId(fields[user.id], ids) }),
      read: (fields) => shownUser(user, fields),
      errorBody: deriveErrorBody(new Map(errors)),
    };
  } catch (error) {
    throw new Error(`The contract ${version.name} cannot be served: ${(error as Error).message}`);
  }
};
