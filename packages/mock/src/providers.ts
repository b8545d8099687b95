import { providers as listed } from 'amend/providers';
import { deriveProvider } from './derived/derive-provider.ts';
import type { Provider } from './provider.ts';

/** Every provider, as its contracts have it. */
export const providers: readonly Provider[] = await Promise.all(
  Object.entries(listed).map(async ([name, { contracts }]) => {
    const sources = Object.entries(contracts).map(async ([version, { validators }]) => ({
      name: `${name}@${version}`,
      validators: await validators(),
    }));
    return deriveProvider(name, await Promise.all(sources));
  }),
);
