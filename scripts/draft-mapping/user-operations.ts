import type { ContractModel, ContractOperation } from '@amend/contract';
import { UsageError } from '../usage-error.ts';

/** An operation that creates or changes a user; `verb` is its name in the mapping, `schema` that of its body. */
export interface NamedOperation extends ContractOperation {
  readonly verb: string;
  readonly schema: string;
}

const operationOf = (operation: ContractOperation): NamedOperation => {
  const { id, update, body } = operation;
  const [{ name: schema = undefined } = {}, another] = body?.schemas ?? [];
  if (schema === undefined || another)
    throw new UsageError(`${id} has no body that is one $ref to a schema: write the mapping by hand.`);
  return { ...operation, schema, verb: update === 'replacement' ? 'replace' : (/^[a-z]+/.exec(id)?.[0] ?? id) };
};

/** @throws {UsageError} if a part is missing without which there is nothing to map. */
export const userOperations = ({
  servers,
  credentials,
  security,
  operations,
  user,
}: ContractModel): readonly NamedOperation[] => {
  const found = operations
    .filter(({ id, body, update }) => (id.startsWith('create') && body) || update)
    .map(operationOf);
  const twice = found.find(({ verb }, index) => found.findIndex((each) => each.verb === verb) < index);
  const needs: readonly (readonly [isThere: unknown, sentence: string])[] = [
    [user?.schema.properties, 'The contract needs a schema User with properties: the user as it is answered.'],
    [servers[0], 'The contract needs a server: where the client sends its calls by default.'],
    [security ?? Object.keys(credentials)[0], 'The contract needs a security scheme: what the client signs in with.'],
    [found.find(({ update }) => update), 'The contract needs an operation with x-update: a change of a user.'],
    [!twice, `Two operations would be called ${twice?.verb}: give ${twice?.id} another verb.`],
    [
      user?.id,
      'The schema User needs a property id, one of the name of the path parameter, or one with x-role: identifier.',
    ],
  ];
  for (const [isThere, sentence] of needs) if (!isThere) throw new UsageError(sentence);
  return found;
};
