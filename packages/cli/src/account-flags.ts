import { oneOf, type ProviderName, providerNames } from 'amend/providers';
import type { FlagTable } from './command.ts';
import { UsageError } from './usage-error.ts';

/** What says whose user is meant. With several providers, a value may begin with one of them: `machnet:verified`. */
export const accountFlags = {
  id: { type: 'string', value: 'ID', about: 'the identifier, where one provider is named' },
  type: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: 'individual or business; by default what the user is known to be, else individual',
    words: 'type',
  },
  operation: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: 'create, update, replace or patch; by default the partial update',
    words: 'operation',
  },
  status: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about:
      "unverified or verified, or the provider's own word; what is not known closes every field that some status locks",
    words: 'status',
  },
  current: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    about: "the user as the provider has it, in Amend's form",
    words: 'file',
  },
  answer: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    about: 'the same, as the provider answers it',
    words: 'file',
  },
  native: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    about: "a property of the provider's own; or a file, a JSON object of them",
    words: 'file',
  },
  'base-url': {
    type: 'string',
    multiple: true,
    value: 'URL',
    about: 'where the provider is, below which all its versions are; its sandbox by default',
  },
} as const satisfies FlagTable;

/** The same in help, before the flags. */
export const accountArgument = {
  value: '<provider[:ID]>',
  about: `${providerNames.join(', ')}, with the user's identifier there`,
  words: 'provider',
} as const;

/** And after them. */
export const accountNote =
  'With several providers, a value that is meant for one begins with its name: --status machnet:verified.';

type Name = keyof typeof accountFlags;

/** The values of {@link accountFlags}. */
export type AccountValues = { readonly [Flag in Name]?: string | string[] | undefined };

/** What is asked for at one provider. */
export interface AskedAccount {
  readonly provider: ProviderName;
  readonly id?: string;
  readonly type?: string;
  readonly operation?: string;
  readonly status?: string;
  readonly current?: string;
  readonly answer?: string;
  readonly 'base-url'?: string;
  readonly native: readonly string[];
}

/** The values that are meant for a provider: those that begin with its name, and those without any. */
const valuesFor = (provider: string, providers: readonly string[], values: readonly string[]): string[] =>
  values.flatMap((value) => {
    const scope = providers.find((name) => value.startsWith(`${name}:`));
    if (scope === undefined) return [value];
    return scope === provider ? [value.slice(scope.length + 1)] : [];
  });

/** Which of the flags is about one user only, and so about one provider. */
const personal: readonly Name[] = ['current', 'answer', 'native', 'base-url'];

const readAccount = (
  provider: ProviderName,
  ownId: string | undefined,
  providers: readonly ProviderName[],
  flags: AccountValues,
): AskedAccount => {
  const all = (flag: Name): string[] => valuesFor(provider, providers, [flags[flag] ?? []].flat());
  const one = (flag: Name): Record<string, string> => {
    const [value, ...others] = all(flag);
    if (others.length > 0) throw new UsageError(`--${flag} is given twice for ${provider}.`);
    return value === undefined ? {} : { [flag]: value };
  };
  const id = ownId ?? flags.id;
  return {
    provider,
    ...(typeof id === 'string' && { id }),
    ...one('type'),
    ...one('operation'),
    ...one('status'),
    ...one('current'),
    ...one('answer'),
    ...one('base-url'),
    native: all('native'),
  };
};

/**
 * Whose users are meant, one at each provider.
 *
 * @throws {UsageError} where it is not clear for whom a value is meant.
 */
export const readAccounts = (positionals: readonly string[], flags: AccountValues): AskedAccount[] => {
  if (positionals.length === 0) throw new UsageError('name a provider.');
  const named = positionals.map((given) => {
    const [name = '', ...id] = given.split(':');
    return { provider: oneOf('provider', name, providerNames), ...(id.length > 0 && { id: id.join(':') }) };
  });
  const providers = named.map(({ provider }) => provider);
  const twice = providers.find((name, index) => providers.indexOf(name) < index);
  if (twice) throw new UsageError(`${twice} is named twice.`);
  const noId = named.find(({ id }) => id === '');
  if (noId) throw new UsageError(`${noId.provider}: is not followed by an identifier.`);
  if (flags.id !== undefined && named.length > 1)
    throw new UsageError(`--id is for one provider; with several, write ${providers[0]}:ID.`);
  if (flags.id !== undefined && named[0]?.id !== undefined) throw new UsageError('the identifier is given twice.');
  for (const flag of named.length > 1 ? personal : [])
    for (const value of [flags[flag] ?? []].flat())
      if (!providers.some((name) => value.startsWith(`${name}:`)))
        throw new UsageError(`--${flag} is for one provider; with several, write --${flag} ${providers[0]}:VALUE.`);
  return named.map(({ provider, id }) => readAccount(provider, id, providers, flags));
};
