import type { Credentials, ProviderDescriptor } from './provider-descriptor.ts';

/** `clientId` as `CLIENT_ID`. */
export const constantCase = (option: string): string =>
  option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The environment variable of a client's option: `AMEND_MACHNET_CLIENT_ID` for `clientId`. */
export const variableOf = (provider: string, option: string): string =>
  `AMEND_${provider.toUpperCase()}_${constantCase(option)}`;

/** A provider's credentials, as the environment has them; or in one sentence, which variables are not set. */
export const credentialsIn = (
  { name, credentials }: Pick<ProviderDescriptor, 'name' | 'credentials'>,
  env: Readonly<Record<string, string | undefined>>,
): { readonly credentials: Credentials } | { readonly problem: string } => {
  const options = Object.keys(credentials);
  const missing = options.map((option) => variableOf(name, option)).filter((variable) => !env[variable]);
  if (missing.length > 0) return { problem: `${name} needs credentials: set ${missing.join(' and ')}.` };
  return { credentials: Object.fromEntries(options.map((option) => [option, env[variableOf(name, option)] ?? ''])) };
};
