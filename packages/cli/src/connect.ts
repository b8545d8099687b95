import { type AnyClient, credentialsIn, variableOf } from '@amend/client/provider';
import { type ProviderName, providers } from 'amend/providers';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

const plainHttp = 'AMEND_ALLOW_PLAIN_HTTP';

/**
 * The client of a provider, with credentials from the environment. Its address comes from a flag, else from
 * `AMEND_<PROVIDER>_BASE_URL`, and is the provider's sandbox by default; `AMEND_ALLOW_PLAIN_HTTP=1` lets it be http to a
 * private name, for development.
 *
 * @throws {UsageError} if credentials are missing, or the client takes them or the address not.
 */
export const connect = async (
  provider: ProviderName,
  { env, fetch }: Pick<Io, 'env' | 'fetch'>,
  address?: string,
): Promise<AnyClient> => {
  const described = await providers[provider].describe();
  const found = credentialsIn(described, env);
  if ('problem' in found) throw new UsageError(found.problem);
  const baseUrl = (address ?? env[variableOf(provider, 'baseUrl')])?.replace(/\/+$/, '');
  const allowPlainHttp = env[plainHttp] === '1';
  try {
    return described.connect(found.credentials, {
      ...(baseUrl && { baseUrl }),
      allowPlainHttp,
      ...(fetch && { fetch }),
    });
  } catch (error) {
    // A client names the option that it cannot take, and never its value.
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${provider}: ${error.message.replace('allowPlainHttp', `${plainHttp}=1`)}`);
  }
};
