import type { HpayCredentials } from '@amend/hpay';
import type { IngoCredentials } from '@amend/ingo';
import type { MachnetCredentials } from '@amend/machnet';
import type { StiltOptions } from '@amend/stilt';
import { isFields } from './json.ts';

/** What the providers would know a caller by. Of a provider that is left out, credentials only have to be there. */
export interface Secrets {
  readonly ingo?: IngoCredentials;
  readonly machnet?: MachnetCredentials;
  readonly stilt?: Pick<StiltOptions, 'clientUuid' | 'secret'>;
  readonly hpay?: HpayCredentials;
}

export type ProviderName = keyof Secrets;

/** What each provider knows its callers by, as its client takes it. */
const names: { readonly [Name in ProviderName]: readonly (keyof NonNullable<Secrets[Name]>)[] } = {
  ingo: ['apiKey', 'username', 'secret'],
  machnet: ['clientId', 'clientSecret'],
  stilt: ['clientUuid', 'secret'],
  hpay: ['apiKey', 'secretKey'],
};

const isProvider = (name: string): name is ProviderName => Object.hasOwn(names, name);

/** What is wrong with secrets, going on from what holds them: a name that is missing or wrong would leave a provider unchecked. */
export const secretsProblem = (secrets: unknown): string | undefined => {
  if (!isFields(secrets)) return "must hold an object with a provider's secrets under its name.";
  for (const [provider, given] of Object.entries(secrets)) {
    if (!isProvider(provider)) return `may name ${Object.keys(names).join(', ')} and nothing else.`;
    if (given === undefined) continue;
    const missing = names[provider].find((name) => !isFields(given) || typeof given[name] !== 'string');
    if (missing) return `must hold the text ${provider}.${missing}.`;
  }
  return undefined;
};
