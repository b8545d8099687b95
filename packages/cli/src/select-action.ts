import type { Actions, AnyAction } from 'amend';
import { type ProviderName, providerNames, providers } from 'amend/providers';
import { oneOf } from './flags.ts';

/** What a command works on. */
export interface Selected {
  readonly provider: ProviderName;
  /** The kind of user. */
  readonly type: string;
  readonly operation: string;
  readonly action: AnyAction;
}

const isPartialUpdate = ({ rules }: AnyAction): boolean => rules?.update === 'partial';

/** Unless told otherwise, the update that leaves alone what it does not name. */
const usualOperation = (actions: Actions): string => {
  const names = Object.keys(actions);
  return names.find((name) => actions[name] && isPartialUpdate(actions[name])) ?? names[0] ?? '';
};

/**
 * The action that is meant by names.
 *
 * @throws {UsageError} on a name that does not exist, with the nearest one.
 */
export const selectAction = async (
  name: string,
  asked: { readonly type?: string | undefined; readonly operation?: string | undefined } = {},
): Promise<Selected> => {
  const provider = oneOf('provider', name, providerNames);
  const types = await providers[provider].users();
  const typeNames = Object.keys(types);
  const type = oneOf(`type at ${provider}`, asked.type ?? typeNames[0] ?? '', typeNames);
  const actions = types[type] ?? {};
  const operation = oneOf(`operation at ${provider}`, asked.operation ?? usualOperation(actions), Object.keys(actions));
  const action = actions[operation];
  if (!action) throw new TypeError(`${provider} has no action ${operation}.`);
  return { provider, type, operation, action };
};
