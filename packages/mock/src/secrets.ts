import { type CredentialsOf, type ProviderName, providerNames, providers } from 'amend/providers';
import { isFields } from './json.ts';

export type { ProviderName } from 'amend/providers';

/** What the providers would know a caller by. Of a provider that is left out, credentials only have to be there. */
export type Secrets = { readonly [Name in ProviderName]?: CredentialsOf<Name> };

const isProvider = (name: string): name is ProviderName => Object.hasOwn(providers, name);

/** What is wrong with secrets, going on from what holds them: a name that is missing or wrong would leave a provider unchecked. */
export const secretsProblem = async (secrets: unknown): Promise<string | undefined> => {
  if (!isFields(secrets)) return "must hold an object with a provider's secrets under its name.";
  for (const [provider, given] of Object.entries(secrets)) {
    if (!isProvider(provider)) return `may name ${providerNames.join(', ')} and nothing else.`;
    if (given === undefined) continue;
    const { credentials, needs } = await providers[provider].describe();
    const ways = (needs ?? [{ names: Object.keys(credentials), optional: [] }]).map(({ names, optional }) =>
      names.find((name) => !optional.includes(name) && (!isFields(given) || typeof given[name] !== 'string')),
    );
    const [missing] = ways;
    if (ways.every(Boolean)) return `must hold the text ${provider}.${missing}.`;
  }
  return undefined;
};
