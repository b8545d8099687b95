import type { Credentials, ProviderDescriptor } from './provider-descriptor.ts';

/** `clientId` as `CLIENT_ID`. */
export const constantCase = (option: string): string =>
  option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The environment variable of a client's option: `AMEND_MACHNET_CLIENT_ID` for `clientId`. */
export const variableOf = (provider: string, option: string): string =>
  `AMEND_${provider.toUpperCase()}_${constantCase(option)}`;

/** A provider's credentials, as the environment has them; or in one sentence, which variables are not set. */
export const credentialsIn = (
  { name, credentials, needs }: Pick<ProviderDescriptor, 'name' | 'credentials' | 'needs'>,
  env: Readonly<Record<string, string | undefined>>,
): { readonly credentials: Credentials } | { readonly problem: string } => {
  const isSet = (option: string): boolean => Boolean(env[variableOf(name, option)]);
  const ways = (needs ?? [{ names: Object.keys(credentials), optional: [] }]).map(({ names, optional }) => ({
    names,
    missing: names.filter((option) => !isSet(option) && !optional.includes(option)),
  }));
  const way = ways.find(({ missing }) => missing.length === 0);
  if (!way) {
    const wanted = ways.map(({ missing }) => missing.map((option) => variableOf(name, option)).join(' and '));
    return { problem: `${name} needs credentials: set ${wanted.join(', or ')}.` };
  }
  const given = way.names.filter(isSet);
  return { credentials: Object.fromEntries(given.map((option) => [option, env[variableOf(name, option)] ?? ''])) };
};
