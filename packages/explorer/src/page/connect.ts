import type { AnyClient } from 'amend/providers';
import { type ProviderName, providers } from 'amend/providers';

/** A client with sample credentials, which a mock takes; without a mock its address is the provider's sandbox. */
export const connect = async (provider: string, mock: string | undefined): Promise<AnyClient> => {
  const { credentials, connect: make, name } = await providers[provider as ProviderName].describe();
  return make(credentials, mock === undefined ? {} : { baseUrl: `${mock}/${name}`, allowPlainHttp: true });
};
