import { providers as listed, type ProviderName } from 'amend/providers';
import { deriveProvider } from './derived/derive-provider.ts';
import type { Provider } from './provider.ts';

const derive = async (name: ProviderName): Promise<Provider> => {
  const sources = Object.entries(listed[name].contracts).map(async ([version, { validators }]) => ({
    name: `${name}@${version}`,
    validators: await validators(),
  }));
  return deriveProvider(name, await Promise.all(sources));
};

const known = new Map<ProviderName, Promise<Provider>>();

/** A provider as its contracts have it, which are read once. */
export const providerNamed = (name: ProviderName): Promise<Provider> => {
  const provider = known.get(name) ?? derive(name);
  known.set(name, provider);
  return provider;
};
