import type { Io } from './command.ts';
import { type Client, type ProviderName, type Resource, resources } from './resources.ts';
import { UsageError } from './usage-error.ts';
import { variableOf } from './variable-of.ts';

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
): Promise<Client> => {
  const resource: Resource = resources[provider];
  const missing = resource.credentials.map((option) => variableOf(provider, option)).filter((name) => !env[name]);
  if (missing.length > 0) throw new UsageError(`${provider} needs credentials: set ${missing.join(' and ')}.`);
  const credentials = Object.fromEntries(
    resource.credentials.map((option) => [option, env[variableOf(provider, option)] ?? '']),
  );
  const baseUrl = (address ?? env[variableOf(provider, 'baseUrl')])?.replace(/\/+$/, '');
  const allowPlainHttp = env[plainHttp] === '1';
  try {
    return await resource.connect({ credentials, baseUrl: baseUrl || undefined, allowPlainHttp, fetch });
  } catch (error) {
    // A client names the option that it cannot take, and never its value.
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${provider}: ${error.message.replace('allowPlainHttp', `${plainHttp}=1`)}`);
  }
};
