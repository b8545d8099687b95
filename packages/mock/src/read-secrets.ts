import { readFileSync } from 'node:fs';
import { isFields } from './json.ts';
import type { ProviderName, Secrets } from './secrets.ts';

/** What each provider knows its callers by, as its client takes it. */
const names: { readonly [Name in ProviderName]: readonly (keyof NonNullable<Secrets[Name]>)[] } = {
  ingo: ['apiKey', 'username', 'secret'],
  machnet: ['clientId', 'clientSecret'],
  stilt: ['clientUuid', 'secret'],
  hpay: ['apiKey', 'secretKey'],
};

const isProvider = (name: string): name is ProviderName => Object.hasOwn(names, name);

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file} cannot be read as JSON.`);
  }
};

/** The secrets in a file; a name that is missing or wrong would leave a provider unchecked. @throws a sentence without a value. */
export const readSecrets = (file: string): Secrets => {
  const secrets = readJson(file);
  if (!isFields(secrets)) throw new Error(`${file} must hold an object with a provider's secrets under its name.`);
  for (const [provider, given] of Object.entries(secrets)) {
    if (!isProvider(provider)) throw new Error(`${file} may name ${Object.keys(names).join(', ')} and nothing else.`);
    const missing = names[provider].find((name) => !isFields(given) || typeof given[name] !== 'string');
    if (missing) throw new Error(`${file} must hold the text ${provider}.${missing}.`);
  }
  return secrets as Secrets;
};
