import { usersAt } from '@amend/contract';
import { type ContractSource, loadContract } from '../contract.ts';
import type { Provider } from '../provider.ts';
import { deriveErrorBody } from './derive-error-body.ts';
import { handlersFor } from './derive-handler.ts';
import { userIn } from './derived-user.ts';
import { inEnvelope, openedFor } from './enveloped.ts';
import { bodiesFor, kindName } from './kinds.ts';
import { shownUser } from './mask.ts';
import { providedBy } from './provided.ts';

/** A contract, and what is generated from it. */
export type DerivedSource = Omit<ContractSource, 'prefix'>;

/**
 * A provider that is mocked by what its contracts say, and by nothing else. Several are served side by side, each under
 * its version, and share their users.
 *
 * @throws {Error} a sentence that says what keeps its contracts from being served.
 */
export const deriveProvider = async (name: string, sources: readonly DerivedSource[]): Promise<Provider> => {
  const contracts = await Promise.all(
    sources.map((source) => {
      const [, version = ''] = source.name.split('@');
      return loadContract({ ...source, prefix: sources.length > 1 ? `/${name}/${version}` : `/${name}` });
    }),
  );
  const models = contracts.map(({ model }) => ({
    ...model,
    operations: model.operations.map((operation) => openedFor(operation, model.user?.schema ?? {})),
  }));
  const user = userIn(models);
  const operations = models.flatMap((model) => model.operations);
  const ways = operations.flatMap(({ way }) => (way ? [way] : [])).toSorted((a, b) => b.length - a.length);
  const usersIn: Provider['usersIn'] = (answer) =>
    ways
      .map((way) => usersAt(way, answer).filter(({ [user.id]: id }) => id !== undefined))
      .find(({ length }) => length > 0) ?? [];
  const provided = providedBy(user);
  const handlerOf = handlersFor(user, provided);
  const kinds = bodiesFor(user.kinds);
  const idOf: Provider['idOf'] = ({ [user.id]: id }) => String(id);
  return {
    name,
    contracts,
    ...(user.verification && { verification: user.verification }),
    operations: Object.fromEntries(
      operations.map(({ inside, ...operation }) => [operation.id, inEnvelope(inside, handlerOf(operation, usersIn))]),
    ),
    usersIn,
    idOf,
    kindOf: (fields) => kindName(kinds.of(fields), user.kinds),
    fromExample: (fields) => user.known.get(idOf(fields)) ?? fields,
    withNewIds: provided.withNewIds,
    read: (fields) => shownUser(user, fields),
    errorBody: deriveErrorBody(Object.assign({}, ...models.map(({ errors }) => errors))),
  };
};
