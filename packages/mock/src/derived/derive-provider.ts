import { usersAt } from '@amend/contract';
import { readModel } from '../models.ts';
import type { ContractSource, Provider } from '../provider.ts';
import { deriveErrorBody } from './derive-error-body.ts';
import { handlersFor } from './derive-handler.ts';
import { userIn } from './derived-user.ts';
import { bodiesFor, kindName } from './kinds.ts';
import { shownUser } from './mask.ts';
import { providedBy } from './provided.ts';

/** A contract, and what is generated from it. */
export type DerivedSource = Pick<ContractSource, 'name'> & Partial<Pick<ContractSource, 'validators' | 'read'>>;

/**
 * A provider that is mocked by what its contracts say, and by nothing else. Several are served side by side, each under
 * its version, and share their users.
 *
 * @throws {Error} a sentence that says what keeps its contracts from being served.
 */
export const deriveProvider = async (name: string, sources: readonly DerivedSource[]): Promise<Provider> => {
  const models = await Promise.all(
    sources.map(async (source) => (await (source.read ?? readModel)(source.name)).model),
  );
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
    contracts: sources.map(({ validators = {}, ...source }) => {
      const [, version = ''] = source.name.split('@');
      return { ...source, prefix: sources.length > 1 ? `/${name}/${version}` : `/${name}`, validators };
    }),
    ...(user.verification && { verification: user.verification }),
    operations: Object.fromEntries(operations.map((operation) => [operation.id, handlerOf(operation, usersIn)])),
    usersIn,
    idOf,
    kindOf: (fields) => kindName(kinds.of(fields), user.kinds),
    fromExample: (fields) => user.known.get(idOf(fields)) ?? fields,
    withNewIds: provided.withNewIds,
    read: (fields) => shownUser(user, fields),
    errorBody: deriveErrorBody(Object.assign({}, ...models.map(({ errors }) => errors))),
  };
};
