import type { AnyUserOperation, UserOperations } from 'amend';
import { type ProviderName, providerNames, providers } from 'amend/providers';
import { oneOf } from './flags.ts';

/** What a command works on. */
export interface Selected {
  readonly provider: ProviderName;
  /** The kind of user. */
  readonly type: string;
  /** What the operation is called among those on this kind of user. */
  readonly name: string;
  readonly operation: AnyUserOperation;
}

const isPartialUpdate = ({ rules }: AnyUserOperation): boolean => rules?.update === 'partial';

/** Unless told otherwise, the update that leaves alone what it does not name. */
const usualName = (operations: UserOperations): string => {
  const names = Object.keys(operations);
  return names.find((name) => operations[name] && isPartialUpdate(operations[name])) ?? names[0] ?? '';
};

/**
 * The operation that is meant by names.
 *
 * @throws {UsageError} on a name that does not exist, with the nearest one.
 */
export const selectOperation = async (
  providerName: string,
  asked: { readonly type?: string | undefined; readonly operation?: string | undefined } = {},
): Promise<Selected> => {
  const provider = oneOf('provider', providerName, providerNames);
  const types = await providers[provider].users();
  const typeNames = Object.keys(types);
  const type = oneOf(`type at ${provider}`, asked.type ?? typeNames[0] ?? '', typeNames);
  const operations = types[type] ?? {};
  const name = oneOf(`operation at ${provider}`, asked.operation ?? usualName(operations), Object.keys(operations));
  const operation = operations[name];
  if (!operation) throw new TypeError(`${provider} has no operation ${name}.`);
  return { provider, type, name, operation };
};
